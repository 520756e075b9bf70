/// How the document writes each word that it capitalises somewhere: what tells a name at the start of a sentence from a
/// common word there.
struct CaseEvidence {
    struct Counts {
        /// In lower case.
        var lower: Int32 = 0
        /// Capitalised where only a name is.
        var name: Int32 = 0
    }

    private var words: HashNumbering
    /// Of each word that is capitalised somewhere.
    private var counts: [Counts] = []

    init(_ text: LexedText) {
        words = HashNumbering(capacity: text.lexemes.count { $0.has(.capital) })
        for lexeme in text.lexemes where lexeme.has(.capital) {
            let word = words.number(of: lexeme.key)
            if word == counts.count { counts.append(Counts()) }
            if lexeme.shape.isDisjoint(with: [.opening, .titleCase, .shouted]) { counts[word].name += 1 }
        }
        guard !counts.isEmpty else { return }
        for lexeme in text.lexemes where lexeme.has(.word) && !lexeme.has(.capital) && lexeme.length > 2 {
            if let word = words.find(lexeme.key) { counts[word].lower += 1 }
        }
    }

    subscript(key: UInt64) -> Counts { words.find(key).map { counts[$0] } ?? Counts() }
}
