/// Joins the forms of a document that name the same person, place or body.
struct NameGrouper {
    let text: LexedText
    let names: [TypedName]
    var forms: [NameForm] = []
    var clusters = NameClusters(count: 0)
    /// Expansion of an acronym's form as the text gives it.
    var expansions: [Int: Range<Int>] = [:]
    /// For each name, its form.
    private(set) var formOf: [Int] = []

    init(_ names: [TypedName], in text: LexedText) {
        self.text = text
        self.names = names
        collectForms()
        clusters = NameClusters(count: forms.count)
        joinAcronyms()
        joinCompanies()
        joinPeople()
        joinPlacesAndPeoples()
        joinBodies()
    }

    func at(_ index: Int) -> Lexeme {
        text.lexemes.indices.contains(index) ? text.lexemes[index] : Lexeme(start: 0, end: 0)
    }

    /// The first form of the cluster that a form is in.
    mutating func root(of form: Int) -> Int { clusters.root(of: form) }

    private mutating func collectForms() {
        var positions: [UInt64: Int] = [:]
        for (index, name) in names.enumerated() {
            // The same words with two types are two things. What has no word, as an address, is known by its bytes.
            let words = name.lexemes.filter { at($0).key != 0 }
            let nameKey = words.isEmpty ? self.key(text.text[text.span(name.lexemes)]) : name.candidate.key
            let key = nameKey ^ UInt64(TypeScores.position(name.type) + 1) &* 0x9E37_79B9
            if let position = positions[key] {
                forms[position].mentions.append(index)
                formOf.append(position)
                continue
            }
            positions[key] = forms.count
            formOf.append(forms.count)
            var form = NameForm(
                key: nameKey, type: name.type, words: words.isEmpty ? [nameKey] : words.map { at($0).key },
                lexemes: words.isEmpty ? Array(name.lexemes) : words, mentions: [index], known: name.candidate.known)
            let isCapitals = !words.isEmpty && words.allSatisfy { at($0).has(.allCapitals) }
            form.isAcronym = words.count == 1 && isCapitals && !at(words[0]).has(.shouted)
            form.isShouted = isCapitals && !form.isAcronym
            form.isBirthName = name.type == .person && GroupingWords.born.contains(at(name.lexemes.lowerBound - 1).key)
            forms.append(form)
        }
    }

    func key(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = WordKey.seed
        for byte in bytes { WordKey.add(UInt32(byte), to: &hash) }
        return WordKey.finish(hash)
    }

    /// A form of some of a form's mentions, which it leaves to it; a form stays where no mention is left to it.
    mutating func split(_ mentions: [Int], from form: Int) -> Int {
        guard mentions.count < forms[form].mentions.count else { return form }
        var part = forms[form]
        part.mentions = mentions
        let moved = Set(mentions)
        forms[form].mentions.removeAll { moved.contains($0) }
        forms.append(part)
        clusters.append()
        return forms.count - 1
    }
}
