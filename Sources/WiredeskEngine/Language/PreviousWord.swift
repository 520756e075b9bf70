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
