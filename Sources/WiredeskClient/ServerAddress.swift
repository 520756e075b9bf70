@_exported import WiredeskModel
import WiredeskTransport

/// Where a server is, as a URI: `wiredesk://host:port`, `wiredesks://host:port` (TLS) or `wiredesk+unix:/path`.
public struct ServerAddress: Sendable, Hashable, LosslessStringConvertible {
    /// The port of a URI that names none.
    public static let defaultPort: UInt16 = 7411

    let address: Address
    /// Whether the connection is to run inside TLS.
    public let usesTLS: Bool

    /// Gives nil for anything but the three forms.
    public init?(_ uri: String) {
        if uri.hasPrefix("wiredesk+unix:") {
            guard let address = Address("unix:" + uri.dropFirst("wiredesk+unix:".count)) else { return nil }
            self.address = address
            usesTLS = false
            return
        }
        guard let scheme = ["wiredesk://", "wiredesks://"].first(where: uri.hasPrefix) else { return nil }
        usesTLS = scheme == "wiredesks://"
        var authority = String(uri.dropFirst(scheme.count))
        if authority.hasSuffix("/") { authority.removeLast() }
        guard let address = Address(authority) ?? Address("\(authority):\(Self.defaultPort)"),
            case .tcp(_, let port) = address, port != 0
        else { return nil }
        self.address = address
    }

    /// The TCP port.
    public var port: UInt16? {
        if case .tcp(_, let port) = address { port } else { nil }
    }

    public var description: String {
        switch address {
        case .tcp: "\(usesTLS ? "wiredesks" : "wiredesk")://\(address)"
        case .unix(let path): "wiredesk+unix:\(path)"
        }
    }
}
