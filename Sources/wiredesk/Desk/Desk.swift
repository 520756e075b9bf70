import WiredeskModel

/// Where articles are analysed: in this process or on a server.
protocol Desk: Sendable {
    /// Analyses one article.
    ///
    /// - Parameters:
    ///   - article: its bytes as they came.
    ///   - options: what to do with it.
    func analyze(_ article: [UInt8], options: AnalysisOptions) async throws(WiredeskError) -> Analysis

    /// Makes sure that work can begin, before a job reads its input.
    func open() async throws(WiredeskError)

    /// Lets go of what `analyze` used. Nothing is analysed after that.
    func close() async

    /// How many articles to have under way when the caller does not say.
    var defaultJobs: Int { get }
}
