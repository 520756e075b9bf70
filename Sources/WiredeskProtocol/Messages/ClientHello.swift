import WiredeskModel

/// The client's HELLO (protocol.md, "HELLO").
package struct ClientHello: Record, Sendable, Hashable {
    /// The client's program and version, for the server's log.
    package var agent: String?
    package var minVersion = ProtocolVersion.oldest
    package var maxVersion = ProtocolVersion.newest
    /// Bytes after the header of the largest frame that the client takes.
    package var maxFrame: Int?
    /// Bytes of the largest inflated payload that the client takes.
    package var maxRaw: Int?
    /// Compressions that the client can undo.
    package var codecs: [String] = []
    package var encodings: [String] = []
    /// Every frame of both sides is to carry a CRC-32.
    package var crc32: Bool?

    package init() {}

    package mutating func describe<V: FieldVisitor>(_ fields: inout V) throws(BodyError) {
        try fields.required("minVersion", &minVersion)
        try fields.required("maxVersion", &maxVersion)
        try fields.optional("agent", &agent)
        try fields.optional("maxFrame", &maxFrame)
        try fields.optional("maxRaw", &maxRaw)
        try fields.list("codecs", &codecs)
        try fields.list("encodings", &encodings)
        try fields.optional("crc32", &crc32)
    }
}
