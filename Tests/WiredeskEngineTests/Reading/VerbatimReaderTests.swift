import Testing
import WiredeskModel

@testable import WiredeskEngine

@Suite struct VerbatimReaderTests {
    @Test func theTextIsTheInputAndItsLinesAreParagraphs() throws {
        let input = "  First line.\u{A0}\r\n\n\u{A0}\u{2003}\n\u{FEFF}Zweite Zeile \n"
        var options = AnalysisOptions()
        options.verbatim = true
        let article = try #require(Engine().analyze(Array(input.utf8), options: options).article)
        #expect(article.text == input)
        let scalars = Array(input.unicodeScalars)
        let lines = article.paragraphs.map { paragraph in
            String(String.UnicodeScalarView(scalars[paragraph.start..<paragraph.end]))
        }
        #expect(lines == ["First line.", "Zweite Zeile"], "a line of no-break spaces is blank")
        #expect(article.paragraphs.allSatisfy { $0.source == Span(start: $0.start, end: $0.end) })
    }
}
