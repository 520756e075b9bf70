/// A sentence chosen for the summary.
public struct SummarySentence: Sendable, Hashable {
    /// Position in `Article.sentences`.
    public var index: Int
    public var start: Int
    public var end: Int
    /// How good a summary sentence it is, 0 to 1.
    public var score: Double

    public init(index: Int, start: Int, end: Int, score: Double) {
        self.index = index
        self.start = start
        self.end = end
        self.score = score
    }
}

extension SummarySentence: Record {
    package init() { self.init(index: 0, start: 0, end: 0, score: 0) }

    @inline(__always)
    package mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.required("index", &index)
        try fields.required("start", &start)
        try fields.required("end", &end)
        try fields.required("score", &score)
    }
}
