import Testing

@testable import wiredesk

@Suite("What others wrote cannot control the terminal")
struct TerminalTextTests {
    @Test(arguments: [
        ("plain text", "plain text"),
        ("\u{1B}[31mred\u{1B}[0m", "[31mred[0m"),
        ("title\u{1B}]0;mine\u{7}", "title]0;mine"),
        ("C1 \u{9B}31m", "C1 31m"),
        ("over\u{202E}ride", "override"),
        ("iso\u{2066}late\u{2069}", "isolate"),
        ("two\nlines\tand\r\nmore", "two lines and more"),
        ("zero\u{FEFF}width", "zerowidth"),
        ("\u{5E9}\u{5DC}\u{200F}\u{5D5}\u{5DD}", "\u{5E9}\u{5DC}\u{200F}\u{5D5}\u{5DD}"),
        ("na\u{EF}ve \u{6587}\u{5B57} \u{1F600}", "na\u{EF}ve \u{6587}\u{5B57} \u{1F600}"),
    ])
    func escapesGoAndTextStays(_ hostile: String, _ safe: String) {
        #expect(TerminalText.safe(hostile).replacing("  ", with: " ") == safe)
    }

    @Test func anyScalarIsSafe() {
        for value in UInt32(0)...0x2FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let safe = TerminalText.safe(String(scalar)).unicodeScalars
            #expect(safe.allSatisfy { $0.properties.generalCategory != .control }, "\(value)")
        }
    }

    @Test(arguments: [
        ("abc", 3), ("\u{E9}", 1), ("e\u{301}", 1), ("\u{6F22}\u{5B57}", 4), ("\u{D55C}\u{AE00}", 4),
        ("\u{1F600}", 2), ("\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", 2), ("\u{2764}\u{FE0F}", 2),
        ("\u{5E9}\u{5B8}", 1), ("\u{FF21}", 2), ("\u{200B}", 0), ("", 0),
    ])
    func widthsAreThoseOfTheScreen(_ text: String, _ columns: Int) {
        #expect(DisplayWidth.columns(of: text) == columns)
    }
}
