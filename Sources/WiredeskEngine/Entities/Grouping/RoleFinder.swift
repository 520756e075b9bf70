/// Finds the titles and posts that the text gives a person beside the name: before it (`former Secretary of State Mike
/// Pompeo`, `the president of the region, Roberto Maroni`) and after it (`Kevin McCarthy, California Republican`).
struct RoleFinder {
    let text: LexedText
    /// For each lexeme, the sentence.
    let sentenceOf: [Int32]

    init(_ text: LexedText) {
        self.text = text
        var sentenceOf = [Int32](repeating: -1, count: text.lexemes.count)
        for (index, sentence) in text.sentences.enumerated() {
            for lexeme in sentence { sentenceOf[lexeme] = Int32(truncatingIfNeeded: index) }
        }
        self.sentenceOf = sentenceOf
    }

    private func at(_ index: Int) -> Lexeme {
        text.lexemes.indices.contains(index) ? text.lexemes[index] : Lexeme(start: 0, end: 0)
    }

    /// The lexemes of each role that stands with a mention of a person.
    func roles(of name: TypedName) -> [Range<Int>] {
        var roles: [Range<Int>] = []
        if let title = titleRole(name.candidate.title) { roles.append(title) }
        if let apposition = appositionAfter(name.lexemes) { roles.append(apposition) }
        if roles.isEmpty, let apposition = appositionBefore(name.lexemes) { roles.append(apposition) }
        return roles
    }

    /// A title that says something: not `Mr.`.
    private func titleRole(_ title: Range<Int>) -> Range<Int>? {
        guard !title.isEmpty else { return nil }
        var range = title
        while let last = range.last, at(last).has(.mark) || Self.isCourtesy(at(last)) {
            range = range.lowerBound..<last
        }
        guard range.contains(where: { at($0).isIn([.role, .title]) }) else { return nil }
        return range
    }

    private static let courtesies: Set<UInt64> = [
        WordKey.of("mr"), WordKey.of("mr."), WordKey.of("mrs"), WordKey.of("mrs."), WordKey.of("ms"), WordKey.of("ms."),
        WordKey.of("miss"), WordKey.of("sir"), WordKey.of("dr"), WordKey.of("dr."), WordKey.of("mx"),
        WordKey.of("herr"),
        WordKey.of("frau"), WordKey.of("don"), WordKey.of("m."),
    ]

    private static let possessives: Set<UInt64> = [
        WordKey.of("his"), WordKey.of("her"), WordKey.of("its"), WordKey.of("their"),
    ]

    private static func isCourtesy(_ lexeme: Lexeme) -> Bool { courtesies.contains(lexeme.key) }

    /// `, the mayor of Milan,` after a name: from the word after the comma to the next mark.
    private func appositionAfter(_ name: Range<Int>) -> Range<Int>? {
        let sentence = text.sentences[Int(sentenceOf[name.lowerBound])]
        var start = name.upperBound
        guard start < sentence.upperBound, at(start).isMark(",") else { return nil }
        start += 1
        let limit = min(sentence.upperBound, start + 12)
        var end = start
        var roleAt = -1
        while end < limit {
            let lexeme = at(end)
            if lexeme.has(.mark), !lexeme.isMark("-"), !lexeme.isMark("/") { break }
            if lexeme.isIn(.auxiliary) || lexeme.isIn(.speech) && !lexeme.isIn(.role) && !lexeme.has(.capital)
                || lexeme.key == NameWords.who
                || lexeme.isIn(.conjunction) && lexeme.key != NameWords.and
            {
                break
            }
            if roleAt < 0, lexeme.isIn(.role) { roleAt = end }
            end += 1
        }
        guard end > start, end < limit || end == sentence.upperBound, roleAt >= 0, roleAt - start < 6 else {
            return nil
        }
        // The comma may join a list of names: a role that opens with another person is none.
        let first = at(start)
        guard !first.isIn([.preposition, .conjunction]),
            !first.isIn(.pronoun) || first.isIn(.determiner) || Self.possessives.contains(first.key)
        else { return nil }
        // "Sen. Ted Cruz, House Speaker Nancy Pelosi": what ends with a name after the role is another person.
        if at(end - 1).has(.capital), !at(end - 1).isIn(.role), roleAt < end - 1, at(roleAt).has(.capital),
            at(roleAt + 1).has(.capital)
        {
            return nil
        }
        if first.isIn(.title), first.has(.capital), !first.isIn(.role) { return nil }
        if at(start).isIn(.determiner), start + 1 < end { start += 1 }
        return start..<end
    }

    /// `the president of the Lombardy region, ` before a name.
    private func appositionBefore(_ name: Range<Int>) -> Range<Int>? {
        let sentence = text.sentences[Int(sentenceOf[name.lowerBound])]
        let end = name.lowerBound - 1
        guard end > sentence.lowerBound, at(end).isMark(",") else { return nil }
        var start = end
        var roleAt = -1
        var depth = 0
        while start > sentence.lowerBound, end - start < 16 {
            let lexeme = at(start - 1)
            if lexeme.isMark(")") { depth += 1 } else if lexeme.isMark("(") { depth -= 1 }
            if depth == 0, lexeme.has(.mark), !lexeme.isMark("-"), !lexeme.isMark("(") { break }
            if depth == 0,
                lexeme.isIn(.auxiliary) || lexeme.isIn(.speech) && !lexeme.isIn(.role) && !lexeme.has(.capital)
            {
                break
            }
            start -= 1
            if depth == 0, lexeme.isIn(.role) {
                roleAt = start
                // The role right before the comma is the whole of it, but for what qualifies it.
                if start == end - 1 { return qualified(roleAt, end, notBefore: sentence.lowerBound) }
            }
            if depth == 0, roleAt >= 0, lexeme.isIn(.determiner) { break }
        }
        guard roleAt >= 0, roleAt - start < 5, depth == 0 else { return nil }
        while start < roleAt, at(start).isIn(.closed), !at(start).has(.capital) || at(start).isIn(.determiner) {
            start += 1
        }
        // A role begins with itself or with what qualifies it.
        let prefix = start..<roleAt
        if prefix.contains(where: { at($0).isIn([.preposition, .conjunction]) }) { start = roleAt }
        return start..<end
    }

    /// A role with the modifiers and nouns before it: `regime president`.
    private func qualified(_ role: Int, _ end: Int, notBefore limit: Int) -> Range<Int> {
        var start = role
        while start > limit, role - start < 4, at(start - 1).has(.word), !at(start - 1).isIn(.closed) { start -= 1 }
        return start..<end
    }
}
