/// Something of the input that is not part of the article.
public struct Removed: Sendable, Hashable {
    /// Into the decoded input.
    public var source: Span?
    /// The text removed, white space collapsed.
    public var text: String
    public var reason: RemovalReason

    public init(source: Span? = nil, text: String, reason: RemovalReason) {
        self.source = source
        self.text = text
        self.reason = reason
    }
}

extension Removed: Record {
    package init() { self.init(text: "", reason: .boilerplate) }

    package mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.optional("source", &source)
        try fields.required("text", &text)
        try fields.required("reason", &reason)
    }
}
