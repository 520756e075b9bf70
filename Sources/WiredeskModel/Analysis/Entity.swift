/// Someone or something that the article names, with every mention of it.
public struct Entity: Sendable, Hashable {
    /// Unique in the result, from 1, in order of first mention.
    public var id: Int
    /// The fullest proper form that the text has.
    public var name: String
    public var type: EntityType
    /// How much the article is about it, 0 to 1.
    public var salience: Double
    /// The other forms that the text has.
    public var aliases: [String]
    /// What an acronym stands for, when the text says so.
    public var expansion: String?
    public var roles: [Role]
    /// ISO 3166-1 alpha-2, for places and nationalities.
    public var country: String?
    /// TIMEX3-like value of a date or time; number and unit of an amount (`EUR 422000`, `P2D`, `58 %`).
    public var value: String?
    /// What a relative date was resolved against: `published`, or the ISO 8601 date in the text.
    public var basis: String?
    /// In text order; never overlapping.
    public var mentions: [Mention]

    public init(
        id: Int,
        name: String,
        type: EntityType,
        salience: Double,
        aliases: [String] = [],
        expansion: String? = nil,
        roles: [Role] = [],
        country: String? = nil,
        value: String? = nil,
        basis: String? = nil,
        mentions: [Mention]
    ) {
        self.id = id
        self.name = name
        self.type = type
        self.salience = salience
        self.aliases = aliases
        self.expansion = expansion
        self.roles = roles
        self.country = country
        self.value = value
        self.basis = basis
        self.mentions = mentions
    }
}

extension Entity: Record {
    package init() { self.init(id: 0, name: "", type: .misc, salience: 0, mentions: []) }

    package mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.required("id", &id)
        try fields.required("name", &name)
        try fields.required("type", &type)
        try fields.required("salience", &salience)
        try fields.list("aliases", &aliases)
        try fields.optional("expansion", &expansion)
        try fields.list("roles", &roles)
        try fields.optional("country", &country)
        try fields.optional("value", &value)
        try fields.optional("basis", &basis)
        try fields.required("mentions", &mentions)
    }
}
