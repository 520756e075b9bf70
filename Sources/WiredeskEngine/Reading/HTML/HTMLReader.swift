/// Reads an HTML page.
enum HTMLReader {
    static func read(_ source: [UInt8], context: ReadingContext) throws(WiredeskError) -> ReadArticle {
        let page = try PageBuilder.build(source, interruption: context.interruption)
        try context.interruption.check()
        let passages = page.blocks.map { Passage(kind: .body, text: Array(page.text[$0.range]), source: $0.source) }
        let (text, paragraphs) = ArticleAssembler.join(passages)
        var article = Article(wordCount: 0, readingSeconds: 0, text: "", paragraphs: paragraphs, sentences: [])
        MetadataReader.apply(page.evidence, to: &article, context: context)
        return ReadArticle(article: article, text: text, source: source)
    }
}
