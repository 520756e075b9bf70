/// What a line break inside a sentence stands for.
enum LineBreak {
    /// Whether a space: not before "," and "'s", not after "(", and not between characters of scripts without spaces.
    static func isSpace(in source: [UInt8], after left: Range<Int>, before right: Range<Int>) -> Bool {
        guard !left.isEmpty, !right.isEmpty else { return true }
        return source.withUnsafeBufferPointer { bytes in
            var index = right.lowerBound
            let next = ScalarDecoder.next(bytes, &index, end: right.upperBound)
            if closing.contains(next) { return false }
            if beginsInSuffix(bytes, right) { return false }
            var start = left.upperBound - 1
            while start > left.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
            let last = ScalarDecoder.next(bytes, &start, end: left.upperBound)
            return !opening.contains(last) && !(isUnspaced(last) && isUnspaced(next))
        }
    }

    /// ", . ) ] } … ” 、 。 ，": French sets a space before the other marks.
    private static let closing: Set<UInt32> = [
        0x2C, 0x2E, 0x29, 0x5D, 0x7D, 0x2026, 0x201D, 0x3001, 0x3002, 0xFF0C, 0xFF09, 0x60C, 0x6D4,
    ]

    /// "( [ { ¿ ¡ （"
    private static let opening: Set<UInt32> = [0x28, 0x5B, 0x7B, 0xBF, 0xA1, 0xFF08]

    /// Whether it begins in "'s", "'re" and the like, the end of a word that stands before it.
    static func beginsInSuffix(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        guard index < range.upperBound else { return false }
        let mark = ScalarDecoder.next(bytes, &index, end: range.upperBound)
        guard mark == 0x27 || mark == 0x2019 else { return false }
        let letters = (index..<range.upperBound).prefix { (0x61...0x7A).contains(bytes[$0]) }
        guard (1...2).contains(letters.count) else { return false }
        return letters.endIndex == range.upperBound || bytes[letters.endIndex] < 0x41
    }

    /// Han, kana, and the punctuation between them.
    private static func isUnspaced(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x3001...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFF01...0xFF9F, 0x20000...0x3FFFF: true
        default: false
        }
    }
}
