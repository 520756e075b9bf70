/// Acronyms and the names that they abbreviate.
extension NameGrouper {
    /// `Joint Comprehensive Plan of Action (JCPOA)` and the reverse; then acronyms that spell a name of the document.
    mutating func joinAcronyms() {
        let finder = AcronymFinder(text: text)
        for index in forms.indices where forms[index].isAcronym {
            for mention in forms[index].mentions {
                let acronym = names[mention].lexemes.lowerBound
                if let expansion = finder.expansion(ofAcronymAt: acronym) {
                    expansions[index] = expansion
                    if let other = form(covering: expansion), other != index { joinAcronym(index, with: other) }
                    break
                }
                if mention > 0, forms[formOf[mention - 1]].type == .organization,
                    finder.resembles(acronym, names[mention - 1].lexemes)
                {
                    expansions[index] = names[mention - 1].lexemes
                    joinAcronym(index, with: formOf[mention - 1])
                    break
                }
            }
        }
        let spelled = spelledForms(finder)
        for index in forms.indices where forms[index].isAcronym && expansions[index] == nil {
            let letters = finder.letters(of: at(forms[index].lexemes[0]))
            // "US" is no University of Salisbury unless the text says so.
            guard letters.count >= 2, !forms[index].known.kinds.contains(.country), let other = spelled[letters] else {
                continue
            }
            guard letters.count >= 3 || forms[other].type == .organization else { continue }
            joinAcronym(index, with: other)
        }
        joinSyllables()
    }

    /// The first name for each row of initials, a country in front of it counted or not: `NOAA` is the `U.S. National
    /// Oceanic and Atmospheric Administration`.
    private func spelledForms(_ finder: AcronymFinder) -> [[UInt8]: Int] {
        var spelled: [[UInt8]: Int] = [:]
        var withoutCountry: [[UInt8]: Int] = [:]
        for index in forms.indices where forms[index].words.count >= 2 && forms[index].type != .person {
            let range = names[forms[index].mentions[0]].lexemes
            let initials = finder.initials(of: range)
            if initials.count >= 2, spelled[initials] == nil { spelled[initials] = index }
            if !at(range.lowerBound).gazetteer.kinds.isDisjoint(with: [.country, .demonym]) {
                let rest = finder.initials(of: range.dropFirst())
                if rest.count >= 3, withoutCountry[rest] == nil { withoutCountry[rest] = index }
            }
        }
        return spelled.merging(withoutCountry) { whole, _ in whole }
    }

    private mutating func joinAcronym(_ acronym: Int, with full: Int) {
        // What has an acronym is no person, and a conference with one may be a body: "Northern Trade Conference (NTC)".
        let isBody =
            switch forms[full].type {
            case .person: true
            case .event: forms[acronym].type == .organization
            case .misc:
                forms[acronym].type == .organization
                    && forms[full].lexemes.contains {
                        at($0).isIn([.organizationHead, .organizationNoun])
                            && !GroupingWords.undertakings.contains(at($0).key)
                    }
            default: false
            }
        if isBody { forms[full].type = .organization }
        forms[acronym].type = forms[full].type
        clusters.join(acronym, full)
    }

    /// The form of the name that ends with a range and fills most of it.
    private func form(covering range: Range<Int>) -> Int? {
        let index = names.partitioningIndex { $0.lexemes.upperBound >= range.upperBound }
        guard index < names.count, names[index].lexemes.upperBound == range.upperBound,
            names[index].lexemes.count * 2 > range.count
        else { return nil }
        return formOf[index]
    }

    // MARK: - Syllables

    /// `Caltech` for the `California Institute of Technology`: beginnings of the name's words in a row.
    private mutating func joinSyllables() {
        let bodies = forms.indices.filter { forms[$0].type == .organization }
        var byBeginning: [ArraySlice<UInt8>: [Int]] = [:]
        for index in bodies where forms[index].words.count >= 2 {
            byBeginning[text.text[at(forms[index].lexemes[0]).range].prefix(2), default: []].append(index)
        }
        for index in bodies where forms[index].words.count == 1 && !forms[index].isAcronym {
            let word = text.text[at(forms[index].lexemes[0]).range]
            guard (5...16).contains(word.count), let candidates = byBeginning[word.prefix(2)] else { continue }
            let full = candidates.prefix(16).filter { isMade(word, of: forms[$0].lexemes) }
            if full.count == 1 { clusters.join(full[0], index) }
        }
    }

    /// Whether a word is made of beginnings of two letters or more, of the first of some words and of later ones.
    private func isMade(_ word: ArraySlice<UInt8>, of lexemes: [Int]) -> Bool {
        var rest = word
        var parts = 0
        for index in lexemes where at(index).has(.capital) {
            let bytes = text.text[at(index).range]
            let shared = zip(rest, bytes).prefix { $0.lowercased == $1.lowercased }.count
            if shared < 2 {
                if parts == 0 { return false }
                continue
            }
            rest = rest.dropFirst(shared)
            parts += 1
            if rest.isEmpty { return parts >= 2 }
        }
        return false
    }
}
