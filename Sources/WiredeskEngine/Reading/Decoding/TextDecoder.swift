/// Turns the input's bytes into UTF-8.
///
/// In order of weight: a byte order mark, the caller's label, validity as UTF-8, the page's own declaration, the
/// bytes' statistics. NULs, which no text has, become U+FFFD.
enum TextDecoder {
    struct Decoded {
        /// Valid UTF-8, without a byte order mark.
        var utf8: [UInt8]
        /// The encoding it came in, by its WHATWG name.
        var encoding: String
        var warnings: [String] = []
    }

    /// - Throws: `unsupportedCharset` for a label that names no encoding, `notText` for bytes that are no text in any.
    static func decode(_ bytes: [UInt8], charset: String?, isHTML: Bool) throws(WiredeskError) -> Decoded {
        var label: CharacterEncoding?
        if let charset {
            guard let known = CharacterEncoding(label: charset.utf8) else {
                throw WiredeskError(.unsupportedCharset, "unknown charset \"\(charset.prefix(40))\"")
            }
            label = known
        }
        let decoded: Decoded? = bytes.withUnsafeBufferPointer { input in
            var (encoding, mark) = ByteOrderMark.find(in: input) ?? (nil, 0)
            let rest = UnsafeBufferPointer(rebasing: input[mark...])
            if encoding == nil, label == nil {
                encoding = EncodingDetector.utf16(rest) ?? EncodingDetector.iso2022JP(rest)
            }
            if (encoding ?? label ?? .utf8) == .utf8, UTF8Bytes.isValid(rest) {
                return Decoded(utf8: mark == 0 ? bytes : Array(rest), encoding: CharacterEncoding.utf8.rawValue)
            }
            let chosen = encoding ?? label ?? guess(rest, isHTML: isHTML)
            guard let (utf8, replaced) = EncodingConverter.convert(rest, from: chosen) else { return nil }
            return Decoded(
                utf8: utf8, encoding: chosen.rawValue,
                warnings: replaced == 0
                    ? [] : ["\(replaced) byte sequences are not \(chosen.rawValue), replaced by U+FFFD"])
        }
        guard var decoded else {
            throw WiredeskError(.unsupportedCharset, "this system cannot convert \(label?.rawValue ?? "the encoding")")
        }
        try TextPlausibility.require(decoded.utf8)
        if replaceNULs(&decoded.utf8) { decoded.warnings.append("NUL bytes replaced by U+FFFD") }
        return decoded
    }

    /// For bytes that are not UTF-8 throughout and that nobody but the page itself says anything about.
    private static func guess(_ bytes: UnsafeBufferPointer<UInt8>, isHTML: Bool) -> CharacterEncoding {
        if isHTML, let declared = DeclaredEncoding.find(in: bytes) {
            // A page is often UTF-8 with one broken byte in it, whatever it declares.
            if declared != .utf8, !EncodingDetector.isMostlyUTF8(bytes) { return declared }
            if EncodingDetector.isMostlyUTF8(bytes) { return .utf8 }
        }
        return EncodingDetector.detect(bytes)
    }

    private static func replaceNULs(_ utf8: inout [UInt8]) -> Bool {
        guard utf8.withUnsafeBufferPointer({ $0.find(0) < $0.count }) else { return false }
        var replaced: [UInt8] = []
        replaced.reserveCapacity(utf8.count + 64)
        for byte in utf8 {
            if byte == 0 { replaced += [0xEF, 0xBF, 0xBD] } else { replaced.append(byte) }
        }
        utf8 = replaced
        return true
    }
}
