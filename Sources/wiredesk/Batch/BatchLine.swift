import WiredeskModel

/// One line of a batch job's input: an article and what to do with it.
struct BatchLine: Record {
    var id: LineID?
    /// The article: exactly one of the three.
    var text: String?
    var html: String?
    /// The bytes as they came, in base 64 (RFC 4648).
    var base64: Base64Bytes?
    var options = AnalysisOptions()

    init() {}

    mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.optional("id", &id)
        try fields.optional("text", &text)
        try fields.optional("html", &html)
        try fields.optional("base64", &base64)
        try options.describeWithoutID(&fields)
    }
}
