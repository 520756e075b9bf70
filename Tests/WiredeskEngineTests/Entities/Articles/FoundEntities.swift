import WiredeskModel

@testable import WiredeskEngine

/// The entities and quotes that the engine finds in an annotated article, in bytes of its input.
struct FoundEntities {
    struct Mention {
        let span: Range<Int>
        /// Position in `entities`.
        let entity: Int
    }

    let entities: [Entity]
    /// In the article's body, in text order.
    let mentions: [Mention]
    let quotes: [(span: Range<Int>, speaker: Int?)]

    init(in article: AnnotatedArticle) throws {
        var options = AnalysisOptions()
        options.content = .text
        options.published = article.published
        options.offsets = .utf8
        options.stages = [.reading, .entities]
        let analysis = try Engine().analyze(Array(article.input.utf8), options: options)
        let paragraphs = analysis.article?.paragraphs ?? []

        /// A paragraph of plain text is a stretch of the input.
        func source(_ start: Int, _ end: Int) -> Range<Int>? {
            guard let paragraph = paragraphs.first(where: { $0.start <= start && end <= $0.end }),
                let offset = paragraph.source.map({ $0.start - paragraph.start }), paragraph.pieces.isEmpty,
                article.body.contains(start + offset)
            else { return nil }
            return start + offset..<end + offset
        }

        entities = analysis.entities ?? []
        mentions = entities.enumerated().flatMap { index, entity in
            entity.mentions.compactMap { mention in
                source(mention.start, mention.end).map { Mention(span: $0, entity: index) }
            }
        }.sorted { $0.span.lowerBound < $1.span.lowerBound }
        quotes = (analysis.quotes ?? []).compactMap { quote in
            source(quote.start, quote.end).map { ($0, quote.speaker) }
        }
    }
}
