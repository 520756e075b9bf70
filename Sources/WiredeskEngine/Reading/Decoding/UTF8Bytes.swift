import CWiredeskKernels

/// Validation of UTF-8.
enum UTF8Bytes {
    /// Whether the bytes are UTF-8 throughout.
    static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { validPrefix(of: bytes) == bytes.count }

    /// How many bytes at the start are whole, valid characters (Unicode 15, table 3-7).
    static func validPrefix(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard let base = bytes.baseAddress else { return 0 }
        return validPrefix(of: bytes, from: wiredesk_utf8_prefix(base, bytes.count))
    }

    /// The same without vectors, where the bytes before the offset are known to be valid. ASCII passes eight bytes at a
    /// time.
    static func validPrefix(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let count = bytes.count
        guard let base = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
        var scan = start
        while scan < count {
            if scan + 8 <= count {
                let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: scan, as: UInt64.self))
                let high = word & 0x8080_8080_8080_8080
                scan += high == 0 ? 8 : high.trailingZeroBitCount >> 3
                if high == 0 { continue }
            }
            let length = lengthOfCharacter(bytes, at: scan)
            if length == 0 { return scan }
            scan += length
        }
        return count
    }

    /// The length of the valid character at the offset, or 0.
    @inline(__always)
    static func lengthOfCharacter(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
        let lead = bytes[start]
        if lead < 0x80 { return 1 }
        let left = bytes.count - start
        func continues(_ offset: Int) -> Bool { bytes[start + offset] & 0xC0 == 0x80 }
        switch lead {
        case 0xC2...0xDF:
            return left >= 2 && continues(1) ? 2 : 0
        case 0xE0...0xEF:
            guard left >= 3, continues(1), continues(2) else { return 0 }
            let second = bytes[start + 1]
            return (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ? 0 : 3
        case 0xF0...0xF4:
            guard left >= 4, continues(1), continues(2), continues(3) else { return 0 }
            let second = bytes[start + 1]
            return (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F) ? 0 : 4
        default:
            return 0
        }
    }
}
