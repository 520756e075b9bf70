/// What became of an `ArticleRecord`, as JSON: a result or an error.
package struct AnswerRecord: Record {
    package var id: RecordID?
    package var result: Analysis?
    package var error: ErrorRecord?

    package init() {}

    package init(id: RecordID?, _ outcome: Result<Analysis, WiredeskError>) {
        self.id = id
        switch outcome {
        case .success(let analysis): result = analysis
        case .failure(let error): self.error = ErrorRecord(error)
        }
    }

    package mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.optional("id", &id)
        try fields.optional("result", &result)
        try fields.optional("error", &error)
    }

    /// The JSON on one line, with the line's end.
    package var line: [UInt8] { JSONWriter.encode(self) + [0x0A] }
}
