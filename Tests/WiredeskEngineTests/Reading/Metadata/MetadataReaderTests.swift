import Testing
import WiredeskModel

@testable import WiredeskEngine

@Suite struct MetadataReaderTests {
    /// 2023-01-01T00:00:00Z
    private static let now = 1_672_531_200

    func article(_ fill: (inout PageEvidence) -> Void) -> Article {
        var evidence = PageEvidence()
        fill(&evidence)
        var article = Article(wordCount: 0, readingSeconds: 0, text: "", paragraphs: [], sentences: [])
        MetadataReader.apply(
            evidence, to: &article, context: ReadingContext(url: nil, now: Self.now, interruption: Interruption()))
        return article
    }

    func meta(_ name: String, _ content: String) -> PageEvidence.Meta {
        PageEvidence.Meta(name: name, content: content)
    }

    func heading(_ text: String, level: Int = 1, at position: Int = 100) -> PageEvidence.Heading {
        PageEvidence.Heading(level: level, text: text, position: position)
    }

    func lines(_ texts: [(String, Int)]) -> PageLines {
        PageLines(texts.map { PageEvidence.Line(text: $0.0, position: $0.1) })
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

    @Test func aBarNeedsNoBlanks() {
        let title = article {
            $0.title = "Harbour reopens after storm｜The Gull"
            $0.metas = [meta("og:site_name", "The Gull")]
        }.title
        #expect(title == "Harbour reopens after storm")
    }

    @Test func theFirstTagsOfEachNameAreKept() {
        let tags = article { $0.metas = [meta("keywords", "harbour, Storm ;storm,, HARBOUR, gull")] }.tags
        #expect(tags == ["harbour", "Storm", "gull"])
    }

    // MARK: Subtitle, site, section and tags

    @Test(
        arguments: [
            ("The storm had closed it for weeks", 150, MarkupEvidence(), "The storm had closed it for weeks"),
            ("News Sport Weather", 150, .navigation, nil), ("News Sport Weather", 20, [], nil), ("Back", 150, [], nil),
            ("The storm had closed it for weeks", 9000, [], nil),
        ] as [(String, Int, MarkupEvidence, String?)])
    func aSubtitleStandsBelowTheHeading(
        _ text: String, _ position: Int, _ around: MarkupEvidence, _ expected: String?
    ) {
        let subtitle = article {
            $0.title = "Harbour reopens"
            $0.headings = [heading("Harbour reopens")]
            $0.marked = [
                PageEvidence.Marked(
                    kind: .subtitle, text: text, value: nil, mark: "class=sub", position: position, around: around)
            ]
        }.subtitle
        #expect(subtitle == expected)
    }

    @Test func aTitleIsNoSitesName() {
        func site(_ title: String) -> String? {
            article {
                $0.title = title + " | The Gull"
                $0.headings = [heading(title)]
                $0.metas = [
                    meta("og:title", title), meta("og:site_name", title), meta("application-name", "The Gull"),
                ]
            }.siteName
        }
        #expect(site("Harbour reopens after the great storm") == "The Gull")
        #expect(site("Gull Town News") == "Gull Town News")
    }

    @Test(arguments: [("itemprop=articlesection", "Coast"), ("class=section", nil)])
    func onlyAVocabularyMarksTheSection(_ mark: String, _ expected: String?) {
        let section = article {
            $0.marked = [PageEvidence.Marked(kind: .section, text: "Coast", value: nil, mark: mark, position: 10)]
        }.section
        #expect(section == expected)
    }

    @Test(arguments: [(MarkupEvidence(), ["storm"]), (.navigation, [])] as [(MarkupEvidence, [String])])
    func aMenuHoldsNoTags(_ around: MarkupEvidence, _ expected: [String]) {
        let tags = article {
            $0.marked = [
                PageEvidence.Marked(
                    kind: .tag, text: "#storm", value: nil, mark: "rel=tag", position: 10, around: around)
            ]
        }.tags
        #expect(tags == expected)
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

    @Test(arguments: [
        ("2022-05-04T08:00:06Z", "2022-05-04T08:00:02Z", nil), ("2022-05-04T08:00:00Z", "2022-05-03", nil),
        ("2022-05-04T08:00:00+02:00", "2022-05-04T07:00:00+02:00", nil), ("2022-05", "2022-04-30", nil),
        ("2022-05-04T08:00:00Z", "2022-05-04", "2022-05-04"), ("2022-05", "2022-05-03", "2022-05-03"),
        ("2022-05-04T08:00:00+02:00", "2022-05-04T07:00:00Z", "2022-05-04T07:00:00Z"),
    ])
    func nothingIsModifiedBeforeItIsPublished(_ published: String, _ modified: String, _ expected: String?) {
        let article = article {
            $0.metas = [meta("article:published_time", published), meta("article:modified_time", modified)]
        }
        #expect(article.modified == expected)
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

    // MARK: Headlines

    @Test func leavesTheKickerOut() {
        let title = article {
            $0.title = "Storm season: Harbour reopens after weeks - The Gull"
            $0.headings = [
                PageEvidence.Heading(
                    level: 1, text: "Storm season : Harbour reopens after weeks",
                    headline: ": Harbour reopens after weeks",
                    position: 100)
            ]
        }.title
        #expect(title == "Harbour reopens after weeks")
    }

    @Test func aSeparatorElsewhereTellsTheKicker() {
        let title = article {
            $0.title = "Unit of the week | Harbour swims for all - The Gull"
            $0.headings = [heading("Unit of the week Harbour swims for all")]
        }.title
        #expect(title == "Harbour swims for all")
    }

    @Test func prefersTheHeadingToAListsShortForm() {
        let title = article {
            $0.title = "The Gull | Harbour reopens this Saturday"
            $0.headings = [
                heading("Harbour reopens this Saturday"),
                heading("Harbour reopens this Satur...", level: 3, at: 900),
            ]
        }.title
        #expect(title == "Harbour reopens this Saturday")
    }

    @Test func prefersTheReadersHeadlineToTheSearchEnginesOne() {
        let title = article {
            $0.metas = [meta("og:title", "Harbour opening hours in winter | The Gull")]
            $0.headings = [heading("When does the harbour open in winter?"), heading("Storms", level: 2, at: 300)]
            $0.mainText = 200..<900
        }.title
        #expect(title == "When does the harbour open in winter?")
    }

    @Test func takesTheHeadlineFromAHeadingsEnd() {
        let title = article {
            $0.title = "Harbour reopens after storm"
            $0.metas = [meta("og:title", "Press releases")]
            $0.headings = [heading("Press release of the port: Harbour reopens after storm")]
        }.title
        #expect(title == "Harbour reopens after storm")
    }

    @Test(arguments: [
        ("23.01.2022 - Harbour reopens after storm", "Harbour reopens after storm"),
        ("2022 in review: the harbour", "2022 in review: the harbour"),
    ])
    func aDateBeforeTheHeadlineIsNoneOfIt(_ title: String, _ expected: String) {
        #expect(article { $0.title = title }.title == expected)
    }

    // MARK: Dates

    private func date(_ text: String, at position: Int, mark: String = "tag=time", around: MarkupEvidence = [])
        -> PageEvidence.Marked
    {
        PageEvidence.Marked(kind: .date, text: text, value: nil, mark: mark, position: position, around: around)
    }

    @Test func readersCommentsDateNothing() {
        let published = article {
            $0.headings = [heading("Harbour reopens")]
            $0.marked = [date("24 August 2019", at: 120, around: .comments), date("16 August 2019", at: 3000)]
        }.published
        #expect(published == "2019-08-16")
    }

    @Test func aFieldWithoutAMeaningGivesWayToWhatReadersSee() {
        let published = article {
            $0.headings = [heading("Harbour reopens")]
            $0.metas = [meta("date", "2022-01-26")]
            $0.marked = [date("21.01.2022 - 13:30", at: 150)]
        }.published
        #expect(published == "2022-01-21T13:30")
    }

    @Test func whereFieldsDisagreeReadersSeeTheRightOne() {
        let published = article {
            $0.headings = [heading("Harbour reopens")]
            $0.jsonLD = ["{\"@type\":\"Article\",\"datePublished\":\"2022-11-03T10:00:00Z\"}"]
            $0.metas = [meta("article:published_time", "2022-11-06T14:25:00Z")]
            $0.marked = [date("6 November 2022", at: 150)]
        }.published
        #expect(published == "2022-11-06T14:25:00Z")
    }

    @Test(arguments: [
        ("2022-05-04T02:41:00Z", "3/5/2022 22:41", "es", "2022-05-03T22:41"),
        ("2022-05-04T23:00:00Z", "5. Mai 2022", "de", "2022-05-05"),
        ("2022-05-04T22:00:00Z", "Harbour", "de", "2022-05-05"),
        ("2022-05-04T22:00:00Z", "Harbour", "en", "2022-05-04T22:00:00Z"),
        ("2022-05-04T13:00:00Z", "5 May 2022", "en", "2022-05-04T13:00:00Z"),
        ("2022-05-04T02:41:00-04:00", "5 May 2022", "en", "2022-05-04T02:41:00-04:00"),
    ])
    func theDayIsThatOfThePlace(_ moment: String, _ line: String, _ language: String, _ expected: String) {
        let published = article {
            $0.language = language
            $0.headings = [heading("Harbour reopens")]
            $0.metas = [meta("article:published_time", moment)]
            $0.lines = lines([("Harbour reopens", 101), (line, 120)])
        }.published
        #expect(published == expected)
    }

    @Test func theVisitsClockDatesNothing() {
        let published = article {
            $0.headings = [heading("Harbour reopens")]
            $0.marked = [date("Aktuelle Zeit: 14.10.2022, 12:18", at: 110, mark: "class=time")]
        }.published
        #expect(published == nil)
    }

    @Test(arguments: [
        ("Press release of 25 January 2022 | Port Town – The harbour", "2022-01-25"),
        ("Port Town, (12.11.2021). The harbour reopens.", "2021-11-12"),
        ("(21 November 2022) The harbour reopens.", "2022-11-21"),
        ("Port Town, 4 May 2022 – The harbour reopens.", "2022-05-04"),
        ("On 25 January 2022 the harbour reopens.", nil),
        ("Anna Smith (4 May 1950 – 3 June 2010) kept the harbour.", nil),
        ("The harbour closed. It reopens (4 May 2022).", nil),
        ("A storm closed the harbour that the town had built until (4 May 2022) and", nil),
    ])
    func readsTheDatelineThatTheTextBeginsWith(_ lead: String, _ expected: String?) {
        #expect(article { $0.lead = [lead] }.published == expected)
    }

    @Test(arguments: [
        ("Registriert: 18.09.2008", nil), ("Joined 18 September 2008", nil), ("What holds since 1 October 2022?", nil),
        ("1 October 2022", "2022-10-01"),
    ])
    func aDateOfSomethingElseDatesNothing(_ line: String, _ expected: String?) {
        let published = article {
            $0.title = "Harbour reopens"
            $0.headings = [heading("Harbour reopens")]
            $0.lines = lines([("Harbour reopens", 101), (line, 120)])
        }.published
        #expect(published == expected)
    }
}
