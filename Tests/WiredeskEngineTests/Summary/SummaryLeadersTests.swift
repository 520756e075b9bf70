import Testing

@testable import WiredeskEngine

@Suite struct SummaryLeadersTests {
    private static let sentences = [
        "The harbour bridge closes on Monday.", "A bakery opened.", "The harbour bridge closes for repairs.",
        "Ferries cross.", "Engineers found cracks.", "It was painted green.", "Nobody was hurt.", "The council met.",
    ]

    private func leaders(of sentences: [String] = sentences, scores: [Float]) throws -> SummaryLeaders {
        var read = VerbatimReader.read(Array(sentences.joined(separator: " ").utf8))
        let document = try Document(analyzing: &read, interruption: Interruption())
        let candidates = Array(document.sentences.indices)
        #expect(candidates.count == sentences.count)
        let words = try SummaryWords(document, interruption: Interruption())
        let features = try SentenceFeatures(document, words, sentences: candidates, interruption: Interruption())
        return SummaryLeaders(
            features.vectors, scores: scores, trigrams: SentenceTrigrams(document, words, candidates: candidates))
    }

    @Test func areTheLikeliestInTheArticlesOrder() throws {
        #expect(try leaders(scores: [0, 5, 1, 1, 7, 1, 1, -1]).sentences == [0, 1, 2, 3, 4, 5, 6])
        #expect(try leaders(scores: [-1, 5, 1, 1, 7, 1, 1, 1]).sentences == [1, 2, 3, 4, 5, 6, 7])
        // Of equals the earlier leads.
        #expect(try leaders(scores: [1, 1, 1, 1, 1, 1, 1, 1]).sentences == [0, 1, 2, 3, 4, 5, 6])
    }

    @Test func leaveOutWhatSaysTheSame() throws {
        let twice = Self.sentences.prefix(3) + ["The HARBOUR bridge closes on Monday!"] + Self.sentences.suffix(5)
        #expect(try leaders(of: Array(twice), scores: [1, 2, 2, 9, 3, 3, 3, 3, 3]).sentences == [1, 3, 4, 5, 6, 7, 8])
        #expect(try leaders(of: Array(twice), scores: [9, 2, 2, 8, 3, 3, 3, 3, 3]).sentences == [0, 1, 4, 5, 6, 7, 8])
        // Two words are too few to repeat anything.
        #expect(try leaders(of: ["Ferries cross.", "Ferries cross."], scores: [1, 2]).sentences == [0, 1])
    }

    @Test func knowWhatTheyHaveInCommon() throws {
        let leaders = try leaders(scores: [8, 7, 6, 5, 4, 3, 2, 1])
        #expect(leaders.repeats(0, 2), "the harbour bridge")
        #expect(leaders.cosine(0, 2) > 0.5 && leaders.cosine(0, 2) < 1)
        #expect(!leaders.repeats(0, 1))
        #expect(leaders.cosine(0, 1) == 0)
    }

    @Test func formEachSetOnce() throws {
        let sets = try leaders(scores: [8, 7, 6, 5, 4, 3, 2, 1]).sets(of: 3)
        #expect(sets.count == 35)
        #expect(Set(sets).count == 35)
        #expect(sets.allSatisfy { $0.count == 3 && $0 == $0.sorted() && $0.allSatisfy((0..<7).contains) })
    }
}
