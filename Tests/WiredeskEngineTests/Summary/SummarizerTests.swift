import Testing

@testable import WiredeskEngine

@Suite struct SummarizerTests {
    private static let story = """
        The old harbour bridge will close on Monday for two years of repairs, the city council said on Friday. \
        Engineers found cracks in four of the bridge's twelve steel arches during an inspection in March. \
        The repairs will cost 40 million euros, which the city and the region will share. \
        Anna Lee runs a bakery near the bridge. \
        "I am worried about my customers," she said. \
        Who will cross the river for a loaf of bread? \
        Ferries will carry pedestrians across the harbour every ten minutes while the bridge is closed. \
        Drivers will have to use the tunnel in the north, where the council expects long queues. \
        The bridge was built in 1931. \
        It was painted green in the fifties. \
        The council hopes to open the bridge again before the harbour festival in two years.
        """

    private func document(_ text: String) throws -> Document {
        var read = VerbatimReader.read(Array(text.utf8))
        return try Document(analyzing: &read, interruption: Interruption())
    }

    private func summarize(_ document: Document, _ length: SummaryLength) throws -> Summary {
        let words = try SummaryWords(document, interruption: Interruption())
        return try Summarizer.summarize(document, words, length: length, interruption: Interruption())
    }

    private func keyphrases(_ document: Document, entities: [Entity] = []) throws -> [Keyphrase] {
        let words = try SummaryWords(document, interruption: Interruption())
        return try KeyphraseExtractor.extract(from: document, words, entities: entities, interruption: Interruption())
    }

    @Test func takesAsManySentencesAsAskedInDocumentOrder() throws {
        let document = try document(Self.story)
        for count in 1...5 {
            let summary = try summarize(document, .sentences(count))
            #expect(summary.sentences.count == count)
            #expect(summary.sentences.map(\.index) == summary.sentences.map(\.index).sorted())
            for sentence in summary.sentences {
                #expect(document.sentences[sentence.index].start == sentence.start)
                #expect(document.sentences[sentence.index].end == sentence.end)
                #expect(sentence.score >= 0 && sentence.score <= 1)
            }
        }
    }

    @Test func startsWithTheNews() throws {
        let summary = try summarize(document(Self.story), .sentences(3))
        #expect(summary.text.contains("will close on Monday"))
        #expect(!summary.text.contains("Who will cross"))
        #expect(!summary.text.contains("painted green"))
    }

    @Test func keepsToTheWordsAsked() throws {
        let document = try document(Self.story)
        let words = document.tokens.count { $0.isWord }
        #expect(Tokenizer.tokens(of: Array(try summarize(document, .words(40)).text.utf8)).count { $0.isWord } <= 40)
        let third = try summarize(document, .ratio(0.33))
        #expect(Tokenizer.tokens(of: Array(third.text.utf8)).count { $0.isWord } <= words / 3)
        #expect(third.sentences.count >= 2)
        #expect(try summarize(document, .words(1)).sentences.count == 1)
    }

    @Test func growsFromThreeSentences() throws {
        let document = try document(Self.story)
        let three = Set(try summarize(document, .sentences(3)).sentences.map(\.index))
        for count in 4...8 {
            #expect(three.isSubset(of: try summarize(document, .sentences(count)).sentences.map(\.index)))
        }
        // With room for three and more of the usual length the words are spent on the same three, where they fit.
        let words = document.tokens.count { $0.isWord }
        #expect(three.isSubset(of: try summarize(document, .words(words - 1)).sentences.map(\.index)))
    }

    @Test func keepsToTheWordsWithEveryBudget() throws {
        let document = try document(Self.story)
        for budget in stride(from: 20, through: 150, by: 5) {
            let summary = try summarize(document, .words(budget))
            let words = summary.sentences.reduce(0) { sum, sentence in
                sum + document.tokens[document.sentenceTokens[sentence.index]].count { $0.isWord }
            }
            #expect(words <= budget)
            #expect(!summary.sentences.isEmpty)
        }
    }

    @Test func isTheArticleWhereThatIsShortEnough() throws {
        let document = try document("The bridge is closed. Why? Nobody said.")
        #expect(try summarize(document, .sentences(3)).text == "The bridge is closed. Why? Nobody said.")
    }

    @Test func doesNotRepeatItself() throws {
        let lead = "The old harbour bridge will close on Monday for two years of repairs, the council said."
        let summary = try summarize(document(lead + " " + lead + " " + Self.story), .sentences(3))
        #expect(Set(summary.sentences.map { $0.end - $0.start }).count == 3)
    }

    @Test func leavesHeadingsAndCaptionsOut() throws {
        let text = "Harbour bridge to close for repairs on Monday\n" + Self.story
        var read = VerbatimReader.read(Array(text.utf8))
        read.article.paragraphs[0].kind = .heading
        let summary = try summarize(Document(analyzing: &read, interruption: Interruption()), .sentences(3))
        #expect(!summary.sentences.contains { $0.index == 0 })
        read.article.paragraphs[1].kind = .caption
        #expect(
            try summarize(Document(analyzing: &read, interruption: Interruption()), .sentences(1)).sentences.count == 1)
    }

    @Test func isEmptyWithoutSentences() throws {
        #expect(try summarize(document(""), .sentences(3)).sentences.isEmpty)
    }

    @Test func handlesLongAndOddTexts() throws {
        let long = String(repeating: Self.story + "\n", count: 60)
        #expect(try summarize(document(long), .sentences(5)).sentences.count == 5)
        #expect(try summarize(document(String(repeating: "! ", count: 500)), .sentences(2)).sentences.count == 2)
        #expect(try summarize(document("今日は雨です。明日は晴れです。来週は雪が降るでしょう。"), .sentences(1)).sentences.count == 1)
    }

    /// On any bytes: sentences of the document, in order, and a text of keyphrases that is well formed.
    @Test func survivesAnyBytes() throws {
        var random = SplitMix64(seed: 5)
        let pieces = ["a", "Bridge ", "the ", ". ", "\n", "é", "東", "U.S. ", "\" ", "? ", "5", "-", "(", "Lee "].map {
            Array($0.utf8)
        }
        for round in 0..<100 {
            var bytes: [UInt8] = []
            for _ in 0..<120 { bytes += pieces[Int(random.next() % UInt64(pieces.count))] }
            if round % 2 == 0 { for _ in 0..<10 { bytes[Int(random.next() % 120)] = UInt8(random.next() & 0xFF) } }
            var read = VerbatimReader.read(bytes)
            let document = try Document(analyzing: &read, interruption: Interruption())
            for length in [SummaryLength.sentences(2), .words(10), .ratio(0.5)] {
                let summary = try summarize(document, length)
                for (first, second) in zip(summary.sentences, summary.sentences.dropFirst()) {
                    #expect(first.index < second.index && first.end <= second.start)
                }
                #expect(summary.sentences.allSatisfy { document.sentences.indices.contains($0.index) })
            }
            let phrases = try keyphrases(document)
            #expect(phrases.allSatisfy { !$0.text.isEmpty && $0.score > 0 && $0.score <= 1 })
        }
    }

    @Test func stopsWhenInterrupted() throws {
        let cancellation = Interruption.Cancellation()
        cancellation.cancel()
        let document = try document(Self.story)
        let words = try SummaryWords(document, interruption: Interruption())
        let interruption = Interruption(cancellation: cancellation)
        #expect(throws: WiredeskError.self) {
            try Summarizer.summarize(document, words, length: .sentences(3), interruption: interruption)
        }
        #expect(throws: WiredeskError.self) { try SummaryWords(document, interruption: interruption) }
    }

    @Test func findsKeyphrases() throws {
        let document = try document(Self.story)
        let phrases = try keyphrases(document)
        let texts = phrases.map { $0.text.lowercased() }
        #expect(texts.contains { $0.contains("bridge") })
        #expect(phrases.first?.score == 1)
        #expect(phrases.map(\.score) == phrases.map(\.score).sorted(by: >))
        #expect(phrases.count <= 10)
        let words = texts.flatMap { $0.split(separator: " ") }
        #expect(Set(words).count == words.count, "no word twice")
        #expect(!words.contains { ["the", "said", "will", "in", "of"].contains($0) })
    }

    @Test func leavesTitlesOutOfKeyphrases() throws {
        let document = try document(
            "Mr Lee met the EU envoys. Mr Lee and the EU envoys talked. The EU envoys left Mr Lee.")
        let phrases = try keyphrases(document)
        #expect(Set(phrases.map(\.text)) == ["EU envoys", "Lee"])
    }

    @Test func showsEntitiesByTheirNamesAmongKeyphrases() throws {
        let document = try document("Lee opened the hall. The mayor and Lee spoke. Lee left.")
        let entity = Entity(
            id: 1, name: "Anna Lee", type: .person, salience: 1,
            mentions: [0, 35, 46].map { Mention(start: $0, end: $0 + 3, confidence: 1) })
        let phrases = try keyphrases(document, entities: [entity])
        #expect(phrases.first?.text == "Anna Lee")
        #expect(!phrases.contains { $0.text == "Lee" })
    }

    @Test func leavesPeoplesOutOfKeyphrasesUnlessTheySayMore() throws {
        let document = try document(
            "Farmers met Danish envoys. Danish farmers met them too. Many Danish boats were there, and Danish flags, and Danish farmers."
        )
        let entity = Entity(
            id: 1, name: "Danish", type: .nationality, salience: 1,
            mentions: [12, 27, 61, 90, 108].map { Mention(start: $0, end: $0 + 6, confidence: 1) })
        #expect(try keyphrases(document).map(\.text).contains("Danish"))
        let texts = try keyphrases(document, entities: [entity]).map(\.text)
        #expect(texts.contains("Danish farmers"))
        #expect(!texts.contains("Danish"))
    }

    @Test func leavesOutTheLastWordsOfWhatSomebodySaid() throws {
        let document = try document(
            "The ferry to Sker was late again. ‘Is that news? Not to us.’ The harbour master wrote a long report on it."
        )
        let summary = try summarize(document, .sentences(2))
        #expect(!summary.text.contains("Not to us"))
        #expect(summary.sentences.count == 2)
    }

    @Test func findsNoKeyphrasesWhereWordsAreNotKnown() throws {
        let japanese = try document("市議会は来週、新しい橋について決定する。市議会は橋を閉鎖する。")
        #expect(try keyphrases(japanese).isEmpty)
    }
}
