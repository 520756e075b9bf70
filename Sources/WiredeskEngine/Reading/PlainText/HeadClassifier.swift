import CWiredeskTables

/// Finds the headline and the byline around the beginning of a whole page's article, by trees like those that found the
/// article.
struct HeadClassifier {
    static let shared = HeadClassifier()

    /// Blocks looked at.
    private static let titleReach = (above: 60, below: 3)
    private static let bylineReach = (above: 15, below: 6)
    /// Log odds that a title and a byline have at least.
    private static let titleThreshold: Float = -1.5
    private static let bylineThreshold: Float = -1

    private let titles = TreeEnsemble(wiredesk_text_model_title())
    private let bylines = TreeEnsemble(wiredesk_text_model_byline())

    /// The title's block: a line of the article's head, or the text's first, which a dump takes from the page's title.
    ///
    /// - Parameters:
    ///   - logOdds: for each block those that it is the article's.
    ///   - first: the article's first block.
    func title(
        _ features: TextBlockFeatures, logOdds: [Float], first: Int, _ interruption: Interruption
    ) throws(WiredeskError) -> Int? {
        let low = max(1, first - Self.titleReach.above)
        let high = min(logOdds.count, first + Self.titleReach.below)
        return try best(
            [0] + (low..<max(low, high)), titles, Self.titleThreshold, features, logOdds, first, interruption)
    }

    /// The byline's block.
    func byline(
        _ features: TextBlockFeatures, logOdds: [Float], first: Int, _ interruption: Interruption
    ) throws(WiredeskError) -> Int? {
        let low = max(0, first - Self.bylineReach.above)
        let high = min(logOdds.count, first + Self.bylineReach.below)
        return try best(
            Array(low..<high), bylines, Self.bylineThreshold, features, logOdds, first, interruption)
    }

    private func best(
        _ candidates: [Int], _ trees: TreeEnsemble, _ threshold: Float, _ features: TextBlockFeatures,
        _ logOdds: [Float], _ first: Int, _ interruption: Interruption
    ) throws(WiredeskError) -> Int? {
        let scores = try TextBlockRows(features, count: logOdds.count).scores(
            of: candidates, by: trees, interruption: interruption, adding: 4
        ) { row, block in
            row.add(Float(max(-60, min(60, block - first))))
            row.add(logOdds[block])
            row.add(block + 1 < logOdds.count ? logOdds[block + 1] : 0)
            row.add(Float(block))
        }
        var best: (block: Int, score: Float)?
        for (block, score) in zip(candidates, scores) where score > threshold {
            if best.map({ $0.score < score }) ?? true { best = (block, score) }
        }
        return best?.block
    }
}
