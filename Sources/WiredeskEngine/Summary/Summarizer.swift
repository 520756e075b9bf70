/// Chooses the sentences that say most of what the article says.
enum Summarizer {
    static func summarize(
        _ document: Document, _ words: SummaryWords, length: SummaryLength, interruption: Interruption
    ) throws(WiredeskError) -> Summary {
        let candidates = SummaryCandidates.sentences(of: document, length: length)
        guard !candidates.isEmpty else { return Summary(sentences: [], text: "") }
        let features = try SentenceFeatures(document, words, sentences: candidates, interruption: interruption)
        let scores = SummaryScorer.scores(features)
        let trigrams = SentenceTrigrams(document, words, candidates: candidates)
        let budget = SummaryBudget(length, lengths: features.lengths)
        let core = try SummaryCore.shared.best(
            features, scores: scores, trigrams: trigrams, budget: budget, interruption)
        var selection = SummarySelection(lengths: features.lengths, trigrams: trigrams, budget: budget)
        try selection.run(core: core, scores: scores, interruption)
        let sentences = selection.chosen.sorted().map { position in
            let index = candidates[position]
            let sentence = document.sentences[index]
            let score = (SummaryScorer.probability(scores[position]) * 10_000).rounded() / 10_000
            return SummarySentence(index: index, start: sentence.start, end: sentence.end, score: score)
        }
        return Summary(sentences: sentences, text: text(of: sentences, in: document))
    }

    private static func text(of sentences: [SummarySentence], in document: Document) -> String {
        var bytes: [UInt8] = []
        for sentence in sentences {
            if !bytes.isEmpty { bytes.append(0x20) }
            bytes.append(contentsOf: document.text[sentence.start..<sentence.end])
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
