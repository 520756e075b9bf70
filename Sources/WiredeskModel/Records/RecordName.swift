/// What remains of an `ArticleRecord` that could not be read in full.
package struct RecordName: Record {
    package var id: RecordID?

    package init() {}

    package mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.optional("id", &id)
    }
}
