import Testing
import WiredeskModel

@testable import WiredeskEngine

@Suite struct JSONLDReaderTests {
    @Test func readsAnArticleInAGraph() {
        let script = """
            {"@context": "https://schema.org", "@graph": [
              {"@type": "WebSite", "@id": "#site", "name": "The Gull"},
              {"@type": "Person", "@id": "#anna", "name": "Anna Smith"},
              {"@type": ["Thing", "NewsArticle"], "headline": "Harbour reopens", "author": [{"@id": "#anna"}],
               "publisher": {"@id": "#site"}, "datePublished": "2022-05-04", "dateModified": "2022-05-05",
               "image": {"url": "https://gull.example/a.jpg"}, "keywords": "harbour, storm, harbour"}
            ]}
            """
        let reader = JSONLDReader([script])
        #expect(reader.headline == "Harbour reopens")
        #expect(reader.authors == ["Anna Smith"])
        #expect(reader.siteName == "The Gull")
        #expect(reader.published == "2022-05-04")
        #expect(reader.modified == "2022-05-05")
        #expect(reader.image == "https://gull.example/a.jpg")
        #expect(reader.tags == ["harbour", "storm"])
    }

    @Test(arguments: [
        "<!-- {\"@type\": \"Article\", \"headline\": \"A\"} -->",
        "//<![CDATA[\n{\"@type\": \"Article\", \"headline\": \"A\"}\n//]]>",
        "{\"@type\": \"Article\", \"headline\": \"A\",}",
        "[{\"@type\": \"Article\", \"headline\": \"A\",},]",
        "{\"@type\": \"Article\", \"description\": \"line\nbreak\ttab\", \"headline\": \"A\"};",
        "{\"@type\": \"Article\", \"description\": \"it\\'s\", \"headline\": \"A\"}",
    ])
    func mendsTheUsualBreakage(_ script: String) {
        #expect(JSONLDReader([script]).headline == "A")
    }

    @Test func whatIsBrokenFurtherOnKeepsWhatStandsBefore() {
        let reader = JSONLDReader(["{\"@type\": \"Article\", \"headline\": \"A\", \"articleBody\": \"no \"end\" {"])
        #expect(reader.headline == "A")
    }

    @Test(arguments: [
        ("\\u00e9t\\u00E9", "été"), ("\\ud83d\\ude00!", "😀!"), ("\\ud83d", "\u{FFFD}"), ("a\\/b", "a/b"),
        ("a\\nb", "a b"),
        ("\\u12", "12"),
    ])
    func readsEscapes(_ escaped: String, _ text: String) {
        #expect(JSONLDReader(["{\"@type\": \"Article\", \"headline\": \"\(escaped)\"}"]).headline == text)
    }

    @Test func skipsWhatItDoesNotNeed() {
        let script = """
            {"@type": "Article", "review": {"author": "Nobody", "x": ["}", "]", {"headline": "B"}]}, "speakable": [1, 2.5e3,
            true, null], "headline": "A", "isAccessibleForFree": false}
            """
        #expect(JSONLDReader([script]).headline == "A")
        #expect(JSONLDReader([script]).authors.isEmpty)
    }

    @Test func survivesEveryTruncation() {
        let script = Array(
            "<!--{\"@type\":\"Article\",\"headline\":\"a\\\"b\\u00e9\",\"author\":[{\"name\":\"X Y\"},],}-->".utf8)
        for end in script.indices {
            let reader = JSONLDReader([String(decoding: script[..<end], as: UTF8.self)])
            #expect(reader.headline == nil || reader.headline == "a\"bé")
        }
    }

    @Test func deepNestingIsRefusedNotFollowed() {
        let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        #expect(JSONLDReader([deep]).headline == nil)
    }

    @Test(arguments: [
        ("a\\\\", "a\\"), ("a\\\"b", "a\"b"), ("\\\\\\\"", "\\\""), ("", nil),
    ])
    func aStringEndsAtItsOwnQuotationMark(_ written: String, _ text: String?) {
        let reader = JSONLDReader(["{\"@type\": \"Article\", \"headline\": \"\(written)\", \"url\": \"u\"}"])
        #expect(reader.headline == text)
        #expect(reader.url == "u")
    }

    @Test(arguments: ["https://schema.org/NewsArticle", "schema:/Article", "BlogPosting"])
    func knowsAnArticlesType(_ type: String) {
        #expect(JSONLDReader(["{\"@type\": \"\(type)\", \"headline\": \"A\"}"]).headline == "A")
    }
}
