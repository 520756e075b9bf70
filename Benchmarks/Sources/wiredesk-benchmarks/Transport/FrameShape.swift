import WiredeskProtocol

/// As much of a frame as moving it takes: sixteen bytes, of which the first four say how many follow.
enum FrameShape {
    static let header = FrameLimits.header

    /// Bytes of the frame that begins there, header included; nil unless its header is there.
    static func length(of bytes: UnsafeRawBufferPointer, at start: Int = 0) -> Int? {
        guard bytes.count - start >= header else { return nil }
        return header + Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self)))
    }
}
