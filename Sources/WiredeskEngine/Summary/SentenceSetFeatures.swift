/// What the trees see of a set of leaders that may become the summary.
struct SentenceSetFeatures {
    /// Of each sentence's own features, those whose mean over the set counts.
    private static let averaged: [SummaryFeature] = [
        .centroid, .rank, .cosineWithFirst, .cosineWithLead, .cosineWithPrevious, .meanIDF, .newTerms, .laterTerms,
        .laterWeight, .contentWords, .capitalShare, .numbers, .quotationMarks, .startsWithPronoun, .endsLikeCaption,
        .hasSpeechVerb,
    ]
    static let width = 20 + averaged.count

    private let features: SentenceFeatures
    private let scores: [Float]
    private let leaders: SummaryLeaders
    /// The leaders' scores, highest first.
    private let highest: [Float]
    private let meanLength: Float

    init(_ features: SentenceFeatures, scores: [Float], leaders: SummaryLeaders) {
        self.features = features
        self.scores = scores
        self.leaders = leaders
        highest = leaders.sentences.map { scores[$0] }.sorted(by: >)
        meanLength = Float(features.lengths.reduce(0, +)) / Float(max(1, features.count))
    }

    /// - Parameter set: positions among the leaders, ascending; not empty.
    func fill(_ row: inout FeatureRow, _ set: [Int]) {
        let sentences = set.map { leaders.sentences[$0] }
        addScores(&row, Moments(sentences.lazy.map { scores[$0] }))
        addPlaces(&row, sentences)
        addLengths(&row, Moments(sentences.lazy.map { Float(features.lengths[$0]) }))
        addLikeness(&row, set, sentences)
        for feature in Self.averaged {
            var sum: Float = 0
            for sentence in sentences { sum += features[sentence, feature] }
            row.add(sum / Float(set.count))
        }
    }

    private func addScores(_ row: inout FeatureRow, _ moments: Moments) {
        row.add(moments.highest)
        row.add(moments.lowest)
        row.add(moments.sum)
        row.add(moments.sum - highest.prefix(moments.count).reduce(0, +))
    }

    private func addPlaces(_ row: inout FeatureRow, _ sentences: [Int]) {
        let moments = Moments(sentences.lazy.map { Float($0) })
        row.add(moments.lowest)
        row.add(moments.highest)
        row.add(moments.mean)
        row.add(moments.deviation)
        row.add(Float(zip(sentences, sentences.dropFirst()).count { $1 - $0 == 1 }))
        row.add(sentences[0] == 0)
        row.add(features[0, .documentSize])
    }

    private func addLengths(_ row: inout FeatureRow, _ moments: Moments) {
        row.add(moments.lowest)
        row.add(moments.highest)
        row.add(moments.sum)
        row.add(moments.deviation)
        row.add(meanLength)
    }

    private func addLikeness(_ row: inout FeatureRow, _ set: [Int], _ sentences: [Int]) {
        var cosines: [Float] = []
        cosines.reserveCapacity(set.count)
        var repeats: Float = 0
        for (position, first) in set.enumerated() {
            for second in set[(position + 1)...] {
                cosines.append(leaders.cosine(first, second))
                if leaders.repeats(first, second) { repeats += 1 }
            }
        }
        let moments = Moments(cosines)
        row.add(moments.highest)
        row.add(moments.mean)
        row.add(repeats)
        // How near the sum of the sentences, which are of length 1, is to that of all.
        let centroid = sentences.reduce(0) { $0 + features[$1, .centroid] }
        row.add(centroid / (Float(set.count) + 2 * moments.sum).squareRoot())
    }
}
