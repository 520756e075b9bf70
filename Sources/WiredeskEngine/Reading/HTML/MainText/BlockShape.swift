import CWiredeskKernels

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
    var endsSentence = false
    /// Three dots or the character for them: teasers are cut off so.
    var endsWithEllipsis = false
    /// Words that begin with a capital of ASCII.
    var capitalizedWords: Float = 0
    var hasAtSign = false
    var endsWithColon = false
    var startsWithCapital = false
    var startsWithDigit = false
    var startsWithLowercase = false
    /// A quotation mark, a dash, a bullet and the like.
    var startsWithMark = false

    init(_ text: UnsafeBufferPointer<UInt8>, _ counts: wiredesk_block_text) {
        guard let first = text.first, let last = text.last else { return }
        characters = Float(text.count - Int(counts.continuations))
        // Scripts without spaces: two characters a word.
        words = max(Float(counts.spaces + 1), characters / 12)
        commas = Float(counts.commas)
        sentenceEnds = Float(counts.sentence_ends)
        digits = Float(counts.digits)
        capitals = Float(counts.capitals)
        capitalizedWords = Float(counts.initials)
        hasAtSign = counts.at_signs > 0
        endsWithColon = last == 0x3A
        startsWithCapital = first &- 0x41 < 26 || first >= 0xC3
        startsWithDigit = first &- 0x30 < 10
        startsWithLowercase = first &- 0x61 < 26
        startsWithMark = !startsWithCapital && !startsWithDigit && !startsWithLowercase
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
