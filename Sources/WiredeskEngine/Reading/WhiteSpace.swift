/// Unicode white space in UTF-8 bytes, and the invisible characters (zero-width space, byte order mark, soft hyphen,
/// word joiner, direction marks) that count as white space at the ends of a line.
enum WhiteSpace {
    /// The stretch without white space at its ends.
    static func trim(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, let length = length(bytes, at: start, end: end) { start += length }
        while end > start {
            var last = end - 1
            while last > start, bytes[last] & 0xC0 == 0x80 { last -= 1 }
            guard length(bytes, at: last, end: end) == end - last else { break }
            end = last
        }
        return start..<end
    }

    /// How many bytes the white space character here has; nil where another character stands.
    @inline(__always)
    static func length(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, end: Int) -> Int? {
        let byte = bytes[index]
        if byte < 0x80 { return byte <= 0x20 || byte == 0x7F ? 1 : nil }
        switch byte {
        case 0xC2:
            // U+0085, U+00A0, U+00AD
            guard index + 1 < end else { return nil }
            let next = bytes[index + 1]
            return next == 0x85 || next == 0xA0 || next == 0xAD ? 2 : nil
        case 0xE1:
            // U+1680
            return index + 2 < end && bytes[index + 1] == 0x9A && bytes[index + 2] == 0x80 ? 3 : nil
        case 0xE2:
            guard index + 2 < end else { return nil }
            let last = bytes[index + 2]
            switch bytes[index + 1] {
            // U+2000–U+200F, U+2028–U+202F
            case 0x80: return (0x80...0x8F).contains(last) || (0xA8...0xAF).contains(last) ? 3 : nil
            // U+205F, U+2060
            case 0x81: return last == 0x9F || last == 0xA0 ? 3 : nil
            default: return nil
            }
        case 0xE3: return index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80 ? 3 : nil
        case 0xEF: return index + 2 < end && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF ? 3 : nil
        default: return nil
        }
    }
}
