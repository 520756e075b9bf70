import Glibc

/// Why a channel closed without being told to.
package enum ChannelError: Error, Hashable, CustomStringConvertible {
    /// The peer reset the connection or went away.
    case reset
    /// The peer did not read: more than this many bytes would have waited for it.
    case slowReader(limit: Int)
    /// The peer did not take the last bytes in time.
    case flushTimedOut
    /// The secure layer failed.
    case insecure(TLSError)
    /// It did not begin with the PROXY header that was expected.
    case unintroduced(ProxyHeaderError)
    /// Any other failure of the socket.
    case system(errno: Int32)

    package var description: String {
        switch self {
        case .reset: "the peer reset the connection"
        case .slowReader(let limit): "the peer does not read: over \(limit) bytes wait for it"
        case .flushTimedOut: "the peer did not take the last bytes in time"
        case .insecure(let error): "\(error)"
        case .unintroduced(let error): "\(error)"
        case .system(let code): systemMessage(code)
        }
    }
}

extension ChannelError {
    init(errno code: Int32) {
        switch code {
        case ECONNRESET, EPIPE, ETIMEDOUT, EHOSTUNREACH, ENETUNREACH: self = .reset
        default: self = .system(errno: code)
        }
    }
}
