import Testing

@testable import WiredeskEngine

/// Reads a page of our own as users would.
@Suite struct HTMLReaderTests {
    static let page = """
        <!DOCTYPE html><html lang="en"><head><title>Harbour bridge to close for repairs | The Tidewater Post</title>
        <meta property="og:title" content="Harbour bridge to close for repairs"></head>
        <body><div id="cookie-banner"><p>We use cookies to improve your experience. By using this site you accept our cookie policy.</p></div>
        <header class="site-header"><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
        <main><article class="story"><h1>Harbour bridge to close for repairs</h1>
        <div class="byline">By Nora Quill</div><time datetime="2024-03-05T08:00:00Z">5 March 2024</time>
        <div class="share-bar"><a href="#">Share on Facebook</a> <a href="#">Tweet</a></div>
        <div class="article-body"><p>The harbour bridge will close for six weeks from Monday while engineers replace rusted beams
        below its northern span, the port authority said on Tuesday.</p>
        <p>About 9,000 vehicles cross the bridge each day, and drivers will be sent along the <a href="/coast">coast road</a>, which adds
        roughly twenty minutes to the trip, according to the authority.</p>
        <h2>Ferries to run later</h2>
        <p>Two extra ferries will sail until midnight. &ldquo;We know this is a burden,&rdquo; said the port&rsquo;s director, Ivo Marsh, &ldquo;but the
        beams cannot wait another winter.&rdquo;</p>
        <blockquote><p>The beams cannot wait another winter, and neither can the people who depend on them every day.</p></blockquote>
        <div class="newsletter-signup"><p>Sign up for our newsletter and get the news in your inbox.</p></div>
        <p>The work will cost 4.2 million crowns, a third of which the region pays. It was first planned for last autumn but was put
        off when a supplier failed.</p></div></article>
        <section class="related"><h3>Related stories</h3><ul><li><a href="/a">Port authority names a new director</a></li>
        <li><a href="/b">Storm damages the old pier</a></li></ul></section>
        <section id="comments"><h3>2 comments</h3><div class="comment"><p>I cross that bridge every morning, and this will ruin my spring
        completely, as everybody at the office knows.</p></div></section></main>
        <footer><p>Copyright 2024 The Tidewater Post. All rights reserved.</p></footer></body></html>
        """

    private func read(_ html: String) throws -> ReadArticle {
        try HTMLReader.read(
            Array(html.utf8), context: ReadingContext(url: nil, now: 1_800_000_000, interruption: Interruption()))
    }

    @Test func keepsTheArticle() throws {
        let text = String(decoding: try read(Self.page).text, as: UTF8.self)
        #expect(text.hasPrefix("The harbour bridge will close for six weeks"))
        #expect(text.contains("along the coast road, which adds"))
        #expect(text.contains("Ferries to run later"))
        #expect(text.contains("“We know this is a burden,” said the port’s director"))
        #expect(text.hasSuffix("when a supplier failed."))
    }

    /// A standfirst that the page calls a subtitle and gives as its description is metadata; an introduction is the lead.
    @Test(arguments: [("subtitle", false), ("intro", true)]) func keepsAnIntroduction(name: String, isKept: Bool) throws
    {
        let standfirst =
            "Drivers face six weeks of detours along the coast while engineers work below the northern span."
        let page = Self.page
            .replacing("<head>", with: "<head><meta name=\"description\" content=\"\(standfirst)\">")
            .replacing(
                "<div class=\"article-body\">",
                with: "<p class=\"\(name)\">\(standfirst)</p><div class=\"article-body\">")
        let text = String(decoding: try read(page).text, as: UTF8.self)
        #expect(text.contains(standfirst) == isKept)
        #expect(text.contains("The harbour bridge will close for six weeks"))
    }

    @Test(arguments: [
        "cookies", "Home", "Nora Quill", "Facebook", "newsletter", "Related stories", "ruin my spring", "Copyright",
    ])
    func leavesOut(furniture: String) throws {
        let read = try read(Self.page)
        #expect(!String(decoding: read.text, as: UTF8.self).contains(furniture))
        #expect(read.article.removed.contains { $0.text.contains(furniture) })
    }

    @Test func saysWhy() throws {
        let removed = try read(Self.page).article.removed
        func reason(_ text: String) -> RemovalReason? { removed.first { $0.text.contains(text) }?.reason }
        #expect(reason("We use cookies") == .consent)
        #expect(reason("Sport") == .navigation)
        #expect(reason("Harbour bridge to close") == .title)
        #expect(reason("Nora Quill") == .byline)
        #expect(reason("Sign up") == .subscription)
        #expect(reason("ruin my spring") == .comments)
        #expect(reason("Copyright") == .legal)
    }

    @Test func spansSliceTextAndSource() throws {
        let read = try read(Self.page)
        for paragraph in read.article.paragraphs {
            let text = String(validating: read.text[paragraph.start..<paragraph.end], as: UTF8.self)
            let source = try #require(paragraph.source)
            let raw = String(validating: read.source[source.range], as: UTF8.self)
            #expect(text != nil)
            #expect(raw?.prefix(3) == text?.prefix(3))
        }
        #expect(read.article.paragraphs.contains { $0.kind == .heading })
    }

    @Test func saysTheSameTwice() throws {
        #expect(try read(Self.page).text == read(Self.page).text)
    }

    @Test(arguments: ["", "<html></html>", "<script>x</script>", "<!--", "<p> &nbsp; </p>"])
    func givesNothingForNothing(html: String) throws { #expect(try read(html).text.isEmpty) }

    @Test func givesAFragmentWhole() throws {
        #expect(String(decoding: try read("<a href=x>Only a link</a>").text, as: UTF8.self) == "Only a link")
    }

    private static let sentences = [
        "The council voted on Thursday to keep the old reading room open through the winter, after a petition of 2,100 names.",
        "Librarians had warned that the room, which opened in 1911, would lose its heating when the boiler next door is taken out.",
        "Under the plan, a smaller boiler will be rented until spring, at a cost that the mayor called modest, and the hours stay as they are.",
        "Readers who met outside the town hall cheered when the result was read out, and some of them stayed until it grew dark.",
    ]

    private func article(_ body: String) -> String {
        "<html><head><title>Reading room stays open</title></head><body><nav><a href=/>Home</a></nav><div id=content>"
            + "<h1>Reading room stays open</h1>\(body)</div><footer><a href=/imprint>Imprint</a></footer></body></html>"
    }

    /// Sites split an article over containers, or name its lead a teaser.
    @Test(arguments: [
        ("<div class=part>", "</div>"), ("<div class=teaser><p>", "</p></div>"),
        ("<section><div><p>", "</p></div></section>"),
        ("", "<br><br>"), ("<p>", ""), ("<p><a href=/x>", "</a></p>"),
    ])
    func keepsEveryParagraph(before: String, after: String) throws {
        let body = Self.sentences.enumerated().map { index, sentence in
            // Only one paragraph is wrapped in a link: an article of links alone is a list of teasers.
            before.contains("<a") && index != 2 ? "<p>\(sentence)</p>" : before + sentence + after
        }
        let text = String(decoding: try read(article(body.joined())).text, as: UTF8.self)
        for sentence in Self.sentences { #expect(text.contains(sentence)) }
    }

    /// A single line break ends a sentence's paragraph, an entry or a heading; in a wrapped text only the sentence says so.
    @Test(arguments: [
        ("The hall was full.<br>Nobody left before ten.", ["The hall was full.", "Nobody left before ten."]),
        ("<b>About the hall</b><br>It was built in 1911.", ["About the hall", "It was built in 1911."]),
        (
            "June 9 – Oslo<br>June 10 – Bergen<br/>\nJune 14 – Bodø",
            ["June 9 – Oslo", "June 10 – Bergen", "June 14 – Bodø"]
        ),
        ("The hall was<br>full. Then Anna<br>Berg spoke.", ["The hall was full. Then Anna Berg spoke."]),
        ("The hall was<br>full.<br>Then Anna<br>Berg spoke.", ["The hall was full.", "Then Anna Berg spoke."]),
        ("Hall Road 1,<br>Oslo", ["Hall Road 1, Oslo"]), ("The hall was full. *<br>*", ["The hall was full. * *"]),
        ("<pre>The hall was full.\nNobody left.</pre>", ["The hall was full. Nobody left."]),
    ])
    func partsParagraphsAtLineBreaks(html: String, lines: [String]) throws {
        let read = try read(article(Self.sentences.map { "<p>\($0)</p>" }.joined() + "<p>\(html)</p>"))
        let text = String(decoding: read.text, as: UTF8.self)
        #expect(text == (Self.sentences + lines).joined(separator: "\n\n"))
        for paragraph in read.article.paragraphs {
            let source = try #require(paragraph.source)
            let first = String(
                decoding: read.text[paragraph.start..<paragraph.end].prefix { $0 != 0x20 }, as: UTF8.self)
            #expect(String(decoding: read.source[source.start..<source.end], as: UTF8.self).hasPrefix(first))
        }
    }

    @Test func readsARowAsALine() throws {
        let table =
            "<table><tr><th>Town<th>Votes<th>Change</tr><tr><td>Oslo<td>2,100<td>+4</tr><tr><td>Bergen<td>940<td>–2</tr></table>"
        let body =
            Self.sentences[0...1].map { "<p>\($0)</p>" }.joined() + table
            + Self.sentences[2...].map { "<p>\($0)</p>" }.joined()
        let read = try read(article(body))
        let text = String(decoding: read.text, as: UTF8.self)
        #expect(text.contains("\n\nOslo 2,100 +4\n\nBergen 940 –2\n\n"))
        let row = try #require(read.article.paragraphs.first { read.text[$0.start...].starts(with: "Oslo".utf8) })
        let source = try #require(row.source)
        #expect(String(decoding: read.source[source.start..<source.end], as: UTF8.self) == "Oslo<td>2,100<td>+4")
    }

    /// A pull quote or a standfirst takes its words from a paragraph; the paragraph stays, wherever the other stands.
    @Test(arguments: [0, 1, 4])
    func saysARepeatedParagraphOnce(position: Int) throws {
        var paragraphs = Self.sentences.map { "<p>\($0)</p>" }
        paragraphs.insert("<div class=highlight><p>\(Self.sentences[1])</p></div>", at: position)
        let text = String(decoding: try read(article(paragraphs.joined())).text, as: UTF8.self)
        #expect(text == Self.sentences.joined(separator: "\n\n"))
    }

    /// Steps of a recipe and refrains are meant to be said twice.
    @Test func keepsWhatOneTemplateSaysTwice() throws {
        let step = "Stir in 1 red, 1 green and 2 yellow spoons of the mixture, then wait."
        let body = Self.sentences.map { "<p>\($0)</p><ul><li>\(step)</li></ul>" }.joined()
        #expect(String(decoding: try read(article(body)).text, as: UTF8.self).components(of: step) == 4)
    }

    /// Short lines between paragraphs that announce what is none of the article.
    @Test(arguments: [
        "<div class=ad-label>Advert</div>", "<p><strong>Read also:</strong> <a href=/x>The old pier is sold</a></p>",
        "<p><a href=/x>Baca juga: Dermaga tua dijual</a></p>",
        "<p><a href=/x>Читайте также: Старый пирс продан</a></p>",
        "<p><a href=/x>関連記事</a></p>",
        "<figure><img src=a.jpg><figcaption>The reading room in winter. Photo: R. Vale</figcaption></figure>",
        "<div class=newsletter><p>Enter your email to get our newsletter every morning.</p></div>",
    ])
    func leavesOutInterruptions(interruption: String) throws {
        var paragraphs = Self.sentences.map { "<p>\($0)</p>" }
        paragraphs.insert(interruption, at: 2)
        let text = String(decoding: try read(article(paragraphs.joined())).text, as: UTF8.self)
        #expect(text == Self.sentences.joined(separator: "\n\n"))
    }

    /// The same template over and over behind the article is a list of other articles.
    @Test func leavesOutTeasers() throws {
        let teasers = ["Harbour", "Council", "Pier", "Market", "School"].map {
            "<div class=card><img src=a.jpg><h3><a href=/x>\($0) news of the week</a></h3>"
                + "<p>What happened around the \($0.lowercased()) this week, and what comes next for all who live there…</p></div>"
        }
        let body = Self.sentences.map { "<p>\($0)</p>" }.joined()
        let html = article(body).replacing("<footer>", with: "<div class=cards>\(teasers.joined())</div><footer>")
        let text = String(decoding: try read(html).text, as: UTF8.self)
        #expect(text == Self.sentences.joined(separator: "\n\n"))
    }

    @Test func leavesOutTheKicker() throws {
        let html = article(Self.sentences.map { "<p>\($0)</p>" }.joined())
            .replacing("<h1>", with: "<p>Town hall</p><h1>")
        #expect(String(decoding: try read(html).text, as: UTF8.self).hasPrefix(Self.sentences[0]))
    }

    @Test func tellsKinds() throws {
        let body =
            "<p>\(Self.sentences[0])</p><h2>What the plan says</h2><ul><li>\(Self.sentences[1])</li><li>\(Self.sentences[2])</li></ul>"
            + "<blockquote>\(Self.sentences[3])</blockquote>"
        let kinds = try read(article(body)).article.paragraphs.map(\.kind)
        #expect(kinds == [.body, .heading, .list, .list, .quote])
    }
}

extension String {
    /// How often a text occurs.
    fileprivate func components(of text: String) -> Int {
        var count = 0
        var rest = self[...]
        while let found = rest.firstRange(of: text) {
            count += 1
            rest = rest[found.upperBound...]
        }
        return count
    }
}
