import WiredeskModel

/// The client's HELLO (protocol.md, "HELLO").
package struct ClientHello: Record, Sendable, Hashable {
    /// Who the client is, in answer to the server's challenge.
    package struct Proof: Record, Sendable, Hashable {
        /// The token's name.
        package var name = ""
        /// HMAC-SHA-256, 64 hexadecimal digits.
        package var mac = ""

        package init() {}

        package mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
            try fields.required("name", &name)
            try fields.required("mac", &mac)
        }
    }

    /// The client's program and version, for the server's log.
    package var agent: String?
    package var minVersion = ProtocolVersion.oldest
    package var maxVersion = ProtocolVersion.newest
    /// Bytes after the header of the largest frame that the client takes.
    package var maxFrame = FrameLimits.frame
    /// Bytes of the largest inflated payload that the client takes.
    package var maxRaw = FrameLimits.raw
    /// Compressions that the client can undo.
    package var codecs: [String] = []
    package var encodings: [String] = []
    /// Every frame of both sides is to carry a CRC-32.
    package var crc32 = false
    package var auth: Proof?

    package init() {}

    package mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.required("minVersion", &minVersion)
        try fields.required("maxVersion", &maxVersion)
        try fields.optional("agent", &agent)
        try fields.defaulted("maxFrame", &maxFrame, FrameLimits.frame)
        try fields.defaulted("maxRaw", &maxRaw, FrameLimits.raw)
        try fields.list("codecs", &codecs)
        try fields.list("encodings", &encodings)
        try fields.defaulted("crc32", &crc32, false)
        try fields.optional("auth", &auth)
    }
}
