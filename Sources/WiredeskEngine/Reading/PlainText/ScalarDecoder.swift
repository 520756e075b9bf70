/// Decodes UTF-8 that is known to be valid.
enum ScalarDecoder {
    /// The scalar at `index`, which moves past it. Bytes that are no UTF-8 read as themselves.
    @inline(__always)
    static func next(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, end: Int) -> UInt32 {
        let byte = UInt32(bytes[index])
        index += 1
        if byte < 0x80 { return byte }
        let count = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC0 ? 1 : 0
        guard count > 0, index + count <= end else { return byte }
        var scalar = byte & (0x3F >> UInt32(count))
        for _ in 0..<count {
            scalar = scalar << 6 | UInt32(bytes[index] & 0x3F)
            index += 1
        }
        return scalar
    }
}
