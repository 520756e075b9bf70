/// Takes sentences until the summary is long enough: those of its core, then the likeliest, leaving out what repeats three
/// words in a row of an earlier choice (trigram blocking, Paulus et al., 2017) while there is anything else.
struct SummarySelection {
    /// Words of each candidate.
    private let lengths: [Int]
    private let trigrams: SentenceTrigrams
    private let budget: SummaryBudget
    /// The candidates taken.
    private(set) var chosen: [Int] = []

    private var words = 0
    private var taken: Set<UInt64> = []

    init(lengths: [Int], trigrams: SentenceTrigrams, budget: SummaryBudget) {
        self.lengths = lengths
        self.trigrams = trigrams
        self.budget = budget
    }

    /// - Parameters:
    ///   - core: candidates to begin with.
    ///   - scores: how likely each candidate is.
    mutating func run(core: [Int], scores: [Float], _ interruption: Interruption) throws(WiredeskError) {
        for sentence in core { take(sentence, []) }
        guard !isFull else { return }
        for sentence in core { taken.formUnion(trigrams.of(sentence)) }
        var repeating: [Int] = []
        for (count, sentence) in SummaryScorer.likeliestFirst(scores).enumerated() where !core.contains(sentence) {
            guard !isFull else { return }
            if count % 64 == 0 { try interruption.check() }
            let own = trigrams.of(sentence)
            if own.contains(where: taken.contains) {
                repeating.append(sentence)
            } else {
                take(sentence, own)
            }
        }
        for sentence in repeating where !isFull { take(sentence, []) }
    }

    private var isFull: Bool { chosen.count >= budget.sentences || words >= budget.words }

    /// Takes a sentence if it does not make the summary too long; the first one is taken in any case.
    private mutating func take(_ sentence: Int, _ own: [UInt64]) {
        let size = lengths[sentence]
        guard chosen.isEmpty || words + size <= budget.words else { return }
        chosen.append(sentence)
        words += size
        taken.formUnion(own)
    }
}
