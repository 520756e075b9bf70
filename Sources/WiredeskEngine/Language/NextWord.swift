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
