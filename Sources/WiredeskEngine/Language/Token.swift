/// A word, a number or a mark of the text. Offsets count UTF-8 bytes.
struct Token {
    enum Kind: UInt8 {
        /// Letters, with inner apostrophes, hyphens and full stops (`U.S.`, `O'Brien`, `co-pilot`).
        case word
        /// Digits, with inner separators (`1,000.5`, `12:30`).
        case number
        /// One mark of punctuation or one symbol.
        case mark
    }

    var start: Int32
    var end: Int32
    var kind: Kind

    var range: Range<Int> { Int(start)..<Int(end) }
    var isWord: Bool { kind != .mark }
}
