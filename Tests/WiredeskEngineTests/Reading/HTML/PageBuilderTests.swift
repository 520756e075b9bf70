import Testing

@testable import WiredeskEngine

@Suite struct PageBuilderTests {
    private func page(_ html: String) throws -> Page {
        try PageBuilder.build(Array(html.utf8), interruption: Interruption())
    }

    private func blocks(_ html: String) throws -> [String] {
        let page = try page(html)
        return page.blocks.map { String(decoding: page.text[$0.range], as: UTF8.self) }
    }

    @Test(arguments: [
        ("<p>One<p>Two", ["One", "Two"]),
        ("<ul><li>a<li>b</ul>c", ["a", "b", "c"]),
        ("<dl><dt>a<dd>b</dl>", ["a", "b"]),
        ("<table><tr><td>a<td>b<tr><td>c</table>d", ["a", "b", "c", "d"]),
        ("one<br>two<br><br>three<br /><br />", ["one two", "three"]),
        ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
        ("<h1>a</h2>b", ["a", "b"]),
        ("a</p>b", ["a", "b"]),
        ("<p>a<blockquote>b</blockquote>c", ["a", "b", "c"]),
        ("<pre>one\ntwo\n\nthree</pre>", ["one two", "three"]),
    ])
    func breaks(html: String, expected: [String]) throws { #expect(try blocks(html) == expected) }

    @Test(arguments: [
        ("<p>in<b>ter</b>national", "international"), ("<p>one <b>two</b> three", "one two three"),
        ("<p>one<b> two </b>three", "one two three"), ("<p> a \n\t b&nbsp; c&#160;d&ensp;e ", "a b c d e"),
        ("<p>Bun&shy;des&#8203;tag", "Bundestag"), ("<p>x<!-- y -->z", "xz"), ("<p>a<img alt=pic>b", "ab"),
        ("<p>AT&amp;T &lt;now&gt;", "AT&T <now>"), ("<p>a<script>b</script>c<style>d</style>e", "ace"),
        ("<p>a<svg><title>t</title><text>u</text></svg>b", "ab"), ("<p>a <button>Share</button>b", "a b"),
        ("<p>a<noscript><img></noscript>b<template><p>c</p></template>d", "abd"),
        ("<p>日本語\u{3000}テスト", "日本語 テスト"),
    ])
    func joins(html: String, expected: String) throws { #expect(try blocks(html).joined(separator: "|") == expected) }

    @Test func aDrawingThatIsNotClosedEndsAtTheNextBlock() throws {
        #expect(try blocks("<svg><path d=x><p>Text") == ["Text"])
    }

    @Test(arguments: [
        "<p>a<div hidden>b</div>c", "<p>a<div style='color:red; DISPLAY : none'>b</div>c",
        "<p>a<div aria-hidden=true>b</div>c",
    ])
    func keepsHiddenTextApart(html: String) throws {
        #expect(try blocks(html) == ["a", "c"])
        #expect(try page(html).hidden.map { String(decoding: $0.text, as: UTF8.self) } == ["b"])
    }

    @Test func countsLinks() throws {
        let block = try #require(try page("<p>See <a href=x>this <b>page</b></a> now").blocks.first)
        #expect(block.linkBytes == 10)
        #expect(block.linkCount == 1)
        #expect(block.boldBytes == 5)
    }

    @Test func sourcesLeadBack() throws {
        let html = "<div> <p class=x>  First <b>bold</b>&nbsp;words. </p>tail</div>"
        let bytes = Array(html.utf8)
        let sources = try page(html).blocks.map { String(decoding: bytes[$0.source], as: UTF8.self) }
        #expect(sources == ["First <b>bold</b>&nbsp;words.", "tail"])
    }

    @Test func tellsWhatIsAround() throws {
        let page = try page(
            "<article><div itemprop=articleBody class=story-content><p>a</p></div></article><aside><p>b</aside>")
        let elements = page.blocks.map { page.elements[Int($0.element)] }
        #expect(elements[0].around.isSuperset(of: [.article, .articleBody]))
        #expect(elements[0].path.isSuperset(of: [.article, .body]))
        #expect(elements[1].around.contains(.aside))
        #expect(!elements[1].around.contains(.article))
    }

    @Test func gathersEvidence() throws {
        let evidence = try page(
            """
            <html lang=de-DE><head><title> A &amp; B </title><meta property="og:Title" content="A &quot;B&quot;">
            <link rel=canonical href="https://example.org/a?b=1&amp;c=2"><link rel=stylesheet href=x.css>
            <script type="application/ld+json">{"@type":"NewsArticle"}</script></head><body><h1>Head <i>line</i></h1>
            <span class="article-byline">By Ann Lee</span><time datetime="2024-05-06">6 May</time>
            <a rel="author" href=/x>Ann Lee</a><meta itemprop=datePublished content=2024-05-06>
            """
        ).evidence
        #expect(evidence.language == "de-DE")
        #expect(evidence.title == "A & B")
        #expect(evidence.metas.map(\.name) == ["og:title", "datepublished"])
        #expect(evidence.metas.first?.content == "A \"B\"")
        #expect(evidence.links.map(\.rel) == ["canonical"])
        #expect(evidence.links.first?.href == "https://example.org/a?b=1&c=2")
        #expect(evidence.jsonLD == ["{\"@type\":\"NewsArticle\"}"])
        #expect(evidence.headings.map(\.text) == ["Head line"])
        #expect(evidence.marked.map(\.text) == ["By Ann Lee", "6 May", "Ann Lee"])
        #expect(evidence.marked[1].value == "2024-05-06")
    }

    @Test(
        arguments: [
            ("article-body", [.article, .body]), ("articleBody", [.article, .body]),
            ("articlebody", [.article, .body]),
            ("post__comments", [.article, .comments]), ("RelatedPosts", [.related]), ("xyzzy", []),
            ("commentaries-x", []),
        ] as [(String, MarkupEvidence)])
    func understandsNames(name: String, expected: MarkupEvidence) {
        let bytes = Array(name.utf8)
        let found = bytes.withUnsafeBufferPointer { MarkupVocabulary.shared.evidence(in: $0, 0..<bytes.count) }
        #expect(expected.isEmpty ? found.isEmpty : found.isSuperset(of: expected), "\(found)")
    }
}
