import WiredeskModel

/// A REQUEST that the session accepted, not yet inflated: a worker does that.
package struct Request: Sendable, Hashable {
    package enum Method: UInt16, Sendable {
        case analyze = 1
    }

    package var id: UInt64
    package var isCompressed: Bool
    /// The caller wants a PART after each stage.
    package var wantsParts: Bool
    package var extensions: FrameExtensions
    /// As it came.
    package var payload: [UInt8]
    /// Bytes of its frame, header included.
    package var wireLength: Int
    /// How its replies are to be written.
    package var replyFormat: ReplyFormat

    /// Bytes that the request takes in memory once inflated.
    package var rawLength: Int { extensions.rawLength.map { Int($0) } ?? payload.count }

    /// Inflates the payload and takes it apart.
    package func open() throws(WiredeskError) -> (options: AnalysisOptions, article: [UInt8]) {
        let raw = isCompressed ? try ThreadCodecs.inflater.inflate(payload, rawLength: rawLength) : payload
        guard raw.count >= 4 else { throw WiredeskError(.badBody, "no length of the options") }
        let count = Int(UInt32(littleEndianBytes: raw[..<4]))
        guard count <= FrameLimits.options, count <= raw.count - 4 else {
            throw WiredeskError(.badBody, "options of \(count) bytes run past the payload or the limit")
        }
        guard count > 0 else { return (AnalysisOptions(), Array(raw[4...])) }
        let options: AnalysisOptions
        do throws(BodyError) {
            options = try replyFormat.encoding.decode(from: raw[4..<(4 + count)], refusingUnknownFields: true)
        } catch {
            throw WiredeskError(error.requestErrorCode, "options: \(error)")
        }
        return (options, Array(raw[(4 + count)...]))
    }

    /// The payload of a request, before compression.
    package static func payload(_ options: AnalysisOptions, article: [UInt8], encoding: BodyEncoding) -> [UInt8] {
        let options = encoding.encode(options)
        var payload: [UInt8] = []
        payload.reserveCapacity(4 + options.count + article.count)
        payload += UInt32(options.count).littleEndianBytes
        payload += options
        payload += article
        return payload
    }
}
