import CWiredeskTables

/// Finds the three sentences that make the best summary together, or the beginning of a longer one: boosted trees, trained by
/// `Training/summary`, compare all sets of leaders, because the best sentences one by one say much twice.
struct SummaryCore {
    static let shared = SummaryCore()

    /// Sentences of a set. Smaller sets gained nothing by being compared.
    static let size = 3

    private let trees = TreeEnsemble(wiredesk_summary_model_sets())

    /// The best set that fits, as candidates in the article's order; empty where a summary has no room for one.
    func best(
        _ features: SentenceFeatures, scores: [Float], trigrams: SentenceTrigrams, budget: SummaryBudget,
        _ interruption: Interruption
    ) throws(WiredeskError) -> [Int] {
        guard features.count > Self.size, budget.hasRoom(for: Self.size, of: features.lengths) else { return [] }
        let leaders = SummaryLeaders(features.vectors, scores: scores, trigrams: trigrams)
        let rows = SentenceSetFeatures(features, scores: scores, leaders: leaders)
        let sets = leaders.sets(of: Self.size).filter { set in
            set.reduce(0) { $0 + features.lengths[leaders.sentences[$1]] } <= budget.words
        }
        let found = try trees.scores(
            of: sets, width: SentenceSetFeatures.width, interruption: interruption, fill: rows.fill)
        // The first of equals, so that the same text has the same summary.
        guard let best = found.indices.max(by: { (found[$0], $1) < (found[$1], $0) }) else { return [] }
        return sets[best].map { leaders.sentences[$0] }
    }
}
