/// Words in quotation marks that somebody said, the marks included; one for each paragraph of a speech.
public struct Quote: Sendable, Hashable {
    public var start: Int
    public var end: Int
    /// `Entity.id` of who said it.
    public var speaker: Int?

    public init(start: Int, end: Int, speaker: Int? = nil) {
        self.start = start
        self.end = end
        self.speaker = speaker
    }
}

extension Quote: Record {
    package init() { self.init(start: 0, end: 0) }

    @inline(__always)
    package mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.required("start", &start)
        try fields.required("end", &end)
        try fields.optional("speaker", &speaker)
    }
}
