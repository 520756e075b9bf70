/// Reads an HTML page.
enum HTMLReader {
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
        page.evidence.lines = PageLines(page)
        try context.interruption.check()
        MetadataReader.apply(page.evidence, to: &article, context: context)
        return ReadArticle(article: article, text: text, source: source)
    }
}
