/// What became of one stage.
public struct StageReport: Sendable, Hashable {
    public var name: Stage
    public var status: StageStatus
    /// Time spent; absent when timings were not wanted.
    public var microseconds: Int?
    /// Why it failed or was cut short.
    public var message: String?

    public init(name: Stage, status: StageStatus, microseconds: Int? = nil, message: String? = nil) {
        self.name = name
        self.status = status
        self.microseconds = microseconds
        self.message = message
    }
}

extension StageReport: Record {
    package init() { self.init(name: .reading, status: .ok) }

    package mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.required("name", &name)
        try fields.required("status", &status)
        try fields.optional("microseconds", &microseconds)
        try fields.optional("message", &message)
    }
}
