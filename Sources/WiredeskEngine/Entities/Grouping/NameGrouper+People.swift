/// People under their full and short names.
extension NameGrouper {
    mutating func joinPeople() {
        let people = forms.indices.filter { forms[$0].type == .person }
        let matcher = PersonMatcher(text: text)
        // Linear in practice: only full names that share a surname, its consonants or a first name are compared.
        var byWord: [UInt64: [Int]] = [:]
        var full: [Int] = []
        for index in people where forms[index].words.count > 1 && !forms[index].isBirthName {
            full.append(index)
            let words = forms[index].lexemes
            let surname = matcher.surname(of: words)
            let bySound = WordKey.phrase(1, key(NameSkeleton.consonants(of: text.text[at(surname).range])))
            for key in Set([at(surname).key, at(words[0]).key, bySound]).sorted() {
                for other in byWord[key, default: []].prefix(16) where matcher.areSame(words, forms[other].lexemes) {
                    clusters.join(other, index)
                }
                byWord[key, default: []].append(index)
            }
        }
        joinBirthNames(people)
        let referents = ShortNameReferents(text: text, names: names, matcher: matcher)
        for index in people where forms[index].words.count == 1 {
            joinLoneName(index, full: full, byWord: byWord, matcher: matcher, referents)
        }
    }

    /// `She was born Anna Maria Kessler`: the last person before who has that given name.
    private mutating func joinBirthNames(_ people: [Int]) {
        for index in people where forms[index].isBirthName {
            let mention = forms[index].mentions[0]
            for other in (max(0, mention - 8)..<mention).reversed() {
                let form = formOf[other]
                guard forms[form].type == .person, forms[form].words.count > 1,
                    forms[form].words[0] == forms[index].words[0]
                else { continue }
                clusters.join(form, index)
                break
            }
        }
    }

    /// A lone surname or given name belongs to the one person who has it. Where several have it, each mention is decided
    /// on its own, and what cannot be decided stays with none of them.
    private mutating func joinLoneName(
        _ index: Int, full: [Int], byWord: [UInt64: [Int]], matcher: PersonMatcher, _ referents: ShortNameReferents
    ) {
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
        var people: [Int: [Int]] = [:]
        for match in matches { people[clusters.root(of: match), default: []] += forms[match].mentions }
        guard people.count > 1 else {
            if let person = people.first, !referents.isSpouse(person.value, ofTitled: forms[index].mentions[0]) {
                clusters.join(person.key, index)
            }
            return
        }
        for (person, mentions) in referents.referents(of: forms[index].mentions, among: people) {
            clusters.join(person, split(mentions, from: index))
        }
    }
}
