/// Takes the best sentences until the summary is long enough, leaving out what repeats three words in a row of an
/// earlier choice (trigram blocking, Paulus et al., 2017).
struct SummarySelection {
    let features: SentenceFeatures
    let scores: [Float]
    let length: SummaryLength
    /// Positions of the sentences taken, best first.
    private(set) var chosen: [Int] = []

    private var words = 0
    private var trigrams: Set<UInt64> = []

    init(features: SentenceFeatures, scores: [Float], length: SummaryLength) {
        self.features = features
        self.scores = scores
        self.length = length
    }

    mutating func run() {
        // Ties go to the earlier sentence, so that the order never depends on the sort.
        let order = scores.indices.sorted { (scores[$0], $1) > (scores[$1], $0) }
        var repeating: [Int] = []
        for sentence in order {
            guard !isFull else { return }
            let own = termTrigrams(of: sentence)
            if own.contains(where: trigrams.contains) {
                repeating.append(sentence)
            } else {
                take(sentence, own)
            }
        }
        for sentence in repeating where !isFull { take(sentence, []) }
    }

    private var isFull: Bool {
        switch length {
        case .sentences(let count): chosen.count >= count
        case .words, .ratio: words >= wordLimit
        }
    }

    private var wordLimit: Int {
        switch length {
        case .sentences: .max
        case .words(let count): count
        case .ratio(let ratio): Int((Double(features.lengths.reduce(0, +)) * ratio).rounded())
        }
    }

    /// Takes a sentence if it does not make the summary too long; the first one is taken in any case.
    private mutating func take(_ sentence: Int, _ own: [UInt64]) {
        let size = features.lengths[sentence]
        guard chosen.isEmpty || words + size <= wordLimit else { return }
        chosen.append(sentence)
        words += size
        trigrams.formUnion(own)
    }

    /// Three content words in a row, hashed.
    private func termTrigrams(of sentence: Int) -> [UInt64] {
        let range = features.vectors.range(of: sentence)
        guard range.count >= 3 else { return [] }
        return (range.lowerBound..<range.upperBound - 2).map { index in
            let terms = features.vectors.terms
            return UInt64(UInt32(bitPattern: terms[index])) << 42 ^ UInt64(UInt32(bitPattern: terms[index + 1])) << 21
                ^ UInt64(UInt32(bitPattern: terms[index + 2]))
        }
    }
}
