/// How the document writes each word that it capitalises somewhere: what tells a name at the start of a sentence from a
/// common word there.
struct CaseEvidence {
    struct Counts {
        /// In lower case.
        var lower: Int32 = 0
        /// Capitalised where only a name is.
        var name: Int32 = 0
    }

    private var counts: [UInt64: Counts] = [:]

    init(_ text: LexedText) {
        for lexeme in text.lexemes where lexeme.has(.capital) {
            let isName = lexeme.shape.isDisjoint(with: [.opening, .titleCase, .shouted])
            counts[lexeme.key, default: Counts()].name += isName ? 1 : 0
        }
        guard !counts.isEmpty else { return }
        for lexeme in text.lexemes where lexeme.has(.word) && !lexeme.has(.capital) && lexeme.length > 2 {
            if let index = counts.index(forKey: lexeme.key) { counts.values[index].lower += 1 }
        }
    }

    subscript(key: UInt64) -> Counts { counts[key] ?? Counts() }
}
