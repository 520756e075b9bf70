/// A half-open stretch `start..<end`, counted in the result's `OffsetUnit`.
public struct Span: Sendable, Hashable {
    public var start: Int
    public var end: Int

    public init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }

    public init(_ range: Range<Int>) {
        self.init(start: range.lowerBound, end: range.upperBound)
    }

    public var range: Range<Int> { start..<end }
}

extension Span: Record {
    package init() { self.init(start: 0, end: 0) }

    @inline(__always)
    package mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.required("start", &start)
        try fields.required("end", &end)
    }
}
