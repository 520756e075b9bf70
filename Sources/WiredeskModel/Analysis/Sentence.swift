/// A sentence of the clean text; it never crosses a paragraph.
public struct Sentence: Sendable, Hashable {
    public var start: Int
    public var end: Int
    /// Position in `Article.paragraphs`.
    public var paragraph: Int

    public init(start: Int, end: Int, paragraph: Int) {
        self.start = start
        self.end = end
        self.paragraph = paragraph
    }
}

extension Sentence: Record {
    package init() { self.init(start: 0, end: 0, paragraph: 0) }

    @inline(__always)
    package mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.required("start", &start)
        try fields.required("end", &end)
        try fields.required("paragraph", &paragraph)
    }
}
