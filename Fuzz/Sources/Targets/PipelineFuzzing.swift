@testable import WiredeskEngine

/// The whole engine, with options chosen by the first two bytes.
enum PipelineFuzzing {
    private static let engine = {
        var configuration = EngineConfiguration()
        configuration.now = { 1_790_000_000 }
        return Engine(configuration: configuration)
    }()

    static func run(_ bytes: [UInt8]) -> Int {
        let choice = bytes.prefix(2).reduce(0) { $0 << 8 | Int($1) }
        var options = AnalysisOptions()
        options.timings = false
        options.offsets = .utf8
        options.content = [ContentKind.auto, .html, .text][choice % 3]
        options.verbatim = choice & 0x10 != 0 && options.content != .html
        if choice & 0x20 != 0 { options.published = "2026-03-01" }
        if choice & 0x40 != 0 { options.url = "https://example.org/2026/03/01/a" }
        switch choice >> 8 & 3 {
        case 1: options.sentences = 1 + choice >> 10
        case 2: options.words = 1 + choice >> 10
        case 3: options.ratio = Double(1 + choice >> 10) / 64
        default: break
        }
        let article = Array(bytes.dropFirst(2))
        guard let analysis = try? engine.analyze(article, options: options) else { return 0 }
        SpanInvariants.check(analysis)
        precondition((try? engine.analyze(article, options: options)) == analysis, "the same input, another result")
        for unit in [OffsetUnit.scalar, .utf16] {
            options.offsets = unit
            precondition((try? engine.analyze(article, options: options)) != nil, "fails when spans count \(unit)")
        }
        return analysis.article?.text.utf8.count ?? 0
    }
}
