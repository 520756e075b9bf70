/// The words of a text that tell its encoding: those with bytes beyond ASCII.
enum EncodingSample {
    /// So many bytes say enough.
    private static let size = 2048
    /// Where no blank comes for so long there is no word but data.
    private static let longestWord = 64

    /// The words, a blank after each.
    static func words(of bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var words: [UInt8] = []
        words.reserveCapacity(size + longestWord)
        var start = 0
        var isBeyondASCII = false
        for index in bytes.indices {
            let byte = bytes[index]
            if byte >= 0x80 {
                isBeyondASCII = true
                continue
            }
            // After a byte beyond ASCII this may be the second half of a character.
            let isTrail = index > 0 && bytes[index - 1] >= 0x80 && (byte >= 0x40 || byte &- 0x30 < 10)
            if isTrail || !endsWord(byte) { continue }
            if isBeyondASCII {
                words += bytes[max(start, index - longestWord * 4)..<index]
                words.append(0x20)
                if words.count >= size { return words }
            }
            start = index + 1
            isBeyondASCII = false
        }
        if isBeyondASCII { words += bytes[max(start, bytes.count - longestWord * 4)...] }
        return words
    }

    /// White space, and what delimits words in markup.
    private static func endsWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0x22, 0x26, 0x2F, 0x3B...0x3E: true
        default: false
        }
    }
}
