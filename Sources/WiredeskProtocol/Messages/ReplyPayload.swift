import WiredeskModel

/// The payload of a RESULT or PART as it came: whoever waits for it takes it apart, not the connection's queue.
package struct ReplyPayload: Sendable, Equatable {
    private let frame: Frame

    init(_ frame: Frame) {
        self.frame = frame
    }

    /// Inflates and decodes the body.
    ///
    /// - Parameter maximumRaw: bytes that the inflated body may have.
    /// - Throws: `badReply` when it is not what the protocol says.
    package func open(maximumRaw: Int) throws(WiredeskError) -> Analysis {
        var body = frame.payload
        if frame.flags.contains(.compressed) {
            guard let rawLength = frame.extensions.rawLength, rawLength <= maximumRaw else {
                throw WiredeskError(.badReply, "a compressed reply of no or too great a raw length")
            }
            do throws(WiredeskError) {
                body = try ThreadCodecs.inflater.inflate(body, rawLength: Int(rawLength))
            } catch {
                throw WiredeskError(.badReply, error.message)
            }
        }
        do throws(BodyError) {
            return try BodyEncoding(frame.flags).decode(from: body)
        } catch {
            throw WiredeskError(.badReply, "\(error)")
        }
    }
}
