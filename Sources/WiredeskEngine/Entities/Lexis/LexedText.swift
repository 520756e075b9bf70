/// A document's lexemes and where its sentences and paragraphs lie among them.
struct LexedText {
    let text: [UInt8]
    let lexemes: [Lexeme]
    /// For each sentence, its lexemes.
    let sentences: [Range<Int>]
    /// For each sentence, its paragraph.
    let paragraphOf: [Int]
    let language: String?

    /// Whether the text may be read by the English grammars.
    var isEnglish: Bool { LanguageTag.isEnglish(language) }

    func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

    /// The text of a byte range on one line.
    func line(_ range: Range<Int>) -> String {
        let text = string(range)
        guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The bytes from the first to the last lexeme of a range.
    func span(_ lexemes: Range<Int>) -> Range<Int> {
        Int(self.lexemes[lexemes.lowerBound].start)..<Int(self.lexemes[lexemes.upperBound - 1].end)
    }

    func string(ofLexemes range: Range<Int>) -> String { string(span(range)) }

    /// The `phrase` key of the words of a range.
    func key(ofLexemes range: Range<Int>) -> UInt64 {
        range.reduce(0) { lexemes[$1].key == 0 ? $0 : WordKey.phrase($0, lexemes[$1].key) }
    }

    /// The lexeme that starts at or after a byte offset.
    func lexeme(at offset: Int) -> Int {
        lexemes.partitioningIndex { Int($0.start) >= offset }
    }
}
