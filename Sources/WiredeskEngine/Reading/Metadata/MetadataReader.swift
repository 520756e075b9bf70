/// Decides an article's metadata from what its page says.
enum MetadataReader {
    /// Fills in title, subtitle, authors, dates, site name, section, tags, language, url and image.
    static func apply(_ evidence: PageEvidence, to article: inout Article, context: ReadingContext) {
        let sources = MetadataSources(evidence, context: context)
        article.siteName = sources.siteName
        article.title = sources.title
        article.subtitle = TitleChooser(sources).subtitle(besides: article.title)
        article.authors = AuthorChooser(sources).authors.map { Author(name: $0) }
        let dates = DateChooser(sources, now: context.now)
        let published = dates.published
        article.published = published?.iso8601
        // What was changed before it was published, if only by seconds, has not been changed since.
        article.modified = dates.modified.flatMap { modified in
            published.map { modified.isEarlier(than: $0) } == true ? nil : modified.iso8601
        }
        article.section = sources.section
        article.tags = sources.tags
        article.language = article.language ?? sources.language
        article.url = sources.url
        article.image = sources.image
    }
}
