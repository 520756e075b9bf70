import WiredeskEngine

/// A result as a long news article gives it: 60 entities with 250 mentions.
enum SampleResult {
    private static let entityCount = 60
    private static let mentionCount = 250
    private static let sentenceCount = 42
    private static let sentencesPerParagraph = 3

    static func make() -> Analysis {
        let sentence = "Mayor Ada Holm told the council of Port Ellery on Monday that the dam would hold for a century."
        let length = sentence.count + 1
        let text = Array(repeating: sentence, count: sentenceCount).joined(separator: " ")
        let sentences = (0..<sentenceCount).map { index in
            Sentence(
                start: index * length, end: index * length + sentence.count, paragraph: index / sentencesPerParagraph)
        }
        let paragraphs = stride(from: 0, to: sentenceCount, by: sentencesPerParagraph).map { first in
            let span = Span(start: sentences[first].start, end: sentences[first + sentencesPerParagraph - 1].end)
            return Paragraph(
                start: span.start, end: span.end, kind: .body,
                source: Span(start: span.start + 2200, end: span.end + 2200))
        }
        let article = Article(
            title: "The dam will hold, says the mayor", subtitle: "Engineers disagree",
            authors: [Author(name: "Mara Quill")], published: "2026-03-14T07:30:00+01:00", siteName: "Ellery Herald",
            section: "Local", tags: ["dam", "council", "water"], language: "en",
            url: "https://ellery.example/2026/03/dam", wordCount: 798, readingSeconds: 201,
            fingerprint: "9f86d081884c7d65", text: text, paragraphs: paragraphs, sentences: sentences)
        let chosen = [0, 7, 21].map { index in
            SummarySentence(
                index: index, start: sentences[index].start, end: sentences[index].end, score: 0.71 - Double(index) / 64
            )
        }
        return Analysis(
            engine: Engine.version, article: article,
            entities: (0..<entityCount).map { entity($0, length: text.count) },
            quotes: (0..<8).map { Quote(start: $0 * 400, end: $0 * 400 + 90, speaker: $0 % 5 + 1) },
            keyphrases: (0..<10).map { Keyphrase(text: "spillway gate \($0)", score: 0.9 - Double($0) / 16) },
            summary: Summary(sentences: chosen, text: chosen.map { _ in sentence }.joined(separator: " ")),
            stages: Stage.allCases.map { StageReport(name: $0, status: .ok, microseconds: 184) })
    }

    private static func entity(_ index: Int, length: Int) -> Entity {
        let types: [EntityType] = [.person, .organization, .geopolitical, .date, .money]
        let count = mentionCount / entityCount + (index < mentionCount % entityCount ? 1 : 0)
        let mentions = (0..<count).map { mention in
            let start = (index + mention * entityCount) * length / (mentionCount + entityCount)
            return Mention(start: start, end: start + 8, confidence: 0.5 + Double((index + mention) % 50) / 100)
        }
        return Entity(
            id: index + 1, name: "Ada Holm the \(index)th", type: types[index % types.count],
            salience: 1 / Double(index + 1), aliases: index % 3 == 0 ? ["Holm", "Mayor Holm"] : [],
            roles: index % 6 == 0 ? [Role(title: "mayor", start: index * 40, end: index * 40 + 5)] : [],
            country: index % 5 == 2 ? "NO" : nil, value: index % 5 == 3 ? "2026-03-16" : nil,
            basis: index % 5 == 3 ? "published" : nil, mentions: mentions)
    }
}
