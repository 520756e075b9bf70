import Testing
import WiredeskModel

@Suite("Spans slice the text, whatever they count")
struct SpanTests {
    @Test(arguments: Program.articles)
    func unitsAgree(_ name: String) throws {
        var slices: [[String]] = []
        for unit in OffsetUnit.allCases {
            let run = try Program.run("analyze", "--format", "json", "--offsets", unit.rawValue, Program.example(name))
            let analysis = try run.analyses()[0]
            let text = try #require(analysis.article?.text)
            let measured = MeasuredText(text, unit: unit)
            let words = try Self.spans(of: analysis).map { try #require(measured[$0], "\(unit) \($0)") }
            #expect(!words.isEmpty)
            slices.append(words)
        }
        #expect(slices[0] == slices[1])
        #expect(slices[0] == slices[2])
    }

    @Test(arguments: Program.articles)
    func paragraphsMakeTheText(_ name: String) throws {
        let run = try Program.run("analyze", "--format", "json", Program.example(name))
        let article = try #require(try run.analyses()[0].article)
        let measured = MeasuredText(article.text, unit: .scalar)
        let paragraphs = article.paragraphs.map { measured[Span(start: $0.start, end: $0.end)] ?? "" }
        #expect(paragraphs.joined(separator: "\n\n") == article.text)
    }

    /// Everything in a result that points into the text.
    private static func spans(of analysis: Analysis) -> [Span] {
        var spans: [Span] = []
        for paragraph in analysis.article?.paragraphs ?? [] {
            spans.append(Span(start: paragraph.start, end: paragraph.end))
            spans += paragraph.pieces.map { Span(start: $0.start, end: $0.end) }
        }
        spans += (analysis.article?.sentences ?? []).map { Span(start: $0.start, end: $0.end) }
        for entity in analysis.entities ?? [] {
            spans += entity.mentions.map { Span(start: $0.start, end: $0.end) }
            spans += entity.roles.map { Span(start: $0.start, end: $0.end) }
        }
        spans += (analysis.quotes ?? []).map { Span(start: $0.start, end: $0.end) }
        spans += (analysis.summary?.sentences ?? []).map { Span(start: $0.start, end: $0.end) }
        return spans
    }
}
