/// The 32-bit hashing of the name tagger's features. Changing anything here asks for a new model.
enum FeatureHash {
    static let seed: UInt32 = 0x811C_9DC5

    @inline(__always)
    static func add(_ byte: UInt8, to hash: UInt32) -> UInt32 { (hash ^ UInt32(byte)) &* 0x0100_0193 }

    /// Of two values in order.
    @inline(__always)
    static func mix(_ first: UInt32, _ second: UInt32) -> UInt32 {
        var hash = (first ^ (second &+ 0x7F4A_7C15) &* 0x9E37_79B1) &* 0x85EB_CA6B
        hash ^= hash >> 15
        hash = hash &* 0xC2B2_AE35
        return hash ^ hash >> 16
    }

    @inline(__always)
    static func fold(_ value: UInt64) -> UInt32 {
        mix(UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value >> 32))
    }

    /// FNV-1a of a table's bytes.
    static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 { bytes.reduce(seed) { add($1, to: $0) } }
}
