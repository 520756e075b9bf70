/// Reads text that a scraper took from a page, with the page's junk in it.
enum PlainTextReader {
    static func read(_ source: [UInt8], context: ReadingContext) throws(WiredeskError) -> ReadArticle {
        let verbatim = VerbatimReader.read(source)
        let passages = verbatim.article.paragraphs.map { paragraph in
            let range = paragraph.start..<paragraph.end
            return Passage(kind: .body, text: Array(source[range]), source: range)
        }
        let (text, paragraphs) = ArticleAssembler.join(passages)
        let article = Article(wordCount: 0, readingSeconds: 0, text: "", paragraphs: paragraphs, sentences: [])
        return ReadArticle(article: article, text: text, source: source)
    }
}
