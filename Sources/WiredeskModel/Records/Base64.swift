import CWiredeskKernels

/// Base 64 (RFC 4648, section 4): padded, without line breaks, and with nothing in the bits that padding leaves over,
/// so that no two texts mean the same bytes.
package enum Base64 {
    private static let padding = UInt8(ascii: "=")

    /// - Returns: nil when it is not base 64.
    package static func decode(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard text.count.isMultiple(of: 4) else { return nil }
        guard !text.isEmpty, let base = text.baseAddress else { return [] }
        let padded = text[text.count - 1] != padding ? 0 : text[text.count - 2] != padding ? 1 : 2
        let whole = text.count / 4 - (padded == 0 ? 0 : 1)
        var isValid = true
        let bytes = [UInt8](unsafeUninitializedCapacity: text.count / 4 * 3) { output, count in
            guard let start = output.baseAddress else { return }
            isValid = wiredesk_base64_decode(base, whole, start)
            count = whole * 3
            guard padded > 0 else { return }
            // The last group as it would be without padding: "A" stands for zero bits.
            let zero = UInt8(ascii: "A")
            let last = [base[whole * 4], base[whole * 4 + 1], padded == 1 ? base[whole * 4 + 2] : zero, zero]
            var rest: [UInt8] = [0, 0, 0]
            isValid = wiredesk_base64_decode(last, 1, &rest) && rest[3 - padded] == 0 && isValid
            for byte in rest[..<(3 - padded)] {
                output[count] = byte
                count += 1
            }
        }
        return isValid ? bytes : nil
    }
}
