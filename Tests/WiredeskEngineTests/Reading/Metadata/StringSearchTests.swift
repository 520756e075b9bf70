import Testing

@testable import WiredeskEngine

@Suite struct StringSearchTests {
    @Test(arguments: [
        ("last updated today", true), ("GEändert am 3. Mai", true), ("update", false), ("", false),
        ("upd\u{E4}ted", false), ("Updated", true), ("am 3. Mai updated", true),
    ])
    func findsAnyOfSeveralWords(_ text: String, _ isFound: Bool) {
        #expect(text.containsFolded(anyOf: ["updated", "geändert"]) == isFound)
    }

    @Test(arguments: [
        ("harbour reopens", "our re", true), ("harbour", "harbours", false), ("harbour", "", true), ("", "a", false),
        ("Harbour", "harbour", false),
    ])
    func findsAnotherText(_ text: String, _ other: String, _ isFound: Bool) {
        #expect(text.holds(other) == isFound)
    }
}
