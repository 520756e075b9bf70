/// One article's way through the stages. Inside, every span counts UTF-8 bytes; they are converted when a result
/// leaves.
struct Pipeline {
    let configuration: EngineConfiguration
    let options: AnalysisOptions
    let interruption: Interruption
    let onStage: ((Stage, Analysis) -> Void)?

    private var analysis = Analysis(engine: Engine.version, stages: [])
    private var text: [UInt8] = []
    private var source: [UInt8] = []

    init(
        configuration: EngineConfiguration, options: AnalysisOptions, interruption: Interruption,
        onStage: ((Stage, Analysis) -> Void)?
    ) {
        self.configuration = configuration
        self.options = options
        self.interruption = interruption
        self.onStage = onStage
    }

    mutating func run(_ bytes: [UInt8]) throws(WiredeskError) -> Analysis {
        analysis.id = options.id
        let document = try read(bytes)
        try attempt(.entities) { pipeline throws(WiredeskError) in
            let entities = try EntityExtractor.extract(from: document, interruption: pipeline.interruption)
            pipeline.analysis.entities = entities
            pipeline.analysis.quotes = try QuoteFinder.find(
                in: document, entities: entities, interruption: pipeline.interruption)
        }
        try attempt(.summary) { pipeline throws(WiredeskError) in
            let words = try SummaryWords(document, interruption: pipeline.interruption)
            pipeline.analysis.summary = try Summarizer.summarize(
                document, words, length: SummaryLength(pipeline.options), interruption: pipeline.interruption)
            pipeline.analysis.keyphrases = try KeyphraseExtractor.extract(
                from: document, words, entities: pipeline.analysis.entities ?? [],
                interruption: pipeline.interruption)
        }
        return outgoing()
    }

    /// Reading is the one stage that nothing can do without.
    private mutating func read(_ bytes: [UInt8]) throws(WiredeskError) -> Document {
        let start = ContinuousClock.now
        let reader = ArticleReader(configuration: configuration, options: options, interruption: interruption)
        var read = try reader.read(bytes)
        let document = try Document(analyzing: &read, interruption: interruption)
        text = read.text
        source = read.source
        analysis.article = read.article
        analysis.warnings = read.warnings
        report(.reading, .ok, since: start)
        return document
    }

    /// Runs a stage if it was asked for; a compute deadline ends the stage, not the analysis.
    private mutating func attempt(
        _ stage: Stage, _ work: (inout Pipeline) throws(WiredeskError) -> Void
    ) throws(WiredeskError) {
        guard options.stages.contains(stage) else { return }
        let start = ContinuousClock.now
        do {
            try interruption.check()
            try work(&self)
            report(stage, .ok, since: start)
        } catch {
            guard error.code == .deadlineExceeded, !interruption.isAbandoned else {
                throw WiredeskError(error.code, error.message, stage: stage)
            }
            report(stage, .timeout, since: start, message: error.message)
        }
    }

    private mutating func report(
        _ stage: Stage, _ status: StageStatus, since start: ContinuousClock.Instant, message: String? = nil
    ) {
        let spent = (ContinuousClock.now - start).components
        let microseconds = Int(spent.seconds) * 1_000_000 + Int(spent.attoseconds / 1_000_000_000_000)
        analysis.stages.append(
            StageReport(
                name: stage, status: status, microseconds: options.timings ? microseconds : nil, message: message))
        if let onStage { onStage(stage, outgoing()) }
    }

    /// The result so far as the caller sees it.
    private func outgoing() -> Analysis {
        var outgoing = analysis
        outgoing.article?.text = String(decoding: text, as: UTF8.self)
        if options.offsets != .utf8 {
            outgoing.convertSpans(
                text: OffsetMap(text, unit: options.offsets), source: OffsetMap(source, unit: options.offsets))
        }
        return outgoing
    }
}
