/// Why a request or a connection failed: the one error type of the engine, the protocol, the client and the command
/// line. On the wire it is an ERROR frame (protocol.md, "Errors"); in a batch file the `error` object of a line.
public struct WiredeskError: Error, Sendable, Hashable, CustomStringConvertible {
    public var code: ErrorCode
    /// For people: what was wrong and where, without a trailing full stop.
    public var message: String
    /// The stage that failed, when one did.
    public var stage: Stage?
    /// How long to wait before trying again, in milliseconds, when the sender knows.
    public var retryAfterMilliseconds: Int?
    /// The W3C `traceparent` that the request was sent with, when a server answered it with this error: what to look for
    /// in the server's log.
    public var trace: String?
    /// Whether what is used up is the caller's own share, and not the room that the server has for all. Never crosses the
    /// wire.
    package var isOverOwnRate = false

    public init(_ code: ErrorCode, _ message: String, stage: Stage? = nil, retryAfterMilliseconds: Int? = nil) {
        self.code = code
        self.message = message
        self.stage = stage
        self.retryAfterMilliseconds = retryAfterMilliseconds
    }

    /// Whether the same request may succeed when sent again, here or to another server.
    public var isRetryable: Bool { code.isRetryable }

    public var description: String { "\(code.name): \(message)" }
}
