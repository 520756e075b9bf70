/// What a block's characters say, whatever its language.
struct BlockShape {
    /// Characters: Unicode scalars.
    var characters: Float = 0
    var words: Float = 0
    var commas: Float = 0
    /// Full stops and the like that end a word.
    var sentenceEnds: Float = 0
    var digits: Float = 0
    var capitals: Float = 0
    /// `|`, `›`, `»`, `•`, `·`: what separates links and credits.
    var separators: Float = 0
    var endsSentence = false
    /// Three dots or the character for them: teasers are cut off so.
    var endsWithEllipsis = false
    /// Words that begin with a capital of ASCII.
    var capitalizedWords: Float = 0
    var hasAtSign = false
    var endsWithColon = false
    var startsWithCapital = false
    var startsWithDigit = false

    init(_ text: UnsafeBufferPointer<UInt8>) {
        guard let first = text.first, let last = text.last else { return }
        var characters = 0
        var spaces = 0
        var commas = 0
        var ends = 0
        var digits = 0
        var capitals = 0
        var separators = 0
        var capitalized = 0
        for index in text.indices {
            let byte = text[index]
            if byte & 0xC0 != 0x80 { characters += 1 }
            switch byte {
            case 0x20: spaces += 1
            case 0x2C, 0x3B: commas += 1
            case 0x2E, 0x21, 0x3F: if index + 1 == text.count || text[index + 1] == 0x20 { ends += 1 }
            case 0x30...0x39: digits += 1
            case 0x40: hasAtSign = true
            case 0x41...0x5A:
                capitals += 1
                if index == 0 || text[index - 1] == 0x20 { capitalized += 1 }
            case 0x7C: separators += 1
            // The ideographic comma and full stop, their full-width forms, guillemets, bullets.
            case 0xE3 where Self.follows(text, index, 0x80, 0x81), 0xEF where Self.follows(text, index, 0xBC, 0x8C):
                commas += 1
            case 0xE3 where Self.follows(text, index, 0x80, 0x82): ends += 1
            case 0xE2 where Self.follows(text, index, 0x80, 0xA2),
                0xC2 where index + 1 < text.count && text[index + 1] == 0xB7:
                separators += 1
            default: break
            }
        }
        self.characters = Float(characters)
        // Scripts without spaces: two characters a word.
        words = max(Float(spaces + 1), Float(characters) / 12)
        self.commas = Float(commas)
        sentenceEnds = Float(ends)
        self.digits = Float(digits)
        self.capitals = Float(capitals)
        self.separators = Float(separators)
        capitalizedWords = Float(capitalized)
        endsWithColon = last == 0x3A
        startsWithCapital = first &- 0x41 < 26 || first >= 0xC3
        startsWithDigit = first &- 0x30 < 10
        endsSentence = Self.endsSentence(text)
        endsWithEllipsis =
            text.count >= 3
            && (last == 0x2E && text[text.count - 2] == 0x2E || Self.follows(text, text.count - 3, 0x80, 0xA6))
    }

    /// Whether the last character, quotation marks and brackets aside, ends a sentence.
    private static func endsSentence(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var end = text.count
        while end > 0 {
            switch text[end - 1] {
            case 0x2E, 0x21, 0x3F: return true
            case 0x22, 0x27, 0x29, 0x5D: end -= 1
            case 0x80...0xBF:
                guard end >= 3, text[end - 2] == 0x80 else {
                    return end >= 2 && text[end - 2] == 0xC2 && text[end - 1] == 0xBB && endsBefore(text, end - 2)
                }
                if text[end - 3] == 0xE3, text[end - 1] == 0x82 { return true }
                if text[end - 3] == 0xE2, text[end - 1] == 0xA6 { return true }
                guard text[end - 3] == 0xE2 || text[end - 3] == 0xE3 else { return false }
                end -= 3
            default: return false
            }
        }
        return false
    }

    private static func endsBefore(_ text: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
        end > 0 && (text[end - 1] == 0x2E || text[end - 1] == 0x21 || text[end - 1] == 0x3F)
    }

    private static func follows(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ second: UInt8, _ third: UInt8)
        -> Bool
    {
        index + 2 < text.count && text[index + 1] == second && text[index + 2] == third
    }
}
