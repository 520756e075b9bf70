import WiredeskEngine

/// One measurement: all pages, several times over, on one thread.
struct Round {
    private(set) var pages = 0
    private(set) var bytes = 0
    /// Of the articles.
    private(set) var words = 0
    /// Processor time of this thread.
    private(set) var processorSeconds = 0.0
    /// What the engine reports for each stage, in the order of `Stage.allCases`.
    private(set) var stageMicroseconds = [Int](repeating: 0, count: Stage.allCases.count)

    init(_ workload: Workload, _ inputs: [[UInt8]], passes: Int) {
        let engine = Engine()
        var options = AnalysisOptions()
        options.stages = workload.stages
        let start = ProcessorTime.ofThread
        for _ in 0..<passes {
            for input in inputs {
                // Pages without an article count too: they have to be read to know.
                guard let analysis = try? engine.analyze(input, options: options) else { continue }
                words += analysis.article?.wordCount ?? 0
                for (index, stage) in Stage.allCases.enumerated() {
                    for report in analysis.stages where report.name == stage {
                        stageMicroseconds[index] += report.microseconds ?? 0
                    }
                }
            }
            pages += inputs.count
            bytes += inputs.reduce(0) { $0 + $1.count }
        }
        processorSeconds = ProcessorTime.ofThread - start
    }
}
