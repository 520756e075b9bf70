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

    private let titles = TreeEnsemble(TextBlockTrees.title)
    private let bylines = TreeEnsemble(TextBlockTrees.byline)

    /// The title's block: a line of the article's head, or the text's first, which a dump takes from the page's title.
    ///
    /// - Parameters:
    ///   - logOdds: for each block those that it is the article's.
    ///   - first: the article's first block.
    func title(_ features: TextBlockFeatures, logOdds: [Float], first: Int) -> Int? {
        let low = max(1, first - Self.titleReach.above)
        let high = min(logOdds.count, first + Self.titleReach.below)
        return best([0] + (low..<max(low, high)), titles, Self.titleThreshold, features, logOdds, first)
    }

    /// The byline's block.
    func byline(_ features: TextBlockFeatures, logOdds: [Float], first: Int) -> Int? {
        let low = max(0, first - Self.bylineReach.above)
        let high = min(logOdds.count, first + Self.bylineReach.below)
        return best(Array(low..<high), bylines, Self.bylineThreshold, features, logOdds, first)
    }

    private func best(
        _ candidates: [Int], _ trees: TreeEnsemble, _ threshold: Float, _ features: TextBlockFeatures,
        _ logOdds: [Float], _ first: Int
    ) -> Int? {
        var rows = TextBlockRows(features, count: logOdds.count, more: 4)
        var best: (block: Int, score: Float)?
        for block in candidates {
            let following = block + 1 < logOdds.count ? logOdds[block + 1] : 0
            let distance = Float(max(-60, min(60, block - first)))
            let score = rows.score(block, by: trees, more: [distance, logOdds[block], following, Float(block)])
            if score > threshold, best.map({ $0.score < score }) ?? true { best = (block, score) }
        }
        return best?.block
    }
}
