/// The article as read: its metadata, its clean text and where everything in it stands.
public struct Article: Sendable, Hashable {
    public var title: String?
    public var subtitle: String?
    public var authors: [Author]
    /// ISO 8601, with the precision found: `2022`, `2022-07`, `2022-07-16` or a full date and time. Never in the future.
    public var published: String?
    /// ISO 8601, as `published`.
    public var modified: String?
    public var siteName: String?
    public var section: String?
    public var tags: [String]
    /// BCP 47, the shortest tag that says it: `en`, `pt-BR`, `zh-Hant`.
    public var language: String?
    /// The canonical address.
    public var url: String?
    /// The lead image's address.
    public var image: String?
    public var wordCount: Int
    public var readingSeconds: Int
    /// 64-bit SimHash of the text, sixteen hexadecimal digits: near-duplicates differ in few bits (Charikar, 2002).
    public var fingerprint: String?
    /// The clean article: paragraphs joined by a blank line, the title excluded.
    public var text: String
    public var paragraphs: [Paragraph]
    public var sentences: [Sentence]
    public var removed: [Removed]

    public init(
        title: String? = nil,
        subtitle: String? = nil,
        authors: [Author] = [],
        published: String? = nil,
        modified: String? = nil,
        siteName: String? = nil,
        section: String? = nil,
        tags: [String] = [],
        language: String? = nil,
        url: String? = nil,
        image: String? = nil,
        wordCount: Int,
        readingSeconds: Int,
        fingerprint: String? = nil,
        text: String,
        paragraphs: [Paragraph],
        sentences: [Sentence],
        removed: [Removed] = []
    ) {
        self.title = title
        self.subtitle = subtitle
        self.authors = authors
        self.published = published
        self.modified = modified
        self.siteName = siteName
        self.section = section
        self.tags = tags
        self.language = language
        self.url = url
        self.image = image
        self.wordCount = wordCount
        self.readingSeconds = readingSeconds
        self.fingerprint = fingerprint
        self.text = text
        self.paragraphs = paragraphs
        self.sentences = sentences
        self.removed = removed
    }
}

extension Article: Record {
    package init() { self.init(wordCount: 0, readingSeconds: 0, text: "", paragraphs: [], sentences: []) }

    package mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.optional("title", &title)
        try fields.optional("subtitle", &subtitle)
        try fields.list("authors", &authors)
        try fields.optional("published", &published)
        try fields.optional("modified", &modified)
        try fields.optional("siteName", &siteName)
        try fields.optional("section", &section)
        try fields.list("tags", &tags)
        try fields.optional("language", &language)
        try fields.optional("url", &url)
        try fields.optional("image", &image)
        try fields.required("wordCount", &wordCount)
        try fields.required("readingSeconds", &readingSeconds)
        try fields.optional("fingerprint", &fingerprint)
        try fields.required("text", &text)
        try fields.required("paragraphs", &paragraphs)
        try fields.required("sentences", &sentences)
        try fields.list("removed", &removed)
    }
}
