import WiredeskModel

/// Why a line has no result.
struct LineError: Record {
    /// The stable name of the error.
    var code = ""
    var message = ""
    /// Whether the same line may succeed when it is sent again.
    var retryable = false

    init() {}

    init(_ error: WiredeskError) {
        code = error.code.name
        message = error.message
        retryable = error.isRetryable
    }

    mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.required("code", &code)
        try fields.required("message", &message)
        try fields.required("retryable", &retryable)
    }
}
