import Testing

@testable import WiredeskEngine

@Suite struct StringSearchTests {
    @Test(arguments: [
        ("last updated today", true), ("geändert am 3. mai", true), ("ge\u{61}\u{308}ndert", true), ("update", false),
        ("", false), ("upd\u{E4}ted", false), ("updated", true), ("am 3. mai updated", true),
    ])
    func findsAnyOfSeveralWords(_ text: String, _ isFound: Bool) {
        #expect(text.containsAny(of: ["updated", "geändert"]) == isFound)
    }

    @Test(arguments: [
        ("By Anna", "by", true), ("BY", "by", true), ("Bye", "by", true), ("b", "by", false),
        ("Über uns", "über", true),
        ("by\u{301} x", "by", false), ("On", "by", false), ("Écrit par", "écrit par", true),
    ])
    func foldedPrefixes(_ text: String, _ prefix: String, _ isPrefix: Bool) {
        #expect(text[...].hasFoldedPrefix(prefix) == isPrefix)
    }
}
