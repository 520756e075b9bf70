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

    static func probability(_ score: Float) -> Double { Logarithm.logistic(Double(score)) }
}
