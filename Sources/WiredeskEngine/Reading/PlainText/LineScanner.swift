/// Splits text into lines at any of Unicode's line ends (UAX #14: LF, CR, CR LF, VT, FF, NEL, U+2028, U+2029).
enum LineScanner {
    static func lines(of text: [UInt8]) -> [TextLine] {
        text.withUnsafeBufferPointer { bytes in
            var lines: [TextLine] = []
            lines.reserveCapacity(bytes.count / 48 + 1)
            var blanks = 0
            var start = 0
            while start < bytes.count {
                let (end, next) = lineEnd(bytes, from: start)
                let trimmed = WhiteSpace.trim(bytes, start..<end)
                if trimmed.isEmpty {
                    blanks += 1
                } else {
                    lines.append(TextLine(range: trimmed, blanksBefore: blanks, indent: trimmed.lowerBound - start))
                    blanks = 0
                }
                start = next
            }
            return lines
        }
    }

    /// Where the line that begins here ends, and where the next begins.
    private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (end: Int, next: Int) {
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case 0x0A, 0x0B, 0x0C: return (index, index + 1)
            case 0x0D:
                let isPair = index + 1 < bytes.count && bytes[index + 1] == 0x0A
                return (index, index + (isPair ? 2 : 1))
            case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0x85: return (index, index + 2)
            case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8:
                return (index, index + 3)
            default: index += 1
            }
        }
        return (bytes.count, bytes.count)
    }
}
