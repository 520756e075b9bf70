import Testing
import WiredeskModel

@testable import WiredeskEngine

@Suite struct MetadataReaderTests {
    /// 2023-01-01T00:00:00Z
    private static let now = 1_672_531_200

    private func article(_ fill: (inout PageEvidence) -> Void) -> Article {
        var evidence = PageEvidence()
        fill(&evidence)
        var article = Article(wordCount: 0, readingSeconds: 0, text: "", paragraphs: [], sentences: [])
        MetadataReader.apply(
            evidence, to: &article, context: ReadingContext(url: nil, now: Self.now, interruption: Interruption()))
        return article
    }

    private func meta(_ name: String, _ content: String) -> PageEvidence.Meta {
        PageEvidence.Meta(name: name, content: content)
    }

    private func heading(_ text: String, level: Int = 1, at position: Int = 100) -> PageEvidence.Heading {
        PageEvidence.Heading(level: level, text: text, position: position)
    }

    @Test func cutsTheSiteNameOnlyWithEvidence() {
        #expect(article { $0.title = "Harbour reopens - The Gull" }.title == "Harbour reopens - The Gull")
        #expect(
            article {
                $0.title = "Harbour reopens - The Gull"
                $0.metas = [meta("og:site_name", "The Gull")]
            }.title == "Harbour reopens")
        #expect(
            article {
                $0.title = "The Gull | Harbour reopens"
                $0.headings = [heading("Harbour reopens")]
            }.title == "Harbour reopens")
    }

    @Test func aHeadingThatIsTheSitesNameIsNoTitle() {
        let title = article {
            $0.title = "The Gull » Harbour reopens after storm"
            $0.headings = [heading("The Gull"), heading("Harbour reopens after storm", level: 2)]
        }.title
        #expect(title == "Harbour reopens after storm")
    }

    @Test func mendsTextsThatWereEncodedTwice() {
        #expect(
            article { $0.metas = [meta("og:title", "Salt &amp; pepper&#39;s <b>rise</b>")] }.title
                == "Salt & pepper's rise")
    }

    @Test func publishedComesBeforeModified() {
        let article = article {
            $0.metas = [
                meta("article:modified_time", "2022-06-01T10:00:00Z"),
                meta("article:published_time", "2022-05-04T08:00:00+02:00"),
            ]
        }
        #expect(article.published == "2022-05-04T08:00:00+02:00")
        #expect(article.modified == "2022-06-01T10:00:00Z")
    }

    @Test func nothingIsPublishedInTheFuture() {
        let article = article {
            $0.metas = [meta("article:published_time", "2023-05-04"), meta("date", "2022-12-30")]
        }
        #expect(article.published == "2022-12-30")
    }

    @Test func aDateThatIsOnlyModifiedIsNotPublished() {
        let article = article { $0.metas = [meta("og:updated_time", "2022-06-01")] }
        #expect(article.published == nil)
        #expect(article.modified == "2022-06-01")
    }

    @Test(arguments: [
        ("https://gull.example/2022/05/04/harbour", "2022-05-04"),
        ("https://gull.example/news/2022/05/harbour", "2022-05"),
        ("https://gull.example/20220504/harbour", "2022-05-04"),
        ("https://gull.example/23-01-2022-harbour", "2022-01-23"),
        ("https://gull.example/2022/99/harbour", nil), ("https://gull.example/1234/harbour", nil),
    ])
    func readsTheAddress(_ url: String, _ expected: String?) {
        #expect(article { $0.links = [(rel: "canonical", href: url)] }.published == expected)
    }

    @Test func readsTheLineUnderTheHeading() {
        let article = article {
            $0.title = "Harbour reopens"
            $0.headings = [heading("Harbour reopens", at: 500)]
            $0.lines = PageLines([
                PageEvidence.Line(text: "Saturday, 31 December 2022", position: 10),
                PageEvidence.Line(text: "Harbour reopens", position: 500),
                PageEvidence.Line(text: "By Anna Smith", position: 520),
                PageEvidence.Line(text: "4 May 2022, 10:30", position: 540),
            ])
        }
        #expect(article.authors.map(\.name) == ["Anna Smith"])
        #expect(article.published == "2022-05-04T10:30")
    }

    @Test func prefersPersonsToOrganizations() {
        let article = article {
            $0.jsonLD = ["{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Organization\",\"name\":\"The Gull\"}}"]
            $0.marked = [
                PageEvidence.Marked(kind: .byline, text: "Anna Smith", value: nil, mark: "rel=author", position: 10),
                PageEvidence.Marked(
                    kind: .byline, text: "Troll King", value: nil, mark: "class=comment-author", position: 5),
            ]
        }
        #expect(article.authors.map(\.name) == ["Anna Smith"])
    }

    @Test func fallsBackToTheOrganization() {
        let article = article {
            $0.jsonLD = [
                "{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Organization\",\"name\":\"Gull News Agency\"}}"
            ]
        }
        #expect(article.authors.map(\.name) == ["Gull News Agency"])
    }

    @Test func makesAddressesAbsolute() {
        let article = article {
            $0.links = [(rel: "canonical", href: "https://gull.example/a")]
            $0.metas = [meta("og:image", "/img/a.jpg")]
        }
        #expect(article.url == "https://gull.example/a")
        #expect(article.image == "https://gull.example/img/a.jpg")
    }

    @Test func nothingComesFromNothing() {
        let empty = Article(wordCount: 0, readingSeconds: 0, text: "", paragraphs: [], sentences: [])
        #expect(article { _ in } == empty)
    }
}
