/// The stable error codes. Numbers go over the wire, names into JSON; neither is ever reused.
///
/// 1–31 end the connection, 32–63 blame the request, 64–95 say something about the server, 96 and up never cross the
/// wire: the client makes them.
public enum ErrorCode: UInt16, Sendable, Hashable, CaseIterable {
    // The connection: the sender of the error closes it.
    case badPreface = 1
    case unsupportedVersion = 2
    case badFrame = 3
    case handshakeRequired = 4
    case handshakeTimeout = 5
    case unauthenticated = 6
    case partialFrameTimeout = 7
    case slowReader = 8
    case tooManyConnections = 9

    // The request.
    case unknownFrame = 32
    case unknownMethod = 33
    case creditExceeded = 34
    case duplicateID = 35
    case unsupportedCodec = 36
    case badCompression = 37
    case lengthMismatch = 38
    case articleTooLarge = 39
    case badBody = 40
    case unknownOption = 41
    case badOption = 42
    case unsupportedCharset = 43
    case emptyArticle = 44
    case notText = 45
    case frameTooLarge = 46

    // The server.
    case busy = 64
    case deadlineExceeded = 65
    case cancelled = 66
    case goingAway = 67
    case internalError = 68

    // The client's own.
    case unreachable = 96
    case connectionLost = 97
    case badReply = 98
    case tlsFailed = 99

    /// The name in JSON and in messages, snake_case.
    public var name: String {
        switch self {
        case .badPreface: "bad_preface"
        case .unsupportedVersion: "unsupported_version"
        case .badFrame: "bad_frame"
        case .frameTooLarge: "frame_too_large"
        case .handshakeRequired: "handshake_required"
        case .handshakeTimeout: "handshake_timeout"
        case .unauthenticated: "unauthenticated"
        case .partialFrameTimeout: "partial_frame_timeout"
        case .slowReader: "slow_reader"
        case .tooManyConnections: "too_many_connections"
        case .unknownFrame: "unknown_frame"
        case .unknownMethod: "unknown_method"
        case .creditExceeded: "credit_exceeded"
        case .duplicateID: "duplicate_id"
        case .unsupportedCodec: "unsupported_codec"
        case .badCompression: "bad_compression"
        case .lengthMismatch: "length_mismatch"
        case .articleTooLarge: "article_too_large"
        case .badBody: "bad_body"
        case .unknownOption: "unknown_option"
        case .badOption: "bad_option"
        case .unsupportedCharset: "unsupported_charset"
        case .emptyArticle: "empty_article"
        case .notText: "not_text"
        case .busy: "busy"
        case .deadlineExceeded: "deadline_exceeded"
        case .cancelled: "cancelled"
        case .goingAway: "going_away"
        case .internalError: "internal_error"
        case .unreachable: "unreachable"
        case .connectionLost: "connection_lost"
        case .badReply: "bad_reply"
        case .tlsFailed: "tls_failed"
        }
    }

    /// Whether the same request may succeed when sent again, here or to another server.
    public var isRetryable: Bool {
        switch self {
        case .busy, .goingAway, .partialFrameTimeout, .handshakeTimeout, .tooManyConnections,
            .creditExceeded, .slowReader, .internalError, .unreachable, .connectionLost:
            true
        default: false
        }
    }

    /// Whether the sender closes the connection after this error.
    public var endsConnection: Bool { rawValue < 32 }
}
