import WiredeskEngine
import WiredeskProtocol

/// What the requests that are measured carry.
enum Payload {
    /// Bytes of an article before compression; about 2.8 KB after it, as news articles have.
    private static let articleBytes = 5700

    /// A payload for the servers that only inflate it: the raw length as a little-endian u32, and one zlib stream.
    static func compressed(_ text: [UInt8]) -> [UInt8] {
        let raw = Array(text.prefix(articleBytes))
        return withUnsafeBytes(of: UInt32(raw.count).littleEndian) { Array($0) } + Deflater().deflate(raw)
    }

    /// Inflates such a frame's payload, as a worker of the service does.
    static func inflate(_ frame: [UInt8]) -> Bool {
        let start = FrameShape.header
        let length = frame.withUnsafeBytes {
            UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: start, as: UInt32.self))
        }
        return (try? ThreadCodecs.inflater.inflate(Array(frame[(start + 4)...]), rawLength: Int(length))) != nil
    }

    /// A page that is as long as an article and has next to nothing to analyse: the text stands in a comment.
    static func emptyPage(_ text: [UInt8]) -> [UInt8] {
        // Two hyphens would end the comment.
        let comment = text.prefix(articleBytes).map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 }
        return Array("<p>The ferry is late.</p><!-- ".utf8) + comment + Array(" -->".utf8)
    }

    /// The frame that asks the service about an article.
    static func request(_ article: [UInt8], _ stages: [Stage] = Stage.allCases) -> [UInt8] {
        var options = AnalysisOptions()
        options.stages = stages
        let raw = Request.payload(options, article: article, encoding: .cbor)
        var extensions = FrameExtensions()
        extensions.rawLength = UInt32(raw.count)
        let frame = Frame(
            .request, flags: .compressed, code: Request.Method.analyze.rawValue, extensions: extensions,
            payload: Deflater().deflate(raw))
        return frame.encoded()
    }

    /// A frame of so many bytes behind the header.
    static func echo(_ count: Int) -> [UInt8] {
        Frame(.ping, payload: [UInt8](repeating: 0x2E, count: count)).encoded()
    }
}
