import Testing

@testable import WiredeskEngine

@Suite struct GazetteerTests {
    private func entry(_ words: StaticString...) -> Gazetteer.Entry {
        Gazetteer.embedded[words.reduce(0) { WordKey.phrase($0, WordKey.of($1)) }]
    }

    @Test func knowsNamesWithoutCaseAndAccents() {
        #expect(entry("norway").kinds.contains(.country))
        #expect(entry("norway").countryCode == "NO")
        #expect(entry("NEW", "York").kinds.contains(.city))
        #expect(entry("türkiye").countryCode == "TR")
        #expect(entry("Norwegians").kinds.contains(.demonym))
        #expect(entry("house").kinds.contains(.common))
        #expect(entry("georgia").kinds.contains(.ambiguous))
    }

    @Test func knowsNothingOfOtherWords() {
        #expect(entry("qzxvb").kinds.isEmpty)
        #expect(entry("norway", "norway").kinds.isEmpty)
    }
}
