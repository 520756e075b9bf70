/// Why an article has no result.
package struct ErrorRecord: Record {
    /// The stable name of the error.
    package var code = ""
    package var message = ""
    /// Whether the same article may succeed when it is sent again.
    package var retryable = false

    package init() {}

    package init(_ error: WiredeskError) {
        code = error.code.name
        message = error.message
        retryable = error.isRetryable
    }

    package mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.required("code", &code)
        try fields.required("message", &message)
        try fields.required("retryable", &retryable)
    }
}
