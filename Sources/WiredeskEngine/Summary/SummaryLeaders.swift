/// The likeliest sentences of a summary, in the article's order, and how alike they are. Of those that say the same in the
/// same words, as a line of every recipe of a page does, the likeliest is one.
struct SummaryLeaders {
    private static let limit = 7
    /// Sentences that are looked at to find so many.
    private static let reach = 100

    /// Positions among the candidates, ascending.
    let sentences: [Int]
    /// For each pair the cosine of their words, and whether they have three words in a row in common.
    private var cosines: [Float]
    private var repeats: [Bool]

    init(_ vectors: TermVectors, scores: [Float], trigrams: SentenceTrigrams) {
        var leaders: [(sentence: Int, trigrams: [UInt64])] = []
        for sentence in SummaryScorer.likeliestFirst(scores).prefix(Self.reach) where leaders.count < Self.limit {
            let own = trigrams.of(sentence)
            if own.isEmpty || !leaders.contains(where: { $0.trigrams == own }) { leaders.append((sentence, own)) }
        }
        leaders.sort { $0.sentence < $1.sentence }
        sentences = leaders.map(\.sentence)
        cosines = Array(repeating: 0, count: sentences.count * sentences.count)
        repeats = Array(repeating: false, count: cosines.count)
        compare(vectors)
        compare(leaders.map(\.trigrams))
    }

    func cosine(_ first: Int, _ second: Int) -> Float { cosines[first * sentences.count + second] }

    func repeats(_ first: Int, _ second: Int) -> Bool { repeats[first * sentences.count + second] }

    private mutating func compare(_ vectors: TermVectors) {
        var weights = [Float](repeating: 0, count: vectors.frequencies.count)
        for (first, sentence) in sentences.enumerated() {
            let range = vectors.range(of: sentence)
            for index in range { weights[Int(vectors.terms[index])] = vectors.weights[index] }
            for second in sentences.indices where second > first {
                var cosine: Float = 0
                for index in vectors.range(of: sentences[second]) {
                    cosine += vectors.weights[index] * weights[Int(vectors.terms[index])]
                }
                cosines[first * sentences.count + second] = cosine
            }
            for index in range { weights[Int(vectors.terms[index])] = 0 }
        }
    }

    private mutating func compare(_ trigrams: [[UInt64]]) {
        for first in sentences.indices {
            for second in sentences.indices where second > first {
                repeats[first * sentences.count + second] = SentenceTrigrams.meet(trigrams[first], trigrams[second])
            }
        }
    }

    /// All sets of so many leaders, as positions among them.
    func sets(of size: Int) -> [[Int]] {
        (0..<1 << sentences.count).filter { $0.nonzeroBitCount == size }.map { set in
            sentences.indices.filter { set >> $0 & 1 != 0 }
        }
    }
}
