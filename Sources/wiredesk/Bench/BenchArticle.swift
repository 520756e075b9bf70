import WiredeskModel

/// An article that is sent to measure a server, with what it is asked to do with it.
struct BenchArticle: Sendable {
    let bytes: [UInt8]
    let options: AnalysisOptions

    /// Bytes of articles to hold at most; what the file has more is not used.
    private static let mostBytes = 256 << 20

    /// Those of a file of `batch`'s lines; lines without an article are left out.
    ///
    /// - Parameter options: for what a line does not say.
    /// - Throws: `emptyArticle` when no line has one.
    static func read(_ file: InputFile, options: AnalysisOptions) throws -> [BenchArticle] {
        var reader = try LineReader(file)
        var articles: [BenchArticle] = []
        var bytes = 0
        while bytes < mostBytes, let line = try reader.next() {
            guard case .line(let content) = line.content,
                var request = try? ArticleRecord(json: content, options: options),
                let article = try? request.takeArticle(), !article.isEmpty
            else { continue }
            bytes += article.count
            articles.append(BenchArticle(bytes: article, options: request.options))
        }
        guard !articles.isEmpty else { throw WiredeskError(.emptyArticle, "no articles in it") }
        return articles
    }
}
