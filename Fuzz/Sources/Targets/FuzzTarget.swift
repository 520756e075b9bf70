/// What the fuzzer feeds with bytes. Each crashes on bytes that break a promise; what it returns is worth nothing but
/// keeps the optimizer from removing the work.
enum FuzzTarget: String, CaseIterable, Sendable {
    /// The frame decoder and both session machines.
    case frames
    /// The CBOR and JSON readers.
    case bodies
    /// The reader of what a proxy says first.
    case proxy
    /// The inflater.
    case inflate
    /// Any bytes to UTF-8.
    case charset
    /// The HTML reader.
    case html
    /// The plain-text reader.
    case text
    /// The whole engine.
    case pipeline

    func run(_ bytes: [UInt8]) -> Int {
        switch self {
        case .frames: FrameFuzzing.run(bytes)
        case .bodies: BodyFuzzing.run(bytes)
        case .proxy: ProxyFuzzing.run(bytes)
        case .inflate: InflateFuzzing.run(bytes)
        case .charset: ReadingFuzzing.decode(bytes)
        case .html: ReadingFuzzing.readHTML(bytes)
        case .text: ReadingFuzzing.readText(bytes)
        case .pipeline: PipelineFuzzing.run(bytes)
        }
    }
}
