import WiredeskProtocol

/// What a connection begins with.
enum Opening {
    /// Frames at once.
    case none
    /// The preface and HELLO of Wiredesk's protocol.
    case wiredesk
    /// The preface and SETTINGS of HTTP/2, for connections that stay idle.
    case http2

    var bytes: [UInt8] {
        switch self {
        case .none: []
        case .wiredesk: Preface.bytes + Frame(.hello, payload: BodyEncoding.cbor.encode(ClientHello())).encoded()
        case .http2: Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8) + [0, 0, 0, 4, 0, 0, 0, 0, 0]
        }
    }
}
