/// The short form: sentences of the article, in document order.
public struct Summary: Sendable, Hashable {
    public var sentences: [SummarySentence]
    /// The sentences joined by a space.
    public var text: String

    public init(sentences: [SummarySentence], text: String) {
        self.sentences = sentences
        self.text = text
    }
}

extension Summary: Record {
    package init() { self.init(sentences: [], text: "") }

    package mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.required("sentences", &sentences)
        try fields.required("text", &text)
    }
}
