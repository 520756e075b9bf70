import Testing
import WiredeskModel

@testable import WiredeskEngine

@Suite struct PlainTextReaderTests {
    /// 2023-01-01T00:00:00Z
    private static let now = 1_672_531_200

    private func read(_ text: String) throws -> (article: Article, text: String, source: [UInt8]) {
        let context = ReadingContext(url: nil, now: Self.now, interruption: Interruption())
        let read = try PlainTextReader.read(Array(text.utf8), context: context)
        return (read.article, String(decoding: read.text, as: UTF8.self), read.source)
    }

    private func paragraphs(_ text: String) throws -> [String] {
        let read = try read(text)
        let bytes = Array(read.text.utf8)
        return read.article.paragraphs.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
    }

    private let first =
        "The harbour of Gullport opened again on Friday, three weeks after a storm had filled it with sand."
    private let second =
        "“We worked day and night,” said Anna Smith, who leads the port. Ships will pay no fees until March."

    @Test func readsAScrapedArticle() throws {
        let input =
            "Carla Ruiz: Harbour Opens Again, and Nobody Noticed\r\n\n\(first)\u{A0} \r\n\n\(second)\r\n\n"
            + "Read More From Original Article Here:\n\nRelated Articles\n\nSponsored Content\nBack to top button\n\nAdblock Detected\n"
        let (article, text, source) = try read(input)
        #expect(article.title == "Harbour Opens Again, and Nobody Noticed")
        #expect(article.authors.map(\.name) == ["Carla Ruiz"])
        #expect(text == first + "\n\n" + second)
        #expect(
            article.removed.map(\.reason) == [
                .title, .boilerplate, .related, .advertisement, .navigation, .subscription,
            ])
        for removed in article.removed {
            let span = try #require(removed.source)
            #expect(String(decoding: source[span.range], as: UTF8.self) == removed.text)
        }
    }

    @Test func takesTheDateUnderTheTitle() throws {
        let (article, text, _) = try read("Harbour opens again\n\nSunday, August 2, 2015\n\n\(first)\n\n\(second)")
        #expect(article.published == "2015-08-02")
        #expect(text == first + "\n\n" + second)
    }

    @Test func aDateInTheFutureIsNotPublished() throws {
        let (article, _, _) = try read("Harbour to open again\n\nSunday, August 2, 2026\n\n\(first)\n\n\(second)")
        #expect(article.published == nil)
    }

    @Test func takesTheBylineUnderTheTitle() throws {
        let (article, text, _) = try read("Harbour opens again\n\nBy Anna Smith and Bob Jones\n\n\(first)\n\n\(second)")
        #expect(article.authors.map(\.name) == ["Anna Smith", "Bob Jones"])
        #expect(text.hasPrefix("The harbour"))
    }

    @Test func theSitesNameIsNotPartOfTheTitle() throws {
        let (article, _, _) = try read("Harbour opens again after storm | The Gull\n\n\(first)\n\n\(second)")
        #expect(article.title == "Harbour opens again after storm")
        #expect(HeadReader.withoutSiteName("Port opens again today - The Gull") == "Port opens again today")
        #expect(HeadReader.withoutSiteName("Open - The Gull") == "Open - The Gull")
        #expect(
            HeadReader.withoutSiteName("One - and then a long clause of a headline")
                == "One - and then a long clause of a headline")
    }

    @Test func aTopicBeforeAColonIsNoAuthor() throws {
        for title in ["World Cup: Gullport wins the final match", "Climate Change: what the harbour town can do"] {
            let (article, _, _) = try read("\(title)\n\n\(first)\n\n\(second)")
            #expect(article.title == title)
            #expect(article.authors.isEmpty)
        }
    }

    @Test func theDatelineStaysInTheText() throws {
        let story = "GULLPORT (AP) — \(first)"
        #expect(try paragraphs("Harbour opens again\n\n\(story)\n\n\(second)") == [story, second])
    }

    @Test func rejoinsSentencesThatLinksBroke() throws {
        let input = """
            The harbour of
            Gullport
            opened again on Friday, three weeks after a storm had filled it with
            sand and stones
            , the port said in a statement.
            Ships will pay no fees until March, and the town will hold a feast on the quay.
            """
        #expect(
            try paragraphs(input) == [
                "The harbour of Gullport opened again on Friday, three weeks after a storm had filled it with sand and stones, the port said in a statement.",
                "Ships will pay no fees until March, and the town will hold a feast on the quay.",
            ])
    }

    @Test(arguments: [
        ("sand and stones", ", the port said in a long statement.", "stones, the port"),
        ("the report of the ministry (", "pages 2 to 9", "ministry (pages"),
        ("the harbour was closed by the sand of last winter", "and by the mayor", "winter and by"),
        ("it was the idea of the mayor of the town", "’s sister, who lives there", "town’s sister"),
    ])
    func aRejoinedLineGetsASpaceWhereWordsMeet(_ first: String, _ second: String, _ joined: String) throws {
        let text = try read("All of it \(first)\n\(second)").text
        #expect(text.contains(joined), "\(text)")
    }

    /// The second paragraph of a comment looks like the article; the lines around it do not.
    @Test func leavesReadersCommentsOut() throws {
        let article = [
            first, second,
            "The storm in early May had closed the entrance for the first time in sixty years, and two hundred people lost their work.",
            "The town council voted on Thursday to spend another four million on a sea wall that engineers had asked for since 1998.",
            "Work on the wall is to begin in the autumn, when the fishing season is over and the quay is empty of boats.",
        ]
        let menu = ["Home", "News", "Sport", "Weather", "Subscribe", "Sign In", "Contact Us", "Search", "Opinion"]
        var comments = ["3 Comments", "Leave a Reply"]
        for (name, words) in [
            (
                "Ada",
                "I went down to the quay on Friday and it was a mess, nobody had told us that the road was closed."
            ),
            ("Bob", "They said the same thing in 1998 and look where that got us, you can not trust a word of it."),
            ("Cid", "Thanks for the article, I had no idea that the wall was that old or that it would cost so much."),
        ] {
            comments += ["\(name) says:", "May 21, 2022 at 7:0\(name.count) pm", words, "Reply"]
        }
        let page =
            ["Harbour opens again after storm - The Gull"] + menu + menu + [
                "Harbour opens again", "By Anna Smith", "May 20, 2022",
            ]
            + article + ["Share this", "Facebook", "Twitter"] + comments + ["Privacy Policy", "© 2022 The Gull"]
        let text = try read(page.joined(separator: "\n\n")).text
        #expect(text == article.joined(separator: "\n\n"))
    }

    @Test func rejoinsHardWrappedText() throws {
        let input = """
            The harbour of Gullport opened again on Friday, three weeks after a
            storm had filled it with sand. Nobody had expected it so soon, the port
            said.

            Ships will pay no fees until March, and the town will hold a feast on
            the quay with music, fish and a speech by the mayor, who is known for
            long ones.
            """
        let found = try paragraphs(input)
        #expect(found.count == 2)
        #expect(found.allSatisfy { !$0.contains("\n") })
        #expect(found[1].hasSuffix("known for long ones."))
    }

    @Test(arguments: [
        "One short note.",
        "The first thing.\n\nThe second thing is longer than the first.\n\nThe third.",
        "Der Hafen ist wieder offen.\n\nAlle Schiffe dürfen einlaufen, sagte die Leiterin am Freitag.\n\nGebühren gibt es erst ab März.",
        "港は金曜日に再開した。\n\n船は三月まで料金を払わない。\n\n町は祭りを開く。",
        "أعيد فتح الميناء يوم الجمعة بعد العاصفة.\n\nلن تدفع السفن رسوما حتى مارس.",
        "Порт снова открыт.\n\nСуда не платят до марта, сказала Анна.",
        "Menu",
        "- flour\n- eggs\n- milk",
    ])
    func losesNothingOfACleanText(_ text: String) throws {
        let (_, found, _) = try read(text)
        let wanted = text.split(separator: "\n").joined(separator: "\n\n")
        #expect(found == wanted)
    }

    @Test func findsTheArticleInAWholePage() throws {
        let menu = ["Home", "News", "Sport", "Weather", "Subscribe", "Sign In", "Contact Us", "Search"]
        let article = [
            first, second,
            "The storm in early May had closed the entrance for the first time in sixty years, and two hundred people lost their work.",
            "“It was like a desert out there,” the harbour master recalled, pointing at the quay where dredgers now stand idle.",
            "The town council voted on Thursday to spend another four million on a sea wall that engineers had asked for since 1998.",
        ]
        let tail =
            [
                "Share this", "Facebook", "Twitter", "Email", "Related Stories", "Ten Best Beaches", "Why Gulls Scream",
                "Comments",
            ]
            + ["Privacy Policy", "Terms of Use", "© 2022 The Gull"]
        let page =
            ["Harbour opens again after storm - The Gull"] + menu + menu + [
                "Harbour opens again after storm", "By Anna Smith", "May 20, 2022",
            ]
            + article + tail
        let (read, text, _) = try read(page.joined(separator: "\n\n"))
        #expect(text == article.joined(separator: "\n\n"))
        #expect(read.title == "Harbour opens again after storm")
        #expect(read.authors.map(\.name) == ["Anna Smith"])
        #expect(read.published == "2022-05-20")
        #expect(read.removed.contains { $0.reason == .related && $0.text == "Related Stories" })
        #expect(read.removed.count + read.paragraphs.count == page.count)
    }

    @Test func tellsHeadingsListsAndCaptions() throws {
        let input = """
            Harbour opens again

            \(first)

            What it means

            \(second)

            • No fees until March

            The quay on Friday. Photo: Anna Smith.

            \(first.dropLast()) once more.
            """
        let (article, _, _) = try read(input)
        #expect(article.paragraphs.map(\.kind) == [.body, .heading, .body, .list, .caption, .body])
    }

    @Test func everySpanLeadsBackToTheInput() throws {
        var random = LinearCongruentialGenerator(seed: 7)
        let parts = [
            "Share", "By Anna Smith", "\n", "\n\n", "\r\n", "\u{2028}", "\u{A0}", " ", "the ", "of", ",", ".", "Gull",
            "port", "港。", "é", "4 May 2022", "•",
            "(", "”", "Related Articles", "said the mayor of the town", "\u{200B}", "🦆", "\t", ">", "Copyright 2020",
            ":",
        ]
        for _ in 0..<400 {
            let input = (0..<Int.random(in: 1...60, using: &random)).map { _ in
                parts.randomElement(using: &random) ?? ""
            }.joined()
            let (article, text, source) = try read(input)
            let bytes = Array(text.utf8)
            for paragraph in article.paragraphs {
                let span = try #require(paragraph.source)
                let own = bytes[paragraph.start..<paragraph.end]
                #expect(String(validating: own, as: UTF8.self) != nil)
                if paragraph.pieces.isEmpty {
                    #expect(own.elementsEqual(source[span.range]))
                }
                var next = paragraph.start
                for piece in paragraph.pieces {
                    // Where lines were rejoined there is a space, or nothing where none belongs.
                    #expect(piece.start == next || (piece.start == next + 1 && bytes[next] == 0x20))
                    #expect(bytes[piece.start..<piece.end].elementsEqual(source[piece.source.range]))
                    next = piece.end
                }
                #expect(paragraph.pieces.isEmpty || next == paragraph.end)
            }
            for removed in article.removed {
                let span = try #require(removed.source)
                #expect(String(validating: source[span.range], as: UTF8.self) != nil)
            }
        }
    }

    @Test func survivesAnyBytes() throws {
        var random = LinearCongruentialGenerator(seed: 11)
        let context = ReadingContext(url: nil, now: Self.now, interruption: Interruption())
        for _ in 0..<200 {
            let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            _ = try PlainTextReader.read(Array(String(decoding: bytes, as: UTF8.self).utf8), context: context)
        }
    }
}
