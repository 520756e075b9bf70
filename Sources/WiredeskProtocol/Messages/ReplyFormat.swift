import WiredeskModel

/// How a request's replies are to be written: what its connection agreed on and the request asked for. Carries all
/// that a worker needs to make the frames itself.
package struct ReplyFormat: Sendable, Hashable {
    package var encoding: BodyEncoding
    /// The client undoes zlib.
    package var allowsCompression: Bool
    package var withCRC: Bool
    /// Bytes after the header of the largest frame that the client takes.
    package var maximumFrame: Int
    /// Bytes of the largest body that the client takes, uncompressed.
    package var maximumRaw: Int
    /// The request's W3C traceparent, which an ERROR gives back.
    package var trace: String?

    package init(
        encoding: BodyEncoding, allowsCompression: Bool = false, withCRC: Bool = false,
        maximumFrame: Int = FrameLimits.frame, maximumRaw: Int = FrameLimits.raw, trace: String? = nil
    ) {
        self.encoding = encoding
        self.allowsCompression = allowsCompression
        self.withCRC = withCRC
        self.maximumFrame = maximumFrame
        self.maximumRaw = maximumRaw
        self.trace = trace
    }

    /// A RESULT frame, or the ERROR frame that says that the result is too large for the client.
    ///
    /// - Parameter measure: is told how large the payload is.
    package func result(
        _ analysis: Analysis, id: UInt64, measure: (PayloadSize) -> Void = { _ in }
    ) -> [UInt8] {
        frame(.result, code: 0, analysis, id: id, measure)
            ?? error(WiredeskError(.articleTooLarge, "the result is larger than the client takes"), id: id)
    }

    /// A PART frame, or nothing when it is too large for the client.
    package func part(
        _ stage: Stage, of analysis: Analysis, id: UInt64, measure: (PayloadSize) -> Void = { _ in }
    ) -> [UInt8]? {
        frame(.part, code: stage.code, analysis.part(stage), id: id, measure)
    }

    package func error(_ error: WiredeskError, id: UInt64) -> [UInt8] {
        var frame = Frame(
            .error, flags: encoding.flags, code: error.code.rawValue, id: id,
            payload: encoding.encode(ErrorBody(error)))
        frame.extensions.trace = trace
        return frame.encoded(withCRC: withCRC)
    }

    private func frame(
        _ type: FrameType, code: UInt16, _ analysis: Analysis, id: UInt64, _ measure: (PayloadSize) -> Void
    ) -> [UInt8]? {
        var frame = Frame(type, flags: encoding.flags, code: code, id: id, payload: encoding.encode(analysis))
        guard frame.payload.count <= maximumRaw else { return nil }
        let rawLength = frame.payload.count
        if allowsCompression { frame.compress() }
        measure(PayloadSize(raw: rawLength, wire: frame.payload.count))
        let bytes = frame.encoded(withCRC: withCRC)
        return bytes.count - FrameLimits.header <= maximumFrame ? bytes : nil
    }
}

extension Frame {
    /// Compresses the payload if it is long enough to gain by it.
    package mutating func compress() {
        guard payload.count >= FrameLimits.compressionThreshold else { return }
        let compressed = ThreadCodecs.deflater.deflate(payload)
        guard compressed.count < payload.count else { return }
        extensions.rawLength = UInt32(payload.count)
        flags.insert(.compressed)
        payload = compressed
    }
}
