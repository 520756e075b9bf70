import WiredeskModel

/// Cuts a stream of bytes into frames, however the bytes are split.
///
/// A frame that arrives whole is read in place; only a frame's own incomplete bytes are kept. Memory is bounded by
/// `maximumFrame`, and grows with what has arrived, not with what a header claims.
package struct FrameDecoder: Sendable {
    package enum Event: Sendable, Equatable {
        /// A frame, and its bytes on the wire, header included.
        case frame(Frame, wireLength: Int)
        /// A frame longer than the limit begins; its bytes are passed over.
        case oversized(rawType: UInt8, id: UInt64, length: Int)
    }

    /// Bytes after the header that a frame may have.
    package var maximumFrame: Int
    /// The beginning of a frame.
    private var pending: [UInt8] = []
    /// Bytes of an oversized frame still to be passed over.
    private var bytesToSkip = 0

    package init(maximumFrame: Int) {
        self.maximumFrame = maximumFrame
    }

    /// Whether a frame has begun and not ended.
    package var isMidFrame: Bool { bytesToSkip > 0 || !pending.isEmpty }

    /// Bytes kept of a frame that has not ended.
    package var heldBytes: Int { pending.count }

    /// Lets go of the frame that is arriving: its bytes so far are dropped, those to come are passed over. Nil when
    /// there is none, or not enough of it to tell where it ends.
    mutating func abandonFrame() -> FrameHeader? {
        guard pending.count >= FrameLimits.header else { return nil }
        let header = pending.withUnsafeBytes { FrameHeader($0) }
        bytesToSkip = FrameLimits.header + Int(header.length) - pending.count
        pending = []
        return header
    }

    /// The next event, taking what it needs off the front of `bytes`; nil when more bytes are needed.
    package mutating func next(_ bytes: inout UnsafeRawBufferPointer) throws(WiredeskError) -> Event? {
        if bytesToSkip > 0 {
            let skipped = min(bytesToSkip, bytes.count)
            bytesToSkip -= skipped
            bytes = UnsafeRawBufferPointer(rebasing: bytes[skipped...])
        }
        guard !bytes.isEmpty else { return nil }
        if pending.isEmpty {
            guard bytes.count >= FrameLimits.header else { return keep(&bytes, bytes.count) }
            let header = FrameHeader(bytes)
            if let oversized = skipIfOversized(header) {
                bytes = UnsafeRawBufferPointer(rebasing: bytes[FrameLimits.header...])
                return oversized
            }
            let total = FrameLimits.header + Int(header.length)
            guard bytes.count >= total else { return keep(&bytes, bytes.count) }
            let frame = try Frame(UnsafeRawBufferPointer(rebasing: bytes[..<total]))
            bytes = UnsafeRawBufferPointer(rebasing: bytes[total...])
            return .frame(frame, wireLength: total)
        }
        if pending.count < FrameLimits.header {
            _ = keep(&bytes, min(FrameLimits.header - pending.count, bytes.count))
            guard pending.count == FrameLimits.header else { return nil }
            if let oversized = skipIfOversized(pending.withUnsafeBytes { FrameHeader($0) }) {
                pending = []
                return oversized
            }
        }
        let total = FrameLimits.header + Int(pending.withUnsafeBytes { FrameHeader($0) }.length)
        _ = keep(&bytes, min(total - pending.count, bytes.count))
        guard pending.count == total else { return nil }
        let whole = pending
        pending = []
        // A typed error cannot pass through withUnsafeBytes.
        let frame = whole.withUnsafeBytes { bytes in
            Result { () throws(WiredeskError) in try Frame(bytes) }
        }
        return .frame(try frame.get(), wireLength: total)
    }

    private mutating func keep(_ bytes: inout UnsafeRawBufferPointer, _ count: Int) -> Event? {
        pending.append(contentsOf: bytes[..<count])
        bytes = UnsafeRawBufferPointer(rebasing: bytes[count...])
        return nil
    }

    private mutating func skipIfOversized(_ header: FrameHeader) -> Event? {
        let length = Int(header.length)
        guard length > maximumFrame else { return nil }
        bytesToSkip = length
        return .oversized(rawType: header.rawType, id: header.id, length: length)
    }
}
