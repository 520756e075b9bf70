import Glibc
import WiredeskEngine

/// The engine in this process.
struct LocalDesk: Desk {
    private let analyzer = LocalAnalyzer()
    /// How long the caller waits for an article.
    let timeout: Duration?

    func analyze(_ article: [UInt8], options: AnalysisOptions) async throws(WiredeskError) -> Analysis {
        try await analyzer.analyze(article, options: options, timeout: timeout)
    }

    /// The engine is always there.
    func open() {}

    func close() {}

    /// One for each processor.
    var defaultJobs: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
