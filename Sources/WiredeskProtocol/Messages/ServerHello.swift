import WiredeskModel

/// The server's HELLO (protocol.md, "HELLO").
package struct ServerHello: Record, Sendable, Hashable {
    /// How the server wants the client to prove who it is.
    package struct Challenge: Record, Sendable, Hashable {
        package var scheme = ""
        package var nonce = ""
        /// What ties the proof to the connection below: `tls-exporter`, or nothing without TLS.
        package var binding: String?

        package init() {}

        package mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
            try fields.required("scheme", &scheme)
            try fields.required("nonce", &nonce)
            try fields.optional("binding", &binding)
        }
    }

    package var version = ProtocolVersion.newest
    /// The server's program and version.
    package var agent: String?
    /// Bytes after the header of the largest frame that the server takes.
    package var maxFrame = FrameLimits.frame
    /// Bytes of the largest inflated request that the server takes.
    package var maxRaw = 0
    /// Bytes of the largest HTML page.
    package var maxHTML = 0
    /// Bytes of the largest plain text.
    package var maxText = 0
    /// What the server can inflate; nothing, unless it says so.
    package var codecs: [String] = []
    package var encodings: [String] = []
    package var crc32 = false
    /// The first credit: requests that may be in flight.
    package var requests = 0
    /// The first credit: bytes of requests that may be in flight.
    package var bytes = 0
    package var auth: Challenge?

    package init() {}

    package mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.required("version", &version)
        try fields.optional("agent", &agent)
        try fields.required("maxFrame", &maxFrame)
        try fields.required("maxRaw", &maxRaw)
        try fields.required("maxHTML", &maxHTML)
        try fields.required("maxText", &maxText)
        try fields.list("codecs", &codecs)
        try fields.list("encodings", &encodings)
        try fields.defaulted("crc32", &crc32, false)
        try fields.required("requests", &requests)
        try fields.required("bytes", &bytes)
        try fields.optional("auth", &auth)
    }
}
