import WiredeskModel

/// What remains of a line that could not be read in full.
struct LineName: Record {
    var id: LineID?

    init() {}

    mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.optional("id", &id)
    }
}
