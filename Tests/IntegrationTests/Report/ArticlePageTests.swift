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
        analysis.article?.removed = [Removed(text: hostile, reason: .legal)]
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
