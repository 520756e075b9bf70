/// Takes the best sentences until the summary is long enough, leaving out what repeats three words in a row of an
/// earlier choice (trigram blocking, Paulus et al., 2017).
struct SummarySelection {
    let document: Document
    /// Positions in `document.sentences`.
    let candidates: [Int]
    /// Words of each candidate.
    let lengths: [Int]
    let scores: [Float]
    private let sentenceLimit: Int
    private let wordLimit: Int
    /// The candidates taken, best first.
    private(set) var chosen: [Int] = []

    private var words = 0
    private var taken: Set<UInt64> = []
    private let normalizer = TermNormalizer(language: "en")

    init(
        _ document: Document, candidates: [Int], features: SentenceFeatures, scores: [Float], length: SummaryLength
    ) {
        self.document = document
        self.candidates = candidates
        lengths = features.lengths
        self.scores = scores
        switch length {
        case .sentences(let count): (sentenceLimit, wordLimit) = (count, .max)
        case .words(let count): (sentenceLimit, wordLimit) = (.max, count)
        case .ratio(let ratio):
            let words = lengths.reduce(0, +)
            (sentenceLimit, wordLimit) = (.max, Int((Double(words) * min(max(ratio, 0), 1)).rounded()))
        }
    }

    mutating func run() {
        // Ties go to the earlier sentence, so that the order never depends on the sort.
        let order = scores.indices.sorted { (scores[$0], $1) > (scores[$1], $0) }
        var repeating: [Int] = []
        for sentence in order {
            guard !isFull else { return }
            let own = trigrams(of: sentence)
            if own.contains(where: taken.contains) {
                repeating.append(sentence)
            } else {
                take(sentence, own)
            }
        }
        for sentence in repeating where !isFull { take(sentence, []) }
    }

    private var isFull: Bool { chosen.count >= sentenceLimit || words >= wordLimit }

    /// Takes a sentence if it does not make the summary too long; the first one is taken in any case.
    private mutating func take(_ sentence: Int, _ own: [UInt64]) {
        let size = lengths[sentence]
        guard chosen.isEmpty || words + size <= wordLimit else { return }
        chosen.append(sentence)
        words += size
        taken.formUnion(own)
    }

    /// Three words in a row, hashed.
    private func trigrams(of candidate: Int) -> [UInt64] {
        let tokens = document.tokens[document.sentenceTokens[candidates[candidate]]]
        let words = document.text.withUnsafeBufferPointer { bytes in
            tokens.filter(\.isWord).map {
                Hash64.lowercased(UTF8Text(bytes), normalizer.stem($0.range, in: UTF8Text(bytes)))
            }
        }
        guard words.count >= 3 else { return [] }
        return (0..<words.count - 2).map { Hash64.mix(Hash64.mix(words[$0]) ^ words[$0 + 1]) ^ words[$0 + 2] }
    }
}
