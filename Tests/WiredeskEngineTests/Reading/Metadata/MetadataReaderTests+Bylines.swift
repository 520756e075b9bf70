import Testing
import WiredeskModel

@testable import WiredeskEngine

extension MetadataReaderTests {
    private func authors(_ fill: (inout PageEvidence) -> Void) -> [String] { article(fill).authors.map(\.name) }

    private func byline(_ text: String, _ mark: String, at position: Int, around: MarkupEvidence = [])
        -> PageEvidence.Marked
    {
        PageEvidence.Marked(kind: .byline, text: text, value: nil, mark: mark, position: position, around: around)
    }

    @Test func theVisibleBylineCompletesAField() {
        let names = authors {
            $0.metas = [meta("author", "Nils")]
            $0.headings = [heading("Harbour reopens")]
            $0.title = "Harbour reopens"
            $0.lines = lines([("Harbour reopens", 101), ("Eine Kolumne von Nils Hansen", 120)])
        }
        #expect(names == ["Nils Hansen"])
    }

    @Test func gathersAuthorsWhoHaveAnElementEach() {
        let names = authors {
            $0.marked = [
                byline("Anna Smith", "rel=author", at: 100), byline("Bob Jones", "rel=author", at: 180),
                byline("Carla Ruiz", "rel=author", at: 9000),
            ]
        }
        #expect(names == ["Anna Smith", "Bob Jones"])
    }

    @Test func anElementInsideHoldsTheNameAlone() {
        let names = authors {
            $0.marked = [
                byline("Anna Smith Games Editor", "class=author", at: 100),
                byline("Anna Smith", "class=author-link", at: 150),
            ]
        }
        #expect(names == ["Anna Smith"])
    }

    @Test func readersAreNoAuthors() {
        let names = authors {
            $0.marked = [byline("Troll King", "class=author", at: 100, around: .comments)]
        }
        #expect(names.isEmpty)
    }

    @Test(arguments: ["Anna Smith", "Text: Anna Smith", "Von Anna Smith"])
    func findsTheSignature(_ signature: String) {
        let names = authors {
            $0.headings = [heading("Harbour reopens")]
            $0.mainText = 200..<900
            $0.lines = lines(
                [("Harbour reopens", 101)] + (0..<20).map { ("The harbour is open.", 200 + $0 * 10) } + [
                    (signature, 880)
                ])
        }
        #expect(names == ["Anna Smith"])
    }

    @Test(arguments: ["Most Popular", "Ähnliche Artikel", "Harbour News", "Read More"])
    func whatFollowsTheTextIsNoSignature(_ line: String) {
        let names = authors {
            $0.headings = [heading("Harbour reopens")]
            $0.mainText = 200..<900
            $0.lines = lines(
                [("Harbour reopens", 101)] + (0..<20).map { ("The harbour is open.", 200 + $0 * 10) } + [(line, 905)])
        }
        #expect(names.isEmpty)
    }

    @Test func aPersonsSiteIsThatPersons() {
        #expect(authors { $0.metas = [meta("og:site_name", "Dr. Anna Smith")] } == ["Anna Smith"])
        #expect(authors { $0.metas = [meta("og:site_name", "The Gull")] }.isEmpty)
    }

    @Test func theSiteIsNoPerson() {
        let names = authors {
            $0.metas = [meta("og:site_name", "The Gull"), meta("author", "The Gull")]
            $0.marked = [byline("By Anna Smith", "class=byline", at: 100)]
        }
        #expect(names == ["Anna Smith"])
    }

    /// A field may hold who runs the site or who uploads its texts.
    @Test func theBylineThatReadersSeeOverrulesAField() {
        func names(below line: String, field: String) -> [String] {
            authors {
                $0.metas = [meta("author", field)]
                $0.title = "Harbour reopens"
                $0.headings = [heading("Harbour reopens")]
                $0.lines = lines([("Harbour reopens", 101), (line, 120)])
            }
        }
        #expect(names(below: "By Anna Smith", field: "Bob Jones") == ["Anna Smith"])
        #expect(names(below: "By Anna Smith", field: "Anna M. Smith") == ["Anna M. Smith"])
        #expect(names(below: "By Quayside Walk", field: "Bob Jones") == ["Bob Jones"])
    }

    @Test(arguments: [
        ("Author:", "Anna Smith", ["Anna Smith"]), ("Von", "Anna Smith", ["Anna Smith"]),
        ("Autor:", "gullwatcher", ["gullwatcher"]), ("By", "Quayside Walk", []), ("By", "gullwatcher", []),
    ])
    func aLabelNamesTheNextLine(_ label: String, _ line: String, _ expected: [String]) {
        let names = authors {
            $0.title = "Harbour reopens"
            $0.headings = [heading("Harbour reopens")]
            $0.lines = lines([("Harbour reopens", 101), (label, 120), (line, 130)])
        }
        #expect(names == expected)
    }

    @Test func theHeadlineIsNoByline() {
        let headline = "Cargo of 475 crates seized by Harbour Police, Port Says"
        let names = authors {
            $0.title = headline
            $0.headings = [heading(headline)]
            $0.lines = lines([(headline, 101)])
        }
        #expect(names.isEmpty)
    }

    @Test(arguments: [MarkupEvidence.caption, .credit])
    func photographersAreNoAuthors(_ around: MarkupEvidence) {
        #expect(authors { $0.marked = [byline("Carla Ruiz", "class=author", at: 100, around: around)] }.isEmpty)
        #expect(
            authors { $0.marked = [byline("Carla Ruiz", "rel=author", at: 100, around: around)] } == ["Carla Ruiz"])
    }

    @Test(arguments: [
        ("Topic of the Day // 02.11.2021", []), ("Anna Smith, 02.11.2021", ["Anna Smith"]),
    ])
    func whatStandsBesideADateIsAnAuthorOnlyWithAName(_ line: String, _ expected: [String]) {
        let names = authors {
            $0.title = "Harbour reopens"
            $0.headings = [heading("Harbour reopens")]
            $0.lines = lines([("Harbour reopens", 101), (line, 120)])
        }
        #expect(names == expected)
    }

    @Test(arguments: ["protected", "publisher"])
    func accountsAndLeftoversAreNoAuthors(_ name: String) {
        #expect(authors { $0.metas = [meta("author", name)] }.isEmpty)
    }
}
