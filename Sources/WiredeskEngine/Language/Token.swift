/// A word, a number or a mark of the text. Offsets count UTF-8 bytes.
struct Token {
    enum Kind: UInt8 {
        /// Letters, with inner apostrophes, hyphens and full stops (`U.S.`, `O'Brien`, `co-pilot`, `Inc.`). Scripts
        /// written without spaces give one token an ideograph, a kana run or a base letter with its marks.
        case word
        /// What starts with a digit, with inner separators and letters (`1,000.5`, `12:30`, `1990s`, `3-year-old`).
        case number
        /// An `'s` cut off the word before it.
        case clitic
        /// A web address, a domain name or an e-mail address.
        case address
        /// `@name`, the sign included.
        case handle
        /// `#topic`, the sign included.
        case hashtag
        /// One mark of punctuation or one symbol; a run of full stops or of hyphens is one mark.
        case mark
    }

    var start: Int32
    var end: Int32
    var kind: Kind

    var range: Range<Int> { Int(start)..<Int(end) }

    /// Whether it counts as a word of the article.
    var isWord: Bool { kind != .mark && kind != .clitic }
}
