/// The engine in this process, for a job that may as well run on servers.
///
/// Each analysis occupies the thread of the task that asks for it: have about as many under way as there are processors.
public struct LocalAnalyzer: Analyzer {
    private let engine: Engine

    public init(_ engine: Engine = Engine()) {
        self.engine = engine
    }

    /// Analyses one article; cancelling the task stops the work.
    ///
    /// - Parameter timeout: who is ready to wait longer than the engine's own compute deadline gets that much.
    /// - Throws: the errors of `Engine.analyze`.
    public func analyze(
        _ article: [UInt8], options: AnalysisOptions, timeout: Duration?
    ) async throws(WiredeskError) -> Analysis {
        var configuration = engine.configuration
        if let timeout { configuration.computeDeadline = max(timeout, configuration.computeDeadline) }
        let engine = Engine(configuration: configuration)
        let cancellation = Interruption.Cancellation()
        let interruption = Interruption(deadline: timeout.map { .now + $0 }, cancellation: cancellation)
        let outcome = await withTaskCancellationHandler {
            Result { () throws(WiredeskError) in
                try engine.analyze(article, options: options, interruption: interruption)
            }
        } onCancel: {
            cancellation.cancel()
        }
        return try outcome.get()
    }
}
