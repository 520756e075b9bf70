/// A title or role that the text gives a person, with its evidence.
public struct Role: Sendable, Hashable {
    public var title: String
    public var start: Int
    public var end: Int

    public init(title: String, start: Int, end: Int) {
        self.title = title
        self.start = start
        self.end = end
    }
}

extension Role: Record {
    package init() { self.init(title: "", start: 0, end: 0) }

    package mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.required("title", &title)
        try fields.required("start", &start)
        try fields.required("end", &end)
    }
}
