extension FixedWidthInteger {
    /// The bytes as they go over the wire.
    var littleEndianBytes: [UInt8] {
        withUnsafeBytes(of: littleEndian) { Array($0) }
    }

    /// Reads exactly as many bytes as the type has.
    init(littleEndianBytes bytes: some Collection<UInt8>) {
        precondition(bytes.count == MemoryLayout<Self>.size, "an integer of another width")
        self = bytes.reversed().reduce(0) { $0 << 8 | Self(truncatingIfNeeded: $1) }
    }
}
