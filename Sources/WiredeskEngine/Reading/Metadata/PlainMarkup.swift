/// Cleans texts that pages encode once more inside JSON and attributes: left-over tags, character references, runs of
/// white space.
enum PlainMarkup {
    static func text(_ text: String) -> String {
        let marks: Set<UInt8> = [UInt8(ascii: "<"), UInt8(ascii: "&")]
        guard text.utf8.contains(where: marks.contains) else { return collapsed(text) }
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
}
