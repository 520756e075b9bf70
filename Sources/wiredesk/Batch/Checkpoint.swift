import WiredeskModel

/// How far a batch job had come: one line of its resume log.
struct Checkpoint: Sendable, Equatable {
    var completed = CompletedLines()
    /// Size of the output, when it is a file.
    var outputBytes = 0
    /// Lines among the completed that got an error.
    var failures = 0
}

extension Checkpoint: Record {
    mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        var done = completed.prefix
        var beyond = completed.beyond.sorted()
        try fields.required("done", &done)
        try fields.list("beyond", &beyond)
        try fields.required("outputBytes", &outputBytes)
        try fields.required("failures", &failures)
        completed = CompletedLines(prefix: done, beyond: Set(beyond))
    }
}
