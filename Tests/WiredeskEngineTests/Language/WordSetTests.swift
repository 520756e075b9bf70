import Testing

@testable import WiredeskEngine

@Suite struct WordSetTests {
    private func contains(_ set: WordSet, _ word: String) -> Bool {
        let bytes = Array(word.utf8)
        return bytes.withUnsafeBufferPointer { set.contains($0, 0..<$0.count) }
    }

    @Test func findsItsWordsAndNoOthers() {
        let set = WordSet("the of\nhier été  и")
        for word in ["the", "THE", "Of", "hier", "été", "и"] { #expect(contains(set, word)) }
        for word in ["", "th", "them", "hie", "ete", "the of"] { #expect(!contains(set, word)) }
        #expect(!contains(WordSet(""), "a"))
    }

    @Test func givesTheHashOfEachWord() {
        let hashes = ["the", "of", "hier", "été", "и"].map { word in
            Array(word.utf8).withUnsafeBufferPointer { Hash64.lowercased(UTF8Text($0), 0..<$0.count) }
        }
        #expect(Set(WordSet("the of\nhier été  и").hashes) == Set(hashes))
        #expect(WordSet("").hashes.isEmpty)
    }

    @Test func knowsTheFunctionWordsOfLanguages() {
        for language in ["en", "de", "fr", "ru", "hi"] { #expect(StopWords.knows(language)) }
        #expect(!StopWords.knows("tlh"))
    }
}
