/// A phrase that says what the article is about.
public struct Keyphrase: Sendable, Hashable {
    public var text: String
    /// 0 to 1, highest first.
    public var score: Double

    public init(text: String, score: Double) {
        self.text = text
        self.score = score
    }
}

extension Keyphrase: Record {
    package init() { self.init(text: "", score: 0) }

    package mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.required("text", &text)
        try fields.required("score", &score)
    }
}
