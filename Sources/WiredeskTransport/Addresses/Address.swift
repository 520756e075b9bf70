/// Where a listener waits or a connection goes.
///
/// Written `HOST:PORT`, `[IPV6]:PORT` or `unix:PATH`; `description` gives the same form back.
package enum Address: Sendable, Hashable, LosslessStringConvertible {
    /// A host name or a numeric address, without the brackets of IPv6. Port 0 asks a listener for any free port.
    case tcp(host: String, port: UInt16)
    case unix(path: String)

    /// Gives nil for anything but the three forms. A bare IPv6 address is refused, because nobody can tell where it
    /// ends and the port begins.
    package init?(_ text: String) {
        if text.hasPrefix("unix:") {
            let path = text.dropFirst("unix:".count)
            guard !path.isEmpty, !path.utf8.contains(0) else { return nil }
            self = .unix(path: String(path))
            return
        }
        guard let colon = text.lastIndex(of: ":") else { return nil }
        let digits = text[text.index(after: colon)...]
        guard let port = UInt16(digits), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
            guard host.contains(":") else { return nil }
        } else if host.contains(where: { $0 == ":" || $0 == "[" || $0 == "]" }) {
            return nil
        }
        guard !host.isEmpty, !host.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return nil }
        self = .tcp(host: String(host), port: port)
    }

    /// Whether only this machine can be at the other end: a Unix socket, or a loopback address in numbers.
    package var isLocal: Bool {
        switch self {
        case .unix: true
        case .tcp(let host, _): SocketAddress.isLoopback(numericHost: host)
        }
    }

    package var description: String {
        switch self {
        case .tcp(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        case .unix(let path): "unix:\(path)"
        }
    }
}
