import WiredeskModel

/// A result with something of everything, spans in UTF-8 bytes as the printed forms want them.
enum SampleAnalysis {
    static let text = """
        Mayor Ada Brill of Sandmouth said on Tuesday that the Sandmouth Harbour Trust (SHT) would pay €4.2 million.

        “We will not wait,” Brill said.
        """

    static func make() -> Analysis {
        var article = Article(
            title: "Harbour trust to pay", authors: [Author(name: "Jo Marsh"), Author(name: "Li Wei")],
            published: "2024-03-14T07:30:00Z", modified: "2024-03-14T16:05:00Z", siteName: "The Courier",
            language: "en", wordCount: 1234, readingSeconds: 312, text: text,
            paragraphs: [paragraph("Mayor", "million."), paragraph("“We", "said.")], sentences: [],
            removed: [
                Removed(text: "Home News Sport", reason: .navigation), Removed(text: "Tips", reason: .navigation),
                Removed(text: "All rights reserved", reason: .legal),
            ])
        article.url = "https://courier.example/harbour"
        let role = span("Mayor")
        return Analysis(
            engine: EngineVersion(version: "0", model: "0"), article: article,
            entities: [
                Entity(
                    id: 1, name: "Ada Brill", type: .person, salience: 0.9, aliases: ["Brill"],
                    roles: [Role(title: "Mayor", start: role.start, end: role.end)],
                    mentions: [mention("Ada Brill"), mention("Brill said")]),
                Entity(
                    id: 2, name: "Sandmouth", type: .geopolitical, salience: 0.4, country: "GB",
                    mentions: [mention("Sandmouth")]),
                Entity(
                    id: 3, name: "Tuesday", type: .date, salience: 0.1, value: "2024-03-12", basis: "published",
                    mentions: [mention("Tuesday")]),
                Entity(
                    id: 4, name: "SHT", type: .organization, salience: 0.8, expansion: "Sandmouth Harbour Trust",
                    mentions: [mention("SHT")]),
                Entity(
                    id: 5, name: "€4.2 million", type: .money, salience: 0.1, value: "EUR 4200000",
                    mentions: [mention("€4.2 million")]),
            ],
            quotes: [quote("“We will not wait,”", speaker: 1)],
            keyphrases: [Keyphrase(text: "harbour trust", score: 0.9), Keyphrase(text: "wait", score: 0.2)],
            summary: Summary(sentences: [], text: "The trust would pay."),
            stages: [
                StageReport(name: .reading, status: .ok),
                StageReport(name: .summary, status: .timeout, message: "took too long"),
            ],
            warnings: ["two characters could not be decoded"])
    }

    /// Where the words first stand.
    static func span(_ words: String) -> Span {
        let text = Array(text.utf8)
        let words = Array(words.utf8)
        let start = text.indices.first { text[$0...].starts(with: words) } ?? 0
        return Span(start: start, end: start + words.count)
    }

    private static func mention(_ words: String) -> Mention {
        Mention(start: span(words).start, end: span(words).end, confidence: 1)
    }

    private static func quote(_ words: String, speaker: Int?) -> Quote {
        Quote(start: span(words).start, end: span(words).end, speaker: speaker)
    }

    private static func paragraph(_ first: String, _ last: String) -> Paragraph {
        // The last word is looked for behind the first.
        let end = last == "said." ? text.utf8.count : span(last).end
        return Paragraph(start: span(first).start, end: end, kind: .body)
    }
}
