/// A hash of bytes, eight at a time, to tell whether two stretches of a page are the same. It is not kept anywhere.
enum WordHash {
    @inline(__always)
    static func value(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard let base = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
        var hash = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
        var offset = 0
        while offset + 8 <= bytes.count {
            hash = mix(hash, UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
            offset += 8
        }
        if offset == bytes.count { return mix(hash, 0) }
        // The last eight bytes, some of which were read before, or all of a short stretch.
        if bytes.count >= 8 {
            return mix(hash, UInt64(littleEndian: base.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)))
        }
        if bytes.count >= 4 {
            let first = UInt32(littleEndian: base.loadUnaligned(as: UInt32.self))
            let last = UInt32(littleEndian: base.loadUnaligned(fromByteOffset: bytes.count - 4, as: UInt32.self))
            return mix(hash, UInt64(first) << 32 | UInt64(last))
        }
        let rest = UInt64(bytes[0]) << 16 | UInt64(bytes[bytes.count >> 1]) << 8 | UInt64(bytes[bytes.count - 1])
        return mix(hash, rest)
    }

    /// Multiplies to 128 bits and folds the halves, as wyhash does (Wang Yi, 2019).
    @inline(__always)
    private static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let product = (hash ^ word ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
        return product.high ^ product.low
    }
}
