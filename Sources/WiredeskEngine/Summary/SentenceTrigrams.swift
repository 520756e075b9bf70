/// Three words in a row, hashed, by which sentences are found to repeat one another (Paulus et al., 2017).
struct SentenceTrigrams {
    private let document: Document
    /// Positions in `document.sentences`.
    private let candidates: [Int]
    private let normalizer = TermNormalizer(language: "en")

    init(_ document: Document, candidates: [Int]) {
        self.document = document
        self.candidates = candidates
    }

    func of(_ candidate: Int) -> [UInt64] {
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
