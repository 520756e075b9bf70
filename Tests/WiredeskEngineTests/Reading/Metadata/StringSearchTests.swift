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

    @Test(arguments: [
        ("Harbour…", "…", true), ("Harbour...", "…", false), ("…", "Harbour…", false), ("", "", true),
        ("our", "our", true),
    ])
    func tellsHowATextEnds(_ text: String, _ ending: String, _ ends: Bool) {
        #expect(text.ends(in: ending) == ends)
    }

    @Test(arguments: [
        ("harbour, storm ;gull", ["harbour", "storm", "gull"]), ("", []), (" , ;", []), ("one", ["one"]),
        ("Möwe,,Düne ", ["Möwe", "Düne"]),
    ])
    func takesATextApart(_ text: String, _ parts: [String]) {
        #expect(text.parts(by: UInt8(ascii: ","), UInt8(ascii: ";")) == parts)
    }
}
