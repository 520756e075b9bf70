/// Joins the forms of a document that name the same person, place or body.
struct NameGrouper {
    let text: LexedText
    let names: [TypedName]
    private(set) var forms: [NameForm] = []
    private(set) var clusters = NameClusters(count: 0)
    /// Expansion of an acronym's form as the text gives it.
    private(set) var expansions: [Int: Range<Int>] = [:]
    /// For each name, its form.
    private(set) var formOf: [Int] = []

    init(_ names: [TypedName], in text: LexedText) {
        self.text = text
        self.names = names
        collectForms()
        clusters = NameClusters(count: forms.count)
        joinAcronyms()
        joinPeople()
        joinPlacesAndPeoples()
        joinBodies()
    }

    func at(_ index: Int) -> Lexeme {
        text.lexemes.indices.contains(index) ? text.lexemes[index] : Lexeme(start: 0, end: 0)
    }

    /// The first form of the cluster that a form is in.
    mutating func root(of form: Int) -> Int { clusters.root(of: form) }

    // MARK: - Forms

    private mutating func collectForms() {
        var positions: [UInt64: Int] = [:]
        for (index, name) in names.enumerated() {
            // The same words with two types are two things.
            let key = name.candidate.key ^ UInt64(TypeScores.position(name.type) + 1) &* 0x9E37_79B9
            if let position = positions[key] {
                forms[position].mentions.append(index)
                formOf.append(position)
                continue
            }
            positions[key] = forms.count
            formOf.append(forms.count)
            let words = name.lexemes.filter { at($0).key != 0 }
            var form = NameForm(
                key: name.candidate.key, type: name.type, words: words.map { at($0).key }, lexemes: words,
                mentions: [index], known: name.candidate.known)
            if words.count == 1 {
                form.isAcronym = at(words[0]).has(.allCapitals) && at(words[0]).shape.isDisjoint(with: .shouted)
            }
            form.isShouted = words.allSatisfy { at($0).has(.allCapitals) } && words.count > 1
            forms.append(form)
        }
    }

    // MARK: - Acronyms

    /// `Joint Comprehensive Plan of Action (JCPOA)` and the reverse; then acronyms that spell a name of the document.
    private mutating func joinAcronyms() {
        let finder = AcronymFinder(text: text)
        for index in forms.indices where forms[index].isAcronym {
            for mention in forms[index].mentions {
                guard let expansion = finder.expansion(ofAcronymAt: names[mention].lexemes.lowerBound) else { continue }
                expansions[index] = expansion
                if let other = form(covering: expansion), other != index { joinAcronym(index, with: other) }
                break
            }
        }
        var spelled: [[UInt8]: Int] = [:]
        for index in forms.indices where forms[index].words.count >= 2 && forms[index].type != .person {
            let initials = finder.initials(of: names[forms[index].mentions[0]].lexemes)
            if initials.count >= 2, spelled[initials] == nil { spelled[initials] = index }
        }
        for index in forms.indices where forms[index].isAcronym && expansions[index] == nil {
            let letters = finder.letters(of: at(forms[index].lexemes[0]))
            guard letters.count >= 2, let other = spelled[letters] else { continue }
            guard letters.count >= 3 || forms[other].type == .organization else { continue }
            joinAcronym(index, with: other)
        }
    }

    private mutating func joinAcronym(_ acronym: Int, with full: Int) {
        // What has an acronym is no person.
        if forms[full].type == .person { forms[full].type = .organization }
        forms[acronym].type = forms[full].type
        clusters.join(acronym, full)
    }

    /// The form of the name that ends with a range and fills most of it.
    private func form(covering range: Range<Int>) -> Int? {
        var low = 0
        var high = names.count
        while low < high {
            let middle = (low + high) / 2
            if names[middle].lexemes.upperBound < range.upperBound { low = middle + 1 } else { high = middle }
        }
        guard low < names.count, names[low].lexemes.upperBound == range.upperBound,
            names[low].lexemes.count * 2 > range.count
        else { return nil }
        return formOf[low]
    }

    // MARK: - People

    private mutating func joinPeople() {
        let people = forms.indices.filter { forms[$0].type == .person }
        let full = people.filter { forms[$0].words.count > 1 }
        let matcher = PersonMatcher(text: text)
        // Linear in practice: only full names that share a surname or a first name are compared.
        var byWord: [UInt64: [Int]] = [:]
        for index in full {
            let words = forms[index].lexemes
            for end in Set([matcher.surname(of: words), words[0]]).sorted() {
                let candidates = byWord[at(end).key, default: []]
                for other in candidates.prefix(16) where matcher.areSame(words, forms[other].lexemes) {
                    clusters.join(other, index)
                }
                byWord[at(end).key, default: []].append(index)
            }
        }
        for index in people where forms[index].words.count == 1 {
            joinLoneName(index, full: full, byWord: byWord, matcher: matcher)
        }
    }

    /// A lone surname or given name belongs to the one person who has it. When two have it, it stays with none of them.
    private mutating func joinLoneName(_ index: Int, full: [Int], byWord: [UInt64: [Int]], matcher: PersonMatcher) {
        let key = forms[index].words[0]
        var matches = byWord[key] ?? []
        if matches.isEmpty {
            // "Assadi" beside "Asadi": one letter apart, the same beginning and no other like it.
            matches = full.prefix(64).filter {
                matcher.isVariant(forms[index].lexemes[0], of: matcher.surname(of: forms[$0].lexemes))
            }
        }
        let surnames = matches.filter { at(matcher.surname(of: forms[$0].lexemes)).key == key }
        if !surnames.isEmpty { matches = surnames }
        var roots: [Int] = []
        for match in matches {
            let root = clusters.root(of: match)
            if !roots.contains(root) { roots.append(root) }
        }
        if roots.count == 1 { clusters.join(roots[0], index) }
    }

    // MARK: - Places and peoples

    private mutating func joinPlacesAndPeoples() {
        var countries: [UInt16: Int] = [:]
        var peoples: [UInt16: Int] = [:]
        var singular: [String: Int] = [:]
        for index in forms.indices {
            let known = forms[index].known
            switch forms[index].type {
            case .geopolitical
            where known.kinds.contains(.country) && known.country != 0
                && !Self.hasParts(known.country, forms[index], text):
                if let other = countries[known.country] {
                    clusters.join(other, index)
                } else {
                    countries[known.country] = index
                }
            case .nationality:
                if known.country != 0, !Self.hasParts(known.country, forms[index], text) {
                    if let other = peoples[known.country] {
                        clusters.join(other, index)
                    } else {
                        peoples[known.country] = index
                    }
                } else {
                    var name = text.string(ofLexemes: names[forms[index].mentions[0]].lexemes).lowercased()
                    if name.hasSuffix("s"), !name.hasSuffix("ss") { name.removeLast() }
                    if let other = singular[name] { clusters.join(other, index) } else { singular[name] = index }
                }
            default: break
            }
        }
    }

    /// Countries under whose code the gazetteer has nations of their own: England is not Britain.
    private static func hasParts(_ country: UInt16, _ form: NameForm, _ text: LexedText) -> Bool {
        let code = String(decoding: [UInt8(country & 0xFF), UInt8(country >> 8)], as: UTF8.self)
        switch code {
        case "GB": return !GroupingWords.unitedKingdom.contains(form.key)
        case "PS", "DE", "VN", "KR", "TR", "IR": return form.words.count > 1 || code == "PS" || code == "KR"
        default: return false
        }
    }

    // MARK: - Organizations and the rest

    /// `Security Council` is the `UN Security Council` when no other name ends so; "the Court" stays alone.
    private mutating func joinBodies() {
        var byLastTwo: [UInt64: [Int]] = [:]
        let others = forms.indices.filter { ![.person, .nationality, .geopolitical].contains(forms[$0].type) }
        for index in others where forms[index].words.count >= 2 {
            byLastTwo[tail(forms[index].words), default: []].append(index)
        }
        for index in others where forms[index].words.count >= 2 {
            let same = (byLastTwo[tail(forms[index].words)] ?? []).prefix(16)
            let longer = same.filter {
                forms[$0].words.count > forms[index].words.count
                    && forms[$0].words.suffix(forms[index].words.count).elementsEqual(forms[index].words)
            }
            if longer.count == 1, forms[longer[0]].type == forms[index].type { clusters.join(longer[0], index) }
        }
        // A company's name without its suffix: "Acme Corp." and "Acme".
        var byKey: [UInt64: Int] = [:]
        for index in others where forms[index].type == .organization { byKey[forms[index].key] = index }
        for index in others where forms[index].words.count >= 2 {
            let words = forms[index].words
            guard at(forms[index].lexemes[words.count - 1]).isIn(.companySuffix) else { continue }
            let bare = words.dropLast().reduce(0) { WordKey.phrase($0, $1) }
            if let other = byKey[bare] { clusters.join(index, other) }
        }
    }

    private func tail(_ words: [UInt64]) -> UInt64 {
        WordKey.phrase(words[words.count - 2], words[words.count - 1])
    }
}
