/// Resolves character references (HTML 13.2.5.72 to 13.2.5.80).
struct CharacterReferences: Sendable {
    static let shared = CharacterReferences()

    private let named = NamedCharacterReferences.shared

    /// Resolves the reference whose "&" stands at the offset, appends its characters as UTF-8 and gives the offset
    /// after it. Gives nil, and appends nothing, where the "&" means itself.
    func resolve(
        _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, end: Int, inAttribute: Bool, into output: inout [UInt8]
    ) -> Int? {
        guard start + 1 < end else { return nil }
        if bytes[start + 1] == 0x23 { return resolveNumber(bytes, at: start, end: end, into: &output) }
        guard let match = named.longestMatch(bytes, from: start + 1, end: end) else { return nil }
        if inAttribute, bytes[match.end - 1] != 0x3B, match.end < end,
            bytes[match.end] == 0x3D || Self.isAlphanumeric(bytes[match.end])
        {
            return nil
        }
        named.append(match, to: &output)
        return match.end
    }

    private func resolveNumber(
        _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, end: Int, into output: inout [UInt8]
    ) -> Int? {
        var scan = start + 2
        guard scan < end else { return nil }
        let isHexadecimal = bytes[scan] | 0x20 == 0x78
        if isHexadecimal { scan += 1 }
        let firstDigit = scan
        var value: UInt32 = 0
        while scan < end, let digit = Self.digit(bytes[scan], isHexadecimal: isHexadecimal) {
            // Past the last code point the value no longer matters.
            if value <= 0x10FFFF { value = value * (isHexadecimal ? 16 : 10) + digit }
            scan += 1
        }
        guard scan > firstDigit else { return nil }
        if scan < end, bytes[scan] == 0x3B { scan += 1 }
        Self.append(Self.scalar(value), to: &output)
        return scan
    }

    @inline(__always)
    private static func digit(_ byte: UInt8, isHexadecimal: Bool) -> UInt32? {
        if byte &- 0x30 < 10 { return UInt32(byte &- 0x30) }
        let letter = (byte | 0x20) &- 0x61
        return isHexadecimal && letter < 6 ? UInt32(letter) + 10 : nil
    }

    /// What a number means: numbers of the C1 range are windows-1252's (13.2.5.80).
    private static func scalar(_ value: UInt32) -> Unicode.Scalar {
        if (0x80...0x9F).contains(value) { return Windows1252.scalar(of: UInt8(value)) }
        guard value != 0, let scalar = Unicode.Scalar(value) else { return "\u{FFFD}" }
        return scalar
    }

    static func append(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
        if scalar.value < 0x80 {
            output.append(UInt8(scalar.value))
        } else {
            output.append(contentsOf: Unicode.UTF8.encode(scalar)!)
        }
    }

    @inline(__always)
    static func isAlphanumeric(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }
}
