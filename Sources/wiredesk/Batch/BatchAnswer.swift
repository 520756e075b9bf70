import WiredeskModel

/// One line of a batch job's output: a result or an error.
struct BatchAnswer: Record {
    var id = LineID(number: 0)
    var result: Analysis?
    var error: LineError?

    init() {}

    init(id: LineID, _ outcome: Result<Analysis, WiredeskError>) {
        self.id = id
        switch outcome {
        case .success(let analysis): result = analysis
        case .failure(let error): self.error = LineError(error)
        }
    }

    mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.required("id", &id)
        try fields.optional("result", &result)
        try fields.optional("error", &error)
    }

    /// The line with its end.
    var line: [UInt8] { JSONWriter.encode(self) + [0x0A] }
}
