/// A linear model over `SummaryFeature`, trained by `Training/summary`.
enum SummaryScorer {
    /// Log odds of standing in a summary, for each sentence.
    static func scores(_ features: SentenceFeatures) -> [Float] {
        let weights = SummaryWeights.weights
        return (0..<features.count).map { sentence in
            var score = SummaryWeights.bias
            let row = sentence * SentenceFeatures.width
            for feature in 0..<SentenceFeatures.width { score += weights[feature] * features.values[row + feature] }
            return score
        }
    }

    /// Positions of the scores, highest first. Ties go to the earlier sentence, so that the order never depends on the sort.
    static func likeliestFirst(_ scores: [Float]) -> [Int] {
        scores.indices.sorted { (scores[$0], $1) > (scores[$1], $0) }
    }

    static func probability(_ score: Float) -> Double { Logarithm.logistic(Double(score)) }
}
