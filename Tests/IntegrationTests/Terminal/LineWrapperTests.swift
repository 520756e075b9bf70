import Testing

@testable import wiredesk

@Suite("Lines are wrapped at words")
struct LineWrapperTests {
    private static func wrap(_ text: String, _ columns: Int) -> [String] {
        LineWrapper.wrap(StyledText(text), columns: columns).map { $0.painted(color: false) }
    }

    @Test(arguments: [
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 80, ["one two three"]),
        ("  spaces   collapse ", 20, ["spaces collapse"]),
        ("a https://example.org/very/long b", 10, ["a", "https://example.org/very/long", "b"]),
        ("\u{6F22}\u{5B57}\u{6F22}\u{5B57}\u{6F22}", 4, ["\u{6F22}\u{5B57}", "\u{6F22}\u{5B57}", "\u{6F22}"]),
        ("\u{6F22}\u{5B57}\u{3002}\u{6F22}", 4, ["\u{6F22}", "\u{5B57}\u{3002}", "\u{6F22}"]),
        ("\u{6F22}\u{300C}\u{5B57}\u{300D}", 4, ["\u{6F22}", "\u{300C}\u{5B57}\u{300D}"]),
        ("e\u{301}e\u{301} e\u{301}e\u{301}", 5, ["e\u{301}e\u{301} e\u{301}e\u{301}"]),
        ("", 10, []),
    ])
    func table(_ text: String, _ columns: Int, _ lines: [String]) {
        #expect(Self.wrap(text, columns) == lines)
    }

    @Test func styleCrossesLinesButNotTheEnd() {
        var text = StyledText("See ")
        text.append("Marta Lind", .person)
        text.append(", she said.")
        let lines = LineWrapper.wrap(text, columns: 10).map { $0.painted(color: true) }
        #expect(lines == ["See \u{1B}[36mMarta\u{1B}[0m", "\u{1B}[36mLind\u{1B}[0m, she", "said."])
    }
}
