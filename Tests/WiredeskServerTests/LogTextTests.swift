import Testing

@testable import WiredeskServer

@Suite struct LogTextTests {
    @Test(arguments: [
        ("wiredesk-python/1", "wiredesk-python/1"), ("a\nlevel=error b", "a?level=error b"),
        ("\u{1B}[31mred\r", "?[31mred?"), ("right\u{202E}left\u{2028}", "right?left?"), ("Zoë 新聞", "Zoë 新聞"),
        ("", ""),
    ])
    func nothingThatBreaksALineOrATerminalIsLogged(text: String, safe: String) {
        #expect(LogText.safe(text) == safe)
    }

    @Test func longTextIsCut() {
        #expect(LogText.safe(String(repeating: "x", count: 1000), limit: 80).count == 80)
    }
}
