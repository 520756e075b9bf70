/// Base 64 (RFC 4648, section 4): padded, without line breaks, and with nothing in the bits that padding leaves over,
/// so that no two texts mean the same bytes.
enum Base64 {
    static func decode(_ text: String) -> [UInt8]? {
        var text = text
        return text.withUTF8(decode)
    }

    /// The value of each character, or `invalid`.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: invalid, count: 256)
        for (value, byte) in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8.enumerated() {
            values[Int(byte)] = UInt8(value)
        }
        return values
    }()

    private static let invalid: UInt8 = 0xFF
    private static let padding = UInt8(ascii: "=")

    private static func decode(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard text.count.isMultiple(of: 4) else { return nil }
        guard !text.isEmpty else { return [] }
        let padded = text[text.count - 1] != padding ? 0 : text[text.count - 2] != padding ? 1 : 2
        let whole = text.count / 4 - (padded == 0 ? 0 : 1)
        var isValid = true
        let bytes = values.withUnsafeBufferPointer { values in
            [UInt8](unsafeUninitializedCapacity: text.count / 4 * 3) { output, count in
                var seen: UInt8 = 0
                for quantum in 0..<whole {
                    let a = values[Int(text[quantum * 4])]
                    let b = values[Int(text[quantum * 4 + 1])]
                    let c = values[Int(text[quantum * 4 + 2])]
                    let d = values[Int(text[quantum * 4 + 3])]
                    // Values have six bits: a seventh or eighth can only come from an invalid one.
                    seen |= a | b | c | d
                    output[count] = a << 2 | b >> 4
                    output[count + 1] = b << 4 | c >> 2
                    output[count + 2] = c << 6 | d
                    count += 3
                }
                if padded > 0 {
                    let a = values[Int(text[whole * 4])]
                    let b = values[Int(text[whole * 4 + 1])]
                    let c = padded == 1 ? values[Int(text[whole * 4 + 2])] : 0
                    seen |= a | b | c
                    isValid = padded == 1 ? c & 0b11 == 0 : b & 0b1111 == 0
                    output[count] = a << 2 | b >> 4
                    count += 1
                    if padded == 1 {
                        output[count] = b << 4 | c >> 2
                        count += 1
                    }
                }
                isValid = isValid && seen < 64
            }
        }
        return isValid ? bytes : nil
    }
}
