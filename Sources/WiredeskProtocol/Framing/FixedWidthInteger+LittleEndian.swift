extension FixedWidthInteger {
    /// The bytes as they go over the wire.
    var littleEndianBytes: [UInt8] {
        withUnsafeBytes(of: littleEndian) { Array($0) }
    }
}
