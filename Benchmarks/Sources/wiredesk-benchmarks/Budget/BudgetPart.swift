import WiredeskEngine
import WiredeskModel

/// Work whose instructions have a budget. The stages stand on one another, so each part but the codecs' does what the one
/// before it does too; `scripts/budget` takes the differences.
enum BudgetPart: String, CaseIterable {
    /// The first article of a process, with all that is made once.
    case first
    case reading
    /// With reading.
    case entities
    /// With reading and entities.
    case summary
    case cbor, json

    /// Does the part once for each article, inside `countedWork` and nowhere else.
    func run(_ articles: [[UInt8]]) {
        guard self != .first else { return Self.countedWork(self, Array(articles.prefix(1)), []) }
        let results = articles.compactMap { Self.analyze($0, Stage.allCases) }
        // What is made once is not counted.
        Self.work(self, articles, results)
        Self.countedWork(self, articles, results)
    }

    /// What callgrind counts, found by its name.
    @inline(never)
    private static func countedWork(_ part: BudgetPart, _ articles: [[UInt8]], _ results: [Analysis]) {
        work(part, articles, results)
    }

    @inline(never)
    private static func work(_ part: BudgetPart, _ articles: [[UInt8]], _ results: [Analysis]) {
        switch part {
        case .reading: for article in articles { keep(analyze(article, [.reading])) }
        case .entities: for article in articles { keep(analyze(article, [.reading, .entities])) }
        case .first, .summary: for article in articles { keep(analyze(article, Stage.allCases)) }
        case .cbor: for result in results { keep(CBORWriter.encode(result)) }
        case .json: for result in results { keep(JSONWriter.encode(result)) }
        }
    }

    private static func analyze(_ article: [UInt8], _ stages: [Stage]) -> Analysis? {
        var options = AnalysisOptions()
        options.stages = stages
        // How many digits a time has differs from run to run.
        options.timings = false
        var configuration = EngineConfiguration()
        // Under valgrind an article takes a hundred times as long.
        configuration.computeDeadline = .seconds(3600)
        configuration.now = { 1_793_491_200 }
        return try? Engine(configuration: configuration).analyze(article, options: options)
    }

    /// Sees that a value is worked out although nobody wants it.
    @inline(never)
    private static func keep<Value>(_ value: Value) {}
}
