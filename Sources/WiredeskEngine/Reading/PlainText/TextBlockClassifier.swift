import CWiredeskTables

/// Decides which blocks of a whole page's text are the article's: boosted trees over each block, its neighbours and its
/// place, then the best sequence of decisions (Viterbi, 1967), because an article hangs together.
struct TextBlockClassifier {
    static let shared = TextBlockClassifier()

    /// Added to the log odds of keeping a block: what is lost costs more than what is left.
    private static let bias: Float = 0.5
    /// Log odds that a decision other than the one before has to make up for.
    private static let change: Float = 0.75

    private let trees = TreeEnsemble(wiredesk_text_model_keeping())

    /// For each block the log odds that it is the article's.
    func logOdds(_ features: TextBlockFeatures, count: Int, _ interruption: Interruption) throws(WiredeskError)
        -> [Float]
    {
        try TextBlockRows(features, count: count).scores(of: Array(0..<count), by: trees, interruption: interruption)
    }

    /// For each block whether it is the article's. Something is: where no block is likely, the likeliest.
    static func keeps(_ logOdds: [Float]) -> [Bool] {
        let keeps = bestSequence(logOdds.map { $0 + bias })
        guard !keeps.contains(true), let best = logOdds.max() else { return keeps }
        // So much that it pays to keep it alone.
        return bestSequence(logOdds.map { $0 - best + 2 * change + bias })
    }

    /// Viterbi over drop and keep.
    private static func bestSequence(_ scores: [Float]) -> [Bool] {
        guard let first = scores.first else { return [] }
        var drop: Float = 0
        var keep = first - change
        // For each block whether the best way to drop it, and to keep it, came from a kept one.
        var cameFromKeep: [(drop: Bool, keep: Bool)] = [(false, false)]
        cameFromKeep.reserveCapacity(scores.count)
        for score in scores.dropFirst() {
            let toDropFromKeep = keep - change > drop
            let toKeepFromKeep = keep > drop - change
            cameFromKeep.append((toDropFromKeep, toKeepFromKeep))
            (drop, keep) = (max(drop, keep - change), max(drop - change, keep) + score)
        }
        var isKept = keep > drop
        var path = [Bool](repeating: false, count: scores.count)
        for index in scores.indices.reversed() {
            path[index] = isKept
            isKept = isKept ? cameFromKeep[index].keep : cameFromKeep[index].drop
        }
        return path
    }
}
