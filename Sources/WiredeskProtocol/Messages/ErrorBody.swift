import WiredeskModel

/// The body of an ERROR frame; the error's number is the header's code.
struct ErrorBody: Record {
    var code = ""
    var message = ""
    var retryable = false
    /// Milliseconds to wait.
    var retryAfter: Int?
    var stage: Stage?

    init() {}

    init(_ error: WiredeskError) {
        code = error.code.name
        message = error.message
        retryable = error.isRetryable
        retryAfter = error.retryAfterMilliseconds
        stage = error.stage
    }

    mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.required("code", &code)
        try fields.required("message", &message)
        try fields.required("retryable", &retryable)
        try fields.optional("retryAfter", &retryAfter)
        try fields.optional("stage", &stage)
    }
}
