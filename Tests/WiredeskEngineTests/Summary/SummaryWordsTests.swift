import Testing

@testable import WiredeskEngine

@Suite struct SummaryWordsTests {
    private func words(_ text: String, language: String) throws -> (words: [SummaryWord], isEnglish: Bool) {
        var read = VerbatimReader.read(Array(text.utf8))
        read.article.language = language
        let document = try Document(analyzing: &read, interruption: Interruption())
        #expect(document.language == language)
        let words = try SummaryWords(document, interruption: Interruption())
        #expect(words.all.count == document.tokens.count)
        return (words.all, words.isEnglish)
    }

    private static let english = "The council of the town said on Monday that the bridge stays closed. "

    /// The first words of a text that is certainly English.
    private func english(_ text: String) throws -> [SummaryWord] {
        try words(text + ". " + Self.english, language: "en").words
    }

    @Test(arguments: [
        ["study", "studies", "Studied", "STUDYING"], ["close", "closes", "closed", "closing"],
        ["stop", "stops", "stopped", "stopping"], ["call", "called", "calling", "calls"], ["bus", "BUS"],
        ["class", "classes", "CLASS"], ["die", "dies"], ["café", "CAFÉ", "cafés"],
    ])
    func bringTheFormsOfAWordTogether(forms: [String]) throws {
        let words = try english(forms.joined(separator: " "))[..<forms.count]
        #expect(Set(words.map(\.stem)).count == 1)
        #expect(Set(words.map(\.hash)).count == Set(forms.map { $0.lowercased() }).count)
    }

    @Test func keepWordsApart() throws {
        let words = try english("bus bush boss string strong red reed king kind ear era")[..<11]
        #expect(Set(words.map(\.stem)).count == 11)
    }

    @Test func knowWhatWordsAreGoodFor() throws {
        let words = try english("But He said photo announced harbour SAID")
        let expected: [WordSigns] = [
            [.stop, .anaphor, .contrast], [.stop, .anaphor], [.stop, .speechVerb], [.captionWord], [.phraseBreaker], [],
            [.stop, .speechVerb],
        ]
        #expect(words.prefix(7).map(\.signs) == expected)
        #expect(words.prefix(7).map(\.isCapital) == [true, true, false, false, false, false, true])
        // A full stop is no word.
        #expect(words[7].hash == 0 && words[7].stem == 0 && words[7].signs == [])
    }

    @Test func knowTheFunctionWordsOfOtherLanguages() throws {
        let text = "Der Rat der Stadt hat am Montag beschlossen, dass die Brücke geschlossen und nicht repariert wird."
        let (words, isEnglish) = try words(text, language: "de")
        #expect(!isEnglish)
        #expect(words[0].signs == .stop)
        #expect(words[1].signs == [])
        // "the" is none of them, and six letters make a stem.
        #expect(WordSignTable.of("de-AT").signs(of: hash("the")) == [])
        #expect(WordSignTable.of("de-AT").signs(of: hash("nicht")) == .stop)
        #expect(WordSignTable.of(nil).signs(of: hash("the")) == .stop)
        #expect(WordSignTable.of("tlh").signs(of: hash("the")) == .stop)
    }

    private func hash(_ word: String) -> UInt64 {
        Array(word.utf8).withUnsafeBufferPointer { Hash64.lowercased(UTF8Text($0), 0..<$0.count) }
    }
}
