/// Keeps pictures, archives and other files that are no text out.
enum TextPlausibility {
    private static let reach = 1 << 13

    /// - Throws: `notText` when the start holds more control characters than any text does.
    static func require(_ utf8: [UInt8]) throws(WiredeskError) {
        if let kind = signature(utf8) { throw WiredeskError(.notText, "the article is \(kind), not text") }
        var controls = 0
        var replacements = 0
        let head = utf8.prefix(reach)
        head.withUnsafeBufferPointer { bytes in
            for index in bytes.indices {
                let byte = bytes[index]
                if byte < 0x20, byte > 0x0D || byte < 0x09 { controls += 1 }
                if byte == 0xBD, index >= 2, bytes[index - 1] == 0xBF, bytes[index - 2] == 0xEF { replacements += 1 }
            }
        }
        // One in fifty: deflated data has one in eleven, and terminal logs stay below.
        guard (controls + replacements / 2) * 50 <= head.count || controls + replacements < 4 else {
            throw WiredeskError(.notText, "\(controls) control characters in \(head.count) bytes")
        }
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
