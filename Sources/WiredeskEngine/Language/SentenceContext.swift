/// The word right before the mark that may end a sentence.
struct PreviousWord {
    /// Its bytes without the full stop in question; empty when a blank or another mark stands before it.
    let range: Range<Int>
    /// Whether full stops stand inside, between short pieces (`U.S`, `p.m`; not `example.com`).
    let hasFullStop: Bool
    /// Whether it is all digits.
    let isNumber: Bool
    let isCapitalized: Bool
    /// Whether it is one capital letter.
    let isInitial: Bool
    /// Whether it is one small letter, as in `c. 1818`.
    var isLowercaseLetter: Bool { isLetter && !isCapitalized }
    private let isLetter: Bool

    /// Looks back 40 bytes at most: a longer word is no abbreviation.
    init(before end: Int, in text: UTF8Text) {
        var start = end
        var hasFullStop = false
        var pieceEnd = end
        var longestPiece = 0
        var isNumber = true
        var hasLetter = false
        while start > 0, end - start < 40 {
            let byte = text[start - 1]
            if byte < 0x80 {
                guard
                    byte.isAlphanumeric || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
                        || byte == UInt8(ascii: "'")
                else { break }
                if byte == UInt8(ascii: ".") {
                    hasFullStop = true
                    longestPiece = max(longestPiece, pieceEnd - start)
                    pieceEnd = start - 1
                }
                if !byte.isDigit { isNumber = false }
                if byte.isLetter { hasLetter = true }
                start -= 1
            } else {
                let (value, length) = text.scalar(before: start)
                let characterClass = CharacterClass.of(value)
                guard
                    characterClass == .letter || characterClass == .extend || characterClass == .digit || value == 0xB0
                        || value == 0x2019
                else { break }
                isNumber = false
                hasLetter = true
                start -= length
            }
        }
        while start < end, text[start] < 0x80, !text[start].isAlphanumeric { start += 1 }
        range = start..<end
        self.isNumber = isNumber && start < end
        self.hasFullStop = hasFullStop && hasLetter && max(longestPiece, pieceEnd - start) <= 6
        isCapitalized = text.isUppercase(at: start)
        isLetter =
            start < end && !isNumber && (text[start - 1] <= 0x20 || text[start - 1] == UInt8(ascii: "("))
            && text.scalar(at: start).length == end - start
        isInitial = isCapitalized && isLetter
    }
}

/// What follows the mark that may end a sentence.
struct NextWord {
    enum Shape { case upper, lower, caseless, digit, other, none }

    /// Its bytes, the marks before it left out.
    let range: Range<Int>
    let shape: Shape
    /// Whether a quotation mark opens before it.
    let opensQuote: Bool

    var start: Int { range.lowerBound }

    init(at index: Int, in text: UTF8Text) {
        var start = index
        var opensQuote = false
        var shape = Shape.none
        skip: while start < text.count, start - index < 16 {
            let (value, length) = text.scalar(at: start)
            switch value {
            case 0x22, 0x27, 0x60, 0x2018, 0x201C, 0x201E, 0xAB, 0x2039: opensQuote = true
            case 0x28, 0x5B, 0x2A, 0x5F, 0xBF, 0xA1, 0x2022, 0x23, 0x40: break
            default: break skip
            }
            start += length
        }
        var end = start
        while end < text.count, end - start < 32 {
            let (characterClass, length) = text.characterClass(at: end)
            guard characterClass == .letter || characterClass == .digit || characterClass == .extend else { break }
            end += length
        }
        range = start..<end
        self.opensQuote = opensQuote
        if start < text.count {
            let (value, _) = text.scalar(at: start)
            shape = Self.shape(of: value)
        }
        self.shape = shape
    }

    private static func shape(of value: UInt32) -> Shape {
        if value < 0x80 {
            let byte = UInt8(truncatingIfNeeded: value)
            return byte.isUppercase ? .upper : byte.isLowercase ? .lower : byte.isDigit ? .digit : .other
        }
        switch CharacterClass.of(value) {
        case .letter:
            guard let properties = Unicode.Scalar(value)?.properties else { return .other }
            return properties.isUppercase ? .upper : properties.isLowercase ? .lower : .caseless
        case .ideograph, .hiragana, .katakana, .unspaced: return .caseless
        case .digit: return .digit
        default: return .other
        }
    }

    /// Whether it is a word that is written with a capital only where a sentence starts.
    func startsSentence(in text: UTF8Text) -> Bool {
        opensQuote || StopWords.sentenceStarters.contains(text.bytes, range)
    }
}
