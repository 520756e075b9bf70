import Testing

@testable import WiredeskEngine

/// No input crashes the reader, and none takes more than linear time.
@Suite struct HTMLRobustnessTests {
    private func read(_ bytes: [UInt8]) throws -> ReadArticle {
        let decoded = try TextDecoder.decode(bytes, charset: "utf-8", isHTML: true)
        return try HTMLReader.read(
            decoded.utf8, context: ReadingContext(url: nil, now: 0, interruption: Interruption()))
    }

    private func check(_ read: ReadArticle) {
        for paragraph in read.article.paragraphs {
            #expect(paragraph.start < paragraph.end)
            #expect(read.text[paragraph.start..<paragraph.end].withUnsafeBufferPointer(UTF8Bytes.isValid))
            if let source = paragraph.source { #expect(source.end <= read.source.count && source.start < source.end) }
        }
        for removed in read.article.removed {
            if let source = removed.source { #expect(source.end <= read.source.count && source.start <= source.end) }
        }
    }

    @Test func survivesTruncation() throws {
        let page = Array(HTMLReaderTests.page.utf8)
        for length in stride(from: 0, to: page.count, by: 37) { check(try read(Array(page[..<length]))) }
    }

    @Test func survivesSplicedMarkup() throws {
        let pieces = [
            "<", ">", "</", "<!--", "-->", "<![CDATA[", "]]>", "<p", "<table>", "<tr>", "<td>", "</table>", "<a href=",
            "\"", "'",
            "<svg>", "</svg>", "<script>", "</script>", "<title>", "&", "&#", "&amp", ";", "\u{0}", "é", "<li>",
            "<template>", "text ",
            "<b>", "</b>", "<div hidden>", "</div>", "<article>", "<plaintext>", "<select>", "<br>", "=", "/", "<h1>",
            "</h2>", "<pre>\n\n",
        ]
        var random = SeededGenerator(state: 11)
        for _ in 0..<600 {
            let count = Int.random(in: 1...60, using: &random)
            let html = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            // Many NULs in a short page make it binary.
            if let read = try? read(Array(html.utf8)) { check(read) }
        }
    }

    @Test func survivesRandomBytes() {
        var random = SeededGenerator(state: 5)
        for _ in 0..<300 {
            let bytes = (0..<200).map { _ in UInt8.random(in: 0x20...0xFF, using: &random) }
            if let read = try? read(bytes) { check(read) }
        }
    }

    @Test(arguments: [
        "<div>", "<b>", "</p>", "<p>x", "<a href=x>y", "&amp", "&", "<", "</", "<!--", "<x y=z ", "<table><td>",
        "</b></i>", "<li>z",
        "<svg><", "<script><!--<script>", "<p hidden>x", "<h1>t</h1>", "<title>", "<i></p>", "word ",
        "<p><b><object></div>",
    ])
    func isLinear(unit: String) throws {
        try Growth.expectLinear(unit, from: 200_000) { size in
            let input = Array(String(repeating: unit, count: size / unit.utf8.count).utf8)
            _ = try PageBuilder.build(input, interruption: Interruption())
        }
    }

    @Test func stopsWhenCancelled() {
        let cancellation = Interruption.Cancellation()
        cancellation.cancel()
        let page = Array(String(repeating: "<p>word", count: 20_000).utf8)
        #expect(throws: WiredeskError.self) {
            try HTMLReader.read(
                page, context: ReadingContext(url: nil, now: 0, interruption: Interruption(cancellation: cancellation)))
        }
    }
}
