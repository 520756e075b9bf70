/// What the JSON-LD of a page says about its article (schema.org, NewsArticle and its kin).
struct JSONLDReader {
    var headline: String?
    var alternativeHeadline: String?
    var authors: [String] = []
    var organizations: [String] = []
    var published: String?
    var modified: String?
    var siteName: String?
    var section: String?
    var tags: [String] = []
    var language: String?
    var image: String?
    var url: String?

    /// Objects that one page's graph may hold; a longer one is read this far.
    private static let maximumObjects = 2000
    /// More keywords than these say nothing about an article.
    private static let maximumTags = 100

    init(_ scripts: [String]) {
        var objects: [LinkedDataValue] = []
        for script in scripts {
            if let value = LinkedDataParser.value(of: script) { Self.collect(value, into: &objects) }
        }
        var named: [String: LinkedDataValue] = [:]
        for object in objects {
            if let id = object[.id]?.string, named[id] == nil || object[.name] != nil { named[id] = object }
        }
        // The first object of the best kind speaks; another of that kind fills in what it leaves out.
        let ranked = objects.enumerated()
            .compactMap { index, object in Self.rank(object).map { (rank: $0, index: index, object: object) } }
            .sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }
        guard let best = ranked.first?.rank else { return }
        for candidate in ranked where candidate.rank == best || candidate.rank == 3 { read(candidate.object, named) }
    }

    /// Objects on the top level and those in `@graph`, `mainEntity` and `mainEntityOfPage`.
    private static func collect(_ root: LinkedDataValue, into objects: inout [LinkedDataValue]) {
        var pending = [root]
        while let value = pending.popLast(), objects.count < maximumObjects {
            switch value {
            case .array(let values): pending += values.reversed()
            case .object:
                objects.append(value)
                for key in [LinkedDataValue.Key.mainEntityOfPage, .mainEntity, .graph] {
                    if let inner = value[key] { pending.append(inner) }
                }
            default: break
            }
        }
    }

    /// How well an object's type stands for the article; nil where it does not.
    private static func rank(_ object: LinkedDataValue) -> Int? {
        let types = object[.type]?.elements.compactMap(\.string) ?? []
        var rank: Int?
        for type in types {
            let own = ranks[type] ?? type.parts(by: UInt8(ascii: "/")).last.flatMap { ranks[$0] }
            if let own { rank = min(rank ?? own, own) }
        }
        return rank
    }

    private static let ranks: [String: Int] = {
        let names: [[String]] = [
            [
                "Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle", "OpinionNewsArticle",
                "AnalysisNewsArticle", "LiveBlogPosting", "TechArticle", "ScholarlyArticle", "AdvertiserContentArticle",
                "BackgroundNewsArticle", "ReviewNewsArticle", "Report", "SocialMediaPosting", "Blogposting",
                "newsArticle", "article",
            ],
            ["Review", "Recipe", "HowTo", "Event", "Book", "QAPage"],
            ["CreativeWork", "VideoObject", "PodcastEpisode", "DiscussionForumPosting"],
            ["WebPage", "ItemPage", "AboutPage", "FAQPage"],
        ]
        var ranks: [String: Int] = [:]
        for (rank, names) in names.enumerated() {
            for name in names { ranks[name] = rank }
        }
        return ranks
    }()

    private mutating func read(_ object: LinkedDataValue, _ named: [String: LinkedDataValue]) {
        let isPage = Self.rank(object) == 3
        headline = headline ?? Self.text(object[.headline]) ?? (isPage ? nil : Self.text(object[.name]))
        alternativeHeadline = alternativeHeadline ?? Self.text(object[.alternativeHeadline])
        published = published ?? Self.text(object[.datePublished]) ?? Self.text(object[.dateCreated])
        modified = modified ?? Self.text(object[.dateModified])
        language = language ?? Self.text(object[.inLanguage])
        url = url ?? Self.text(object[.url])
        section = section ?? Self.text(object[.articleSection])
        image = image ?? Self.image(object[.image], named) ?? Self.text(object[.thumbnailUrl])
        if siteName == nil, let publisher = object[.publisher] { siteName = Self.name(Self.resolve(publisher, named)) }
        if tags.isEmpty, let keywords = object[.keywords] {
            for keyword in keywords.elements {
                for part in (keyword.string ?? Self.name(keyword) ?? "").parts(by: UInt8(ascii: ",")) {
                    let tag = String(part[...].trimmed)
                    guard tags.count < Self.maximumTags else { break }
                    if !tag.isEmpty, !tags.contains(tag) { tags.append(tag) }
                }
            }
        }
        guard authors.isEmpty, organizations.isEmpty else { return }
        for author in (object[.author] ?? object[.creator])?.elements ?? [] {
            let author = Self.resolve(author, named)
            guard let name = Self.name(author) else { continue }
            if author[.type]?.elements.contains(where: { $0.string?.hasSuffix("Organization") == true }) == true {
                organizations.append(name)
            } else {
                authors.append(name)
            }
        }
    }

    /// The object that a bare `{"@id": …}` refers to.
    private static func resolve(_ value: LinkedDataValue, _ named: [String: LinkedDataValue]) -> LinkedDataValue {
        guard value[.name] == nil, let id = value[.id]?.string, let object = named[id] else { return value }
        return object
    }

    private static func name(_ value: LinkedDataValue) -> String? {
        if let text = value.string { return text.utf8.isEmpty ? nil : text }
        return text(value[.name])
    }

    private static func text(_ value: LinkedDataValue?) -> String? {
        guard let value,
            let text = value.elements.first.flatMap({ $0.string ?? $0[.value]?.string ?? $0[.name]?.string })
        else { return nil }
        let trimmed = text[...].trimmed
        return trimmed.isEmpty ? nil : String(trimmed)
    }

    private static func image(_ value: LinkedDataValue?, _ named: [String: LinkedDataValue]) -> String? {
        guard let first = value?.elements.first else { return nil }
        if let url = first.string { return url.utf8.isEmpty ? nil : url }
        let object = first[.url] == nil ? resolve(first, named) : first
        return text(object[.url]) ?? text(object[.contentUrl])
    }
}
