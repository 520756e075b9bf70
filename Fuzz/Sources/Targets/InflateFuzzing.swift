@testable import WiredeskProtocol

/// Streams of a declared length, and what the deflater makes of the bytes.
enum InflateFuzzing {
    static func run(_ bytes: [UInt8]) -> Int {
        let inflater = ThreadCodecs.inflater
        let declared = bytes.prefix(2).reduce(0) { $0 << 8 | Int($1) }
        let stream = Array(bytes.dropFirst(2))
        let inflated = try? inflater.inflate(stream, rawLength: declared)
        precondition(inflated.map { $0.count == declared } ?? true, "more or less than declared")
        let deflated = ThreadCodecs.deflater.deflate(stream)
        precondition((try? inflater.inflate(deflated, rawLength: stream.count)) == stream, "lost in compression")
        return deflated.count
    }
}
