/// One class for all mentions of a name in a document, as far as the single mentions do not speak against it (one sense
/// per discourse: Gale, Church and Yarowsky, 1992).
enum NameVote {
    static func apply(to names: inout [TaggedName], in text: LexedText) {
        let keys = names.map { text.key(ofLexemes: $0.lexemes) }
        var slots = HashNumbering(capacity: names.count)
        var sums: [(total: SIMD4<Int32>, count: Int32)] = []
        for (index, key) in keys.enumerated() {
            let entry = slots.number(of: key)
            if entry == sums.count { sums.append((.zero, 0)) }
            sums[entry].total &+= names[index].scores
            sums[entry].count += 1
        }
        for (index, key) in keys.enumerated() {
            guard let entry = slots.find(key), sums[entry].count > 1 else { continue }
            // The mean of the others, which weighs more the more they are.
            let others = (sums[entry].total &- names[index].scores) / (sums[entry].count - 1)
            let weight = min(sums[entry].count, mostVoices)
            let scores = names[index].scores &+ others &* weight / 2
            var best = names[index].nameClass
            for nameClass in 0..<NameLabel.classes where scores[nameClass] > scores[best] { best = nameClass }
            names[index].nameClass = best
        }
        takeSurnames(in: &names, text)
    }

    /// Mentions that weigh more than fewer would.
    private static let mostVoices: Int32 = 5

    /// What a person's whole name in the document is worth to the last word of it that stands alone.
    private static let surnameScore: Int32 = 400
    /// The same where it is said to speak.
    private static let speakerScore: Int32 = 800

    /// "Okonjo", where the document has "Marguerite Okonjo" too and the tagger did not know whom it means.
    private static func takeSurnames(in names: inout [TaggedName], _ text: LexedText) {
        var surnames: Set<UInt64> = []
        for name in names where name.nameClass == NameLabel.person && name.lexemes.count > 1 {
            surnames.insert(text.lexemes[name.lexemes.upperBound - 1].key)
        }
        guard !surnames.isEmpty else { return }
        // "Berlin said" in a story on Isaiah Berlin: then the city's name is the person's wherever it stands alone.
        var speaking: Set<UInt64> = []
        for name in names where name.lexemes.count == 1 && name.lexemes.upperBound < text.lexemes.count {
            let key = text.lexemes[name.lexemes.lowerBound].key
            if surnames.contains(key), text.lexemes[name.lexemes.upperBound].isIn(.speech) { speaking.insert(key) }
        }
        for index in names.indices where names[index].lexemes.count == 1 {
            let name = names[index]
            let lexeme = text.lexemes[name.lexemes.lowerBound]
            guard name.nameClass != NameLabel.person, surnames.contains(lexeme.key) else { continue }
            let isElsewhere = !lexeme.gazetteer.kinds.isDisjoint(
                with: [.country, .region, .majorCity, .demonym, .organization])
            let score = speaking.contains(lexeme.key) ? speakerScore : isElsewhere ? 0 : surnameScore
            if score > 0, name.scores[NameLabel.person] + score > name.scores[name.nameClass] {
                names[index].nameClass = NameLabel.person
            }
        }
    }
}
