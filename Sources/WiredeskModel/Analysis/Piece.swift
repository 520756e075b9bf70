/// A verbatim stretch of a paragraph whose broken lines were rejoined: where it stands in the clean text and in the
/// decoded input.
public struct Piece: Sendable, Hashable {
    /// Into the clean text.
    public var start: Int
    public var end: Int
    /// Into the decoded input.
    public var source: Span

    public init(start: Int, end: Int, source: Span) {
        self.start = start
        self.end = end
        self.source = source
    }
}

extension Piece: Record {
    package init() { self.init(start: 0, end: 0, source: Span()) }

    @inline(__always)
    package mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.required("start", &start)
        try fields.required("end", &end)
        try fields.required("source", &source)
    }
}
