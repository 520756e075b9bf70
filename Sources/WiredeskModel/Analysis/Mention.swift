/// One place in the text where an entity is named.
public struct Mention: Sendable, Hashable {
    public var start: Int
    public var end: Int
    /// 0 to 1.
    public var confidence: Double

    public init(start: Int, end: Int, confidence: Double) {
        self.start = start
        self.end = end
        self.confidence = confidence
    }
}

extension Mention: Record {
    package init() { self.init(start: 0, end: 0, confidence: 0) }

    @inline(__always)
    package mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.required("start", &start)
        try fields.required("end", &end)
        try fields.required("confidence", &confidence)
    }
}
