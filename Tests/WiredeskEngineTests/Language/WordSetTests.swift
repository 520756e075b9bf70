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

    @Test func findsEveryWordOfALongList() {
        for language in ["en", "de", "fr", "ru", "hi"] { #expect(StopWords.knows(language)) }
        #expect(contains(StopWords.of("de-AT"), "nicht"))
        #expect(!contains(StopWords.of("de"), "the"))
        #expect(contains(StopWords.of(nil), "the"))
        #expect(contains(StopWords.of("tlh"), "the"))
    }
}
