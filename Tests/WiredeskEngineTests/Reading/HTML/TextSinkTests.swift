import Testing

@testable import WiredeskEngine

@Suite struct TextSinkTests {
    private static let pieces = [
        "a", "word", "a few words that are longer than a vector of bytes", " ", "  ",
        "\n\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t ",
        "\u{7F}", "\u{1}", "&amp;", "&nbsp;", "&", "\u{A0}", "\u{AD}", "\u{200B}", "\u{2009}", "\u{3000}", "\u{FEFF}",
        "“quoted”", "é", "日本語テスト", "ﬁ", "🙂",
    ]

    /// The text as the sink should show it, one character after the other.
    private func expected(_ text: String) -> String {
        var shown = ""
        var isSpacePending = false
        let plain = text.replacing("&amp;", with: "&").replacing("&nbsp;", with: " ")
        for scalar in plain.unicodeScalars {
            switch scalar.value {
            case 0...0x20, 0x7F, 0xA0, 0x2009, 0x3000: isSpacePending = true
            case 0xAD, 0x200B, 0xFEFF: break
            default:
                if isSpacePending, !shown.isEmpty { shown += " " }
                isSpacePending = false
                shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }

    /// Vectors are read where the input goes on, loops at its end: both must show the same.
    @Test func showsTextWhereverItEnds() {
        var random = SeededGenerator(state: 7)
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                Self.pieces.randomElement(using: &random)!
            }
            .joined().replacing("&&", with: "& &")
            let bytes = Array(text.utf8)
            for behind in [[], Array("<p> x".utf8), Array(repeating: 0x20, count: 40)] {
                var sink = TextSink(capacity: 0)
                (bytes + behind).withUnsafeBufferPointer { sink.append($0, 0..<bytes.count) }
                let shown = String(decoding: sink.bytes, as: UTF8.self)
                #expect(shown == expected(text), "\(text.debugDescription)")
            }
        }
    }

    @Test func knowsWhereTheTextStood() {
        var sink = TextSink()
        let bytes = Array("  one \u{AD} &amp; two\u{3000}\u{200B} ".utf8)
        bytes.withUnsafeBufferPointer { sink.append($0, 0..<$0.count) }
        let shown = String(decoding: sink.bytes, as: UTF8.self)
        #expect(shown == "one & two")
        let source = String(decoding: bytes[sink.source], as: UTF8.self)
        #expect(source == "one \u{AD} &amp; two")
    }
}
