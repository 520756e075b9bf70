import Glibc

/// Why a listener or a connection did not come to be. The message names the address and the system's own reason.
package enum TransportError: Error, Hashable, CustomStringConvertible {
    case invalidAddress(Address, String)
    /// The resolver knows no address for the host.
    case unresolved(Address, String)
    /// Someone is listening there already.
    case addressInUse(Address)
    /// A descriptor that the process was started with is no listening stream socket.
    case notListening(descriptor: Int32)
    /// Other machines reach the address, and nobody there would have to say who he is.
    case exposed(Address)
    /// Nobody answers there: refused, no route, network down, or no socket at that path.
    case unreachable(Address, errno: Int32)
    case timedOut(Address)
    case cancelled(Address)
    /// Any other failure of a system call.
    case system(Address, call: String, errno: Int32)

    package var description: String {
        switch self {
        case .invalidAddress(let address, let reason): "\(address) is not a usable address: \(reason)"
        case .unresolved(let address, let reason): "cannot find \(address): \(reason)"
        case .addressInUse(let address): "\(address) is in use by another listener"
        case .notListening(let descriptor): "descriptor \(descriptor) is no listening stream socket"
        case .exposed(let address):
            """
            will not listen on \(address), which other machines can reach, for anybody: give --token-file or \
            --tls-client-ca, or --insecure if everyone in that network may use the server
            """
        case .unreachable(let address, let code): "cannot reach \(address): \(systemMessage(code))"
        case .timedOut(let address): "no answer from \(address) in time"
        case .cancelled(let address): "stopped connecting to \(address)"
        case .system(let address, let call, let code): "\(call) failed for \(address): \(systemMessage(code))"
        }
    }

    /// Sorts the error of a `connect` into what the caller can do about it.
    static func connecting(to address: Address, errno code: Int32) -> TransportError {
        switch code {
        case ECONNREFUSED, ECONNRESET, ECONNABORTED, EHOSTUNREACH, ENETUNREACH, EHOSTDOWN, ENETDOWN, EADDRNOTAVAIL,
            ENOENT:
            .unreachable(address, errno: code)
        case ETIMEDOUT: .timedOut(address)
        default: .system(address, call: "connect", errno: code)
        }
    }
}
