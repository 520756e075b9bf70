import Glibc
import WiredeskEngine

/// The engine in this process.
struct LocalDesk: Desk {
    private let engine: Engine
    /// How long the caller waits for an article.
    private let timeout: Duration?

    init(timeout: Duration?) {
        var configuration = EngineConfiguration()
        // Who is ready to wait longer than the engine's own limit gets the work done.
        if let timeout { configuration.computeDeadline = max(timeout, configuration.computeDeadline) }
        engine = Engine(configuration: configuration)
        self.timeout = timeout
    }

    func analyze(_ article: [UInt8], options: AnalysisOptions) async throws(WiredeskError) -> Analysis {
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

    /// The engine is always there.
    func open() {}

    func close() {}

    /// One for each processor.
    var defaultJobs: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
