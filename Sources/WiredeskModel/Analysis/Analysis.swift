/// The result for one article (protocol.md, "Result"). Absent means absent: a stage that did not run leaves nothing.
public struct Analysis: Sendable, Hashable {
    /// The caller's own.
    public var id: String?
    public var engine: EngineVersion
    public var article: Article?
    /// Empty when none was found, absent when the stage did not run.
    public var entities: [Entity]?
    public var quotes: [Quote]?
    public var keyphrases: [Keyphrase]?
    public var summary: Summary?
    /// In the order they ran.
    public var stages: [StageReport]
    public var warnings: [String]

    public init(
        id: String? = nil,
        engine: EngineVersion,
        article: Article? = nil,
        entities: [Entity]? = nil,
        quotes: [Quote]? = nil,
        keyphrases: [Keyphrase]? = nil,
        summary: Summary? = nil,
        stages: [StageReport],
        warnings: [String] = []
    ) {
        self.id = id
        self.engine = engine
        self.article = article
        self.entities = entities
        self.quotes = quotes
        self.keyphrases = keyphrases
        self.summary = summary
        self.stages = stages
        self.warnings = warnings
    }
}

extension Analysis: Record {
    package init() { self.init(engine: EngineVersion(), stages: []) }

    // The walk over a result is long and always one of these four: made for each of them it costs a quarter.
    @_specialize(where V == JSONWriter)
    @_specialize(where V == CBORWriter)
    @_specialize(where V == RecordWalk<JSONReader>)
    @_specialize(where V == RecordWalk<CBORReader>)
    package mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.optional("id", &id)
        try fields.required("engine", &engine)
        try fields.optional("article", &article)
        try fields.optional("entities", &entities)
        try fields.optional("quotes", &quotes)
        try fields.optional("keyphrases", &keyphrases)
        try fields.optional("summary", &summary)
        try fields.required("stages", &stages)
        try fields.list("warnings", &warnings)
    }
}
