/// Sizes that the wire format itself bounds (protocol.md, "Limits").
package enum FrameLimits {
    /// Bytes of a header.
    package static let header = 16
    /// Bytes of an extension block's entries.
    package static let extensions = 4096
    /// Bytes of a trace id.
    package static let traceBytes = 128
    /// Bytes that a PING may carry.
    package static let ping = 64
    /// Bytes of a frame before the handshake is done.
    package static let handshake = 16 << 10
    /// Bytes of a request's options.
    package static let options = 64 << 10
    /// Bytes of a frame after the header, unless HELLO says otherwise.
    package static let frame = 4 << 20
    /// Bytes of a reply's body once inflated, unless HELLO says otherwise.
    package static let raw = 64 << 20
    /// Replies shorter than this are not compressed.
    package static let compressionThreshold = 4096
    /// Bytes of a command in line mode.
    package static let line = 256
}
