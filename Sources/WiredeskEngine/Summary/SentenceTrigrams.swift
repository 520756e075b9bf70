/// Three words in a row, hashed, by which sentences are found to repeat one another (Paulus et al., 2017).
struct SentenceTrigrams {
    private let document: Document
    private let words: SummaryWords
    /// Positions in `document.sentences`.
    private let candidates: [Int]

    init(_ document: Document, _ words: SummaryWords, candidates: [Int]) {
        self.document = document
        self.words = words
        self.candidates = candidates
    }

    /// In ascending order, those that come twice twice.
    func of(_ candidate: Int) -> [UInt64] {
        var trigrams: [UInt64] = []
        var (first, second): (UInt64, UInt64) = (0, 0)
        var count = 0
        for index in document.sentenceTokens[candidates[candidate]] where document.tokens[index].isWord {
            let third = words.all[index].stem
            count += 1
            if count >= 3 { trigrams.append(Hash64.mix(Hash64.mix(first) ^ second) ^ third) }
            (first, second) = (second, third)
        }
        return trigrams.sorted()
    }

    /// Whether two lists in ascending order have one in common.
    static func meet(_ first: [UInt64], _ second: [UInt64]) -> Bool {
        var (left, right) = (0, 0)
        while left < first.count, right < second.count {
            if first[left] == second[right] { return true }
            if first[left] < second[right] { left += 1 } else { right += 1 }
        }
        return false
    }
}
