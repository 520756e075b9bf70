/// Reads an HTML page.
enum HTMLReader {
    /// Paragraphs that may begin with the article's dateline, and the bytes of each that are looked at.
    private static let leadParagraphs = 2
    private static let leadLength = 160

    static func read(_ source: [UInt8], context: ReadingContext) throws(WiredeskError) -> ReadArticle {
        var page = try PageBuilder.build(source, interruption: context.interruption)
        let mainText = try MainText(page, interruption: context.interruption)
        let maker = PassageMaker(page, mainText)
        let (text, paragraphs) = ArticleAssembler.join(maker.passages())
        var article = Article(wordCount: 0, readingSeconds: 0, text: "", paragraphs: paragraphs, sentences: [])
        article.removed = maker.removed()
        if let first = paragraphs.first?.source, let last = paragraphs.last?.source {
            page.evidence.mainText = first.start..<last.end
        }
        page.evidence.lead = paragraphs.prefix(leadParagraphs).map {
            String(decoding: text[$0.start..<min($0.end, $0.start + leadLength)], as: UTF8.self)
        }
        page.evidence.lines = PageLines(page)
        try context.interruption.check()
        MetadataReader.apply(page.evidence, to: &article, context: context)
        return ReadArticle(article: article, text: text, source: source)
    }
}
