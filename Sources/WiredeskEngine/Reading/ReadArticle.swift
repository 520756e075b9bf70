/// What reading hands on. Spans count UTF-8 bytes; `article.text` is still empty, `text` stands for it.
struct ReadArticle {
    /// Metadata, paragraphs and removed stretches.
    var article: Article
    /// The clean text.
    var text: [UInt8]
    /// The decoded input, which `source` spans count in.
    var source: [UInt8]
    var warnings: [String] = []
}
