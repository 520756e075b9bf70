/// The reading stage: bytes as they came to the clean article.
struct ArticleReader {
    let configuration: EngineConfiguration
    let options: AnalysisOptions
    let interruption: Interruption

    func read(_ bytes: [UInt8]) throws(WiredeskError) -> ReadArticle {
        guard !bytes.isEmpty else { throw WiredeskError(.emptyArticle, "the article has no bytes") }
        let isHTML =
            options.content == .auto && !options.verbatim ? ContentSniffer.isHTML(bytes) : options.content == .html
        let limit = isHTML ? configuration.maximumHTMLBytes : configuration.maximumTextBytes
        guard bytes.count <= limit else {
            throw WiredeskError(
                .articleTooLarge, "\(bytes.count) bytes of \(isHTML ? "HTML" : "text"), the limit is \(limit)")
        }
        let decoded = try TextDecoder.decode(bytes, charset: options.charset, isHTML: isHTML)
        try interruption.check()
        var read: ReadArticle
        if options.verbatim {
            read = VerbatimReader.read(decoded.utf8)
        } else if isHTML {
            read = try HTMLReader.read(decoded.utf8, context: context)
        } else {
            read = try PlainTextReader.read(decoded.utf8, context: context)
        }
        read.warnings.insert(contentsOf: decoded.warnings, at: 0)
        if let published = options.published { read.article.published = published }
        if let url = options.url, read.article.url == nil { read.article.url = url }
        guard !read.text.isEmpty else { throw WiredeskError(.emptyArticle, "no text in the article") }
        return read
    }

    private var context: ReadingContext {
        ReadingContext(url: options.url, now: configuration.now(), interruption: interruption)
    }
}
