/// The header's flag bits (protocol.md, "Flags").
package struct FrameFlags: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// An extension block stands before the payload.
    package static let extended = FrameFlags(rawValue: 0x01)
    /// The payload is one zlib stream.
    package static let compressed = FrameFlags(rawValue: 0x02)
    /// The body is JSON, not CBOR.
    package static let json = FrameFlags(rawValue: 0x04)
    /// The caller wants a PART after each stage.
    package static let stream = FrameFlags(rawValue: 0x08)
}
