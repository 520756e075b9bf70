/// Cleans texts that pages encode once more inside JSON and attributes: left-over tags, character references, runs of
/// white space.
enum PlainMarkup {
    static func text(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
            return collapsed(text)
        }
        var plain: [UInt8] = []
        plain.reserveCapacity(text.utf8.count)
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                if bytes[index] == UInt8(ascii: "&"),
                    let end = CharacterReferences.shared.resolve(
                        bytes, at: index, end: bytes.count, inAttribute: true, into: &plain)
                {
                    index = end
                } else if let end = tagEnd(bytes, at: index) {
                    plain.append(0x20)
                    index = end
                } else {
                    plain.append(bytes[index])
                    index += 1
                }
            }
        }
        return collapsed(String(decoding: plain, as: UTF8.self))
    }

    /// The offset after the tag that begins here.
    private static func tagEnd(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
        guard bytes[start] == UInt8(ascii: "<"), start + 1 < bytes.count else { return nil }
        let next = bytes[start + 1]
        guard next == UInt8(ascii: "/") || (0x61...0x7A).contains(next | 0x20) else { return nil }
        // A tag that left-over markup holds is short; the bound keeps the search linear.
        return bytes[start..<min(bytes.count, start + 300)].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
    }

    /// The text with runs of white space made one space, and without invisible characters.
    static func collapsed(_ text: String) -> String {
        guard !isCollapsed(text.utf8) else { return text }
        var collapsed = ""
        collapsed.reserveCapacity(text.utf8.count)
        var pendingSpace = false
        for scalar in text.unicodeScalars {
            if scalar.isBlank {
                // A soft hyphen or a zero-width space parts no words.
                if scalar.properties.isWhitespace { pendingSpace = true }
                continue
            }
            if pendingSpace, !collapsed.isEmpty { collapsed.unicodeScalars.append(" ") }
            pendingSpace = false
            collapsed.unicodeScalars.append(scalar)
        }
        return collapsed
    }

    /// Whether there is surely nothing to collapse. First bytes of characters that may be blank say no.
    private static func isCollapsed(_ utf8: String.UTF8View) -> Bool {
        var last: UInt8 = 0x20
        for byte in utf8 {
            switch byte {
            case 0x20: if last == 0x20 { return false }
            case 0..<0x20, 0xC2, 0xE1, 0xE2, 0xE3, 0xEF: return false
            default: break
            }
            last = byte
        }
        return last != 0x20 || utf8.isEmpty
    }
}
