import Testing
import WiredeskModel

@testable import wiredesk

@Suite("The HTML form")
struct ArticlePageTests {
    @Test func marksMentions() {
        let page = ArticlePage.section(for: SampleAnalysis.make())
        #expect(
            page.contains(
                "Mayor <mark class=\"people\" title=\"Ada Brill, PERSON\">Ada Brill</mark> of "
                    + "<mark class=\"places\" title=\"Sandmouth, GPE\">Sandmouth</mark>"))
        #expect(page.contains("<cite>Ada Brill</cite>"))
    }

    @Test func theTextShowsWhatThePlaygroundShows() {
        var analysis = SampleAnalysis.make()
        let said = SampleAnalysis.span("“We will not wait,” Brill said.")
        analysis.summary?.sentences = [SummarySentence(index: 1, start: said.start, end: said.end, score: 1)]
        analysis.article?.paragraphs[0].source = Span(start: 100, end: 200)
        analysis.article?.paragraphs[1].source = Span(start: 300, end: 400)
        analysis.article?.removed = [
            Removed(source: Span(start: 500, end: 510), text: "All <rights>", reason: .legal),
            Removed(source: Span(start: 250, end: 260), text: "Read more", reason: .related),
        ]
        let page = ArticlePage.section(for: analysis)
        // A quote with its speaker, in a sentence of the summary.
        #expect(
            page.contains(
                "<span class=\"in-summary in-quote\" title=\"said by Ada Brill\">“We will not wait,”</span>"
                    + "<span class=\"in-summary\"> </span><span class=\"in-summary\">"
                    + "<mark class=\"people\" title=\"Ada Brill, PERSON\">Brill said</mark></span>"))
        // What was left out, where it stood and at the end.
        let struckOut = "<small class=\"reason\" dir=\"ltr\">related</small><del>Read more</del>"
        #expect(page.contains("</p>\n<p class=\"removed\" dir=\"auto\">\(struckOut)</p>\n<p dir=\"auto\"><span"))
        #expect(page.contains("<li dir=\"auto\">\(struckOut)</li>"))
        #expect(page.contains("<del>All &lt;rights&gt;</del></p>\n</section>"))
        // What there is to show has a box, ticked as in the playground.
        for box in ["people\" checked", "in-summary\" checked", "in-quote\" checked", "removed\""] {
            #expect(page.contains("<input type=\"checkbox\" class=\"\(box)>"), "\(box)")
        }
        #expect(!page.contains("class=\"works\""))
        #expect(page.contains("<td class=\"number\">0.90</td>"))
    }

    /// Whatever spans a server sends: each character of a paragraph comes once, and no mention is cut.
    @Test func thePiecesOfATextAreTheText() throws {
        var state = 5
        func number(below bound: Int) -> Int {
            state = (state &* 1_103_515_245 &+ 12345) & 0x7FFF_FFFF
            return (state >> 8) % bound
        }
        func spans(_ count: Int) -> [Span] {
            (0..<count).map { _ in
                let start = number(below: 113) - 3
                return Span(start: start, end: start + number(below: 32) - 2)
            }
        }
        for _ in 0..<2000 {
            var analysis = SampleAnalysis.make()
            analysis.entities?[0].mentions = spans(6).map { Mention(start: $0.start, end: $0.end, confidence: 1) }
            analysis.quotes = spans(3).map { Quote(start: $0.start, end: $0.end) }
            analysis.summary?.sentences = spans(3).map {
                SummarySentence(index: 0, start: $0.start, end: $0.end, score: 1)
            }
            let paragraphs = [Paragraph(start: 0, end: 40, kind: .body), Paragraph(start: 42, end: 90, kind: .body)]
            let marks = MarkedText.marks(of: analysis.entities ?? [])
            var cutter = TextCutter(analysis)
            var marked = 0
            for paragraph in paragraphs {
                let pieces = cutter.pieces(of: paragraph)
                #expect(pieces.first?.start == paragraph.start && pieces.last?.end == paragraph.end)
                #expect(zip(pieces, pieces.dropFirst()).allSatisfy { $0.end == $1.start })
                marked += pieces.count { $0.mark != nil }
            }
            let whole = marks.count { mark in
                paragraphs.contains { $0.start <= mark.range.lowerBound && mark.range.upperBound <= $0.end }
            }
            #expect(marked == whole)
        }
    }

    /// One vocabulary: what the page marks, the style sheet that the playground shares has a rule for.
    @Test func everyClassHasItsStyle() {
        for group in EntityGroup.allCases {
            #expect(PageStyle.sheet.contains("input.\(group):not(:checked)) ~ .text mark.\(group)"))
        }
        for name in ["toggles", "in-summary", "in-quote", "reason", "bar", "legend", "scroll"] {
            #expect(PageStyle.sheet.contains(".\(name) {"), "\(name)")
        }
    }

    @Test func hostileFieldsStayText() {
        var analysis = SampleAnalysis.make()
        let hostile = "</title><script>alert('x')</script>\" onload=\"alert(1)<!--"
        analysis.article?.title = hostile
        analysis.article?.authors = [Author(name: hostile)]
        analysis.article?.language = hostile
        analysis.article?.published = hostile
        analysis.article?.url = "javascript:alert(1)//" + hostile
        analysis.summary?.text = hostile
        analysis.keyphrases = [Keyphrase(text: hostile, score: 1)]
        analysis.warnings = [hostile]
        analysis.entities?[0].name = hostile
        analysis.article?.text = String(SampleAnalysis.text.dropLast(40)) + hostile
        let speech = SampleAnalysis.span("“We")
        analysis.quotes = [Quote(start: speech.start, end: speech.start + 200, speaker: 1)]
        analysis.article?.removed = [Removed(text: hostile, reason: .legal)]
        analysis.stages[0].microseconds = .max
        analysis.stages[1].microseconds = .max
        let page = ArticlePage.header(title: hostile) + ArticlePage.section(for: analysis) + ArticlePage.footer
        #expect(!page.contains("<script"))
        #expect(!page.contains("<!--"))
        #expect(!page.contains("\" onload"))
        #expect(!page.contains("href=\"javascript"))
        #expect(page.split(separator: "</title>").count == 2)
    }

    @Test(arguments: [
        ("https://a.example/?b=1&c=2", true), ("HTTP://a.example", true), ("javascript:alert(1)", false),
        ("data:text/html,x", false), ("//a.example", false), (" https://a.example", false),
    ])
    func onlyAddressesOfTheWebAreLinks(_ address: String, _ isLink: Bool) {
        #expect(Markup.link(to: address).hasPrefix("<a ") == isLink)
    }

    @Test func everyListIsClosed() {
        var analysis = SampleAnalysis.make()
        analysis.article?.paragraphs = [.list, .list, .body, .list].map { Paragraph(start: 0, end: 5, kind: $0) }
        let page = ArticlePage.section(for: analysis)
        #expect(page.split(separator: "<ul>\n<li").count == page.split(separator: "</li>\n</ul>").count)
        #expect(page.split(separator: "<li dir=\"auto\">Mayor").count == 4)
    }
}
