import Testing

@testable import WiredeskEngine

@Suite struct SentenceSetFeaturesTests {
    @Test func sayWhatASetIsMadeOf() throws {
        let text =
            "One two three four five six. The bridge closes today. The bridge closes soon. The end is not yet near."
        var read = VerbatimReader.read(Array(text.utf8))
        let document = try Document(analyzing: &read, interruption: Interruption())
        let words = try SummaryWords(document, interruption: Interruption())
        let features = try SentenceFeatures(document, words, sentences: [0, 1, 2, 3], interruption: Interruption())
        let scores: [Float] = [1, 4, 3, 2]
        let leaders = SummaryLeaders(
            features.vectors, scores: scores, trigrams: SentenceTrigrams(document, words, candidates: [0, 1, 2, 3]))
        let rows = SentenceSetFeatures(features, scores: scores, leaders: leaders)

        var numbers = [TreeEnsemble.Row](repeating: .zero, count: SentenceSetFeatures.width)
        numbers.withUnsafeMutableBufferPointer { numbers in
            var row = FeatureRow(numbers, lane: 0)
            rows.fill(&row, [0, 1, 2])
            row.finish()
        }
        let row = numbers.map { $0[0] }
        // Highest, lowest and summed scores, and how much less than the best set's.
        #expect(row[0..<4] == [4, 1, 8, -1])
        // First, last and mean place, deviation, pairs of neighbours, the lead.
        #expect(row[4..<7] == [0, 2, 1])
        #expect(row[8..<10] == [2, 1])
        // Words of the shortest, the longest and all, deviation, and the article's mean.
        #expect(row[11..<14] == [4, 6, 14])
        #expect(row[15] == 5)
        // One pair in three is alike, and repeats three words.
        #expect(row[16] > 0.5 && row[16] <= 1)
        #expect(abs(row[17] - row[16] / 3) < 1e-6)
        #expect(row[18] == 1)
        #expect(row[19] > 0 && row[19] <= 1)
    }
}
