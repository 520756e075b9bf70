import CZlib

/// CRC-32 as zlib and Ethernet have it (ISO-HDLC).
enum CRC32 {
    static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
        UInt32(truncatingIfNeeded: add(bytes, to: crc32(0, nil, 0)))
    }

    /// The checksum with a stretch of at most sixteen bytes read as zero.
    static func checksum(_ bytes: UnsafeRawBufferPointer, zeroing zeroed: Range<Int>) -> UInt32 {
        let zeros: (UInt64, UInt64) = (0, 0)
        var crc = add(UnsafeRawBufferPointer(rebasing: bytes[..<zeroed.lowerBound]), to: crc32(0, nil, 0))
        crc = withUnsafeBytes(of: zeros) { add(UnsafeRawBufferPointer(rebasing: $0[..<zeroed.count]), to: crc) }
        return UInt32(truncatingIfNeeded: add(UnsafeRawBufferPointer(rebasing: bytes[zeroed.upperBound...]), to: crc))
    }

    private static func add(_ bytes: UnsafeRawBufferPointer, to crc: UInt) -> UInt {
        guard let base = bytes.baseAddress, !bytes.isEmpty else { return crc }
        return crc32_z(crc, base.assumingMemoryBound(to: UInt8.self), bytes.count)
    }
}
