/// What a caller can ask for with an article (protocol.md, "Options"). A field at its default is not sent.
public struct AnalysisOptions: Sendable, Hashable {
    /// The caller's own, given back in the result. Default: none.
    public var id: String?
    /// Default: decided by looking at the input.
    public var content: ContentKind = .auto
    /// The encoding that the carrier of the bytes named (HTTP's charset), as an IANA or WHATWG label. A byte order
    /// mark outweighs it. Default: found from the bytes.
    public var charset: String?
    /// Where the article was found. Default: what the page says.
    public var url: String?
    /// When it was published, ISO 8601; outweighs what the article says. Default: what the article says.
    public var published: String?
    /// The input is the article's text already, to the last character: nothing is removed or rejoined, and spans
    /// count in it. Text only. Default: false.
    public var verbatim = false
    /// What to do. Reading is done whether named or not, because the others stand on it. Default: everything.
    public var stages: [Stage] = Stage.allCases
    /// Length of the summary in sentences. At most one of `sentences`, `words` and `ratio`. Default: 3 sentences.
    public var sentences: Int?
    /// Length of the summary in words, at most.
    public var words: Int?
    /// Length of the summary as a share of the article's words, above 0 and at most 1.
    public var ratio: Double?
    /// What spans count. Default: Unicode scalars.
    public var offsets: OffsetUnit = .scalar
    /// Whether `stages` of the result says how long each took. Without, the same input and options give the same
    /// bytes. Default: true.
    public var timings = true

    public init() {}
}

extension AnalysisOptions: Record {
    package mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.optional("id", &id)
        try describeWithoutID(&fields)
    }

    /// The same fields for a record that has an `id` of its own beside them.
    package mutating func describeWithoutID<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.defaulted("content", &content, .auto)
        try fields.optional("charset", &charset)
        try fields.optional("url", &url)
        try fields.optional("published", &published)
        try fields.defaulted("verbatim", &verbatim, false)
        try fields.defaulted("stages", &stages, Stage.allCases)
        try fields.optional("sentences", &sentences)
        try fields.optional("words", &words)
        try fields.optional("ratio", &ratio)
        try fields.defaulted("offsets", &offsets, .scalar)
        try fields.defaulted("timings", &timings, true)
    }
}
