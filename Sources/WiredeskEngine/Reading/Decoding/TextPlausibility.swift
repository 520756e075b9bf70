/// Keeps pictures, archives and other files that are no text out.
enum TextPlausibility {
    private static let reach = 1 << 13

    /// - Throws: `notText` when the start holds more control characters than any text does.
    static func require(_ utf8: [UInt8]) throws(WiredeskError) {
        if let kind = signature(utf8) { throw WiredeskError(.notText, "the article is \(kind), not text") }
        let head = utf8.prefix(reach)
        let controls = head.withUnsafeBufferPointer(Self.controls)
        let replacements = head.withUnsafeBufferPointer(Self.replacements)
        // One in fifty: deflated data has one in eleven, and terminal logs stay below.
        guard (controls + replacements / 2) * 50 <= head.count || controls + replacements < 4 else {
            throw WiredeskError(.notText, "\(controls) control characters in \(head.count) bytes")
        }
    }

    /// How many control characters there are, white space left out.
    private static func controls(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var controls = 0
        let raw = UnsafeRawBufferPointer(bytes)
        for start in stride(from: 0, to: bytes.count, by: 8) {
            if start + 8 <= bytes.count {
                // A byte whose three high bits are not all zero is no control character.
                let high = raw.loadUnaligned(fromByteOffset: start, as: UInt64.self) & 0xE0E0_E0E0_E0E0_E0E0
                let isHigh = (high >> 7 | high >> 6 | high >> 5) & 0x0101_0101_0101_0101
                if isHigh == 0x0101_0101_0101_0101 { continue }
            }
            for byte in bytes[start..<min(bytes.count, start + 8)] where byte < 0x20 && (byte > 0x0D || byte < 0x09) {
                controls += 1
            }
        }
        return controls
    }

    /// How many U+FFFD there are.
    private static func replacements(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var replacements = 0
        var scan = bytes.find(0xEF)
        while scan + 2 < bytes.count {
            if bytes[scan + 1] == 0xBF, bytes[scan + 2] == 0xBD { replacements += 1 }
            scan = bytes.find(0xEF, from: scan + 1)
        }
        return replacements
    }

    /// Formats whose first bytes could pass for text.
    private static func signature(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: Array("%PDF-".utf8)) { return "a PDF file" }
        if bytes.starts(with: Array("{\\rtf".utf8)) { return "an RTF file" }
        if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) { return "a ZIP archive" }
        if bytes.starts(with: Array("GIF8".utf8)) { return "a GIF picture" }
        return nil
    }
}
