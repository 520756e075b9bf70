/// A paragraph of the clean text.
public struct Paragraph: Sendable, Hashable {
    /// Into the clean text.
    public var start: Int
    public var end: Int
    public var kind: ParagraphKind
    /// Into the decoded input, for HTML covering the markup that held it.
    public var source: Span?
    /// The verbatim stretches, when line breaks inside the paragraph were rejoined; otherwise empty.
    public var pieces: [Piece]

    public init(start: Int, end: Int, kind: ParagraphKind, source: Span? = nil, pieces: [Piece] = []) {
        self.start = start
        self.end = end
        self.kind = kind
        self.source = source
        self.pieces = pieces
    }
}

extension Paragraph: Record {
    package init() { self.init(start: 0, end: 0, kind: .body) }

    package mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.required("start", &start)
        try fields.required("end", &end)
        try fields.required("kind", &kind)
        try fields.optional("source", &source)
        try fields.list("pieces", &pieces)
    }
}
