/// Who analyses articles: the engine in this process, a server, or a pool of servers. A job that is written for it changes
/// from one to another by one line.
public protocol Analyzer: Sendable {
    /// Analyses one article.
    ///
    /// - Parameters:
    ///   - article: the bytes as they came, in any encoding.
    ///   - options: what to do with it.
    ///   - timeout: how long to wait; nil for as long as the analyzer is set to.
    func analyze(
        _ article: [UInt8], options: AnalysisOptions, timeout: Duration?
    ) async throws(WiredeskError) -> Analysis
}

extension Analyzer {
    /// Analyses one article in the analyzer's own time.
    public func analyze(
        _ article: [UInt8], options: AnalysisOptions = AnalysisOptions()
    ) async throws(WiredeskError) -> Analysis {
        try await analyze(article, options: options, timeout: nil)
    }

    /// Analyses a text or a page that is a string already.
    public func analyze(
        _ article: String, options: AnalysisOptions = AnalysisOptions(), timeout: Duration? = nil
    ) async throws(WiredeskError) -> Analysis {
        try await analyze(Array(article.utf8), options: options, timeout: timeout)
    }
}
