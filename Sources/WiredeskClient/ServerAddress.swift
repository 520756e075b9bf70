@_exported import WiredeskModel
import WiredeskTransport

/// Where a server is, as a URI: `wiredesk://host:port` or `wiredesk+unix:/path`.
public struct ServerAddress: Sendable, Hashable, LosslessStringConvertible {
    /// The port of a URI that names none.
    public static let defaultPort: UInt16 = 7411

    let address: Address

    /// Gives nil for anything but the two forms.
    public init?(_ uri: String) {
        if uri.hasPrefix("wiredesk+unix:") {
            guard let address = Address("unix:" + uri.dropFirst("wiredesk+unix:".count)) else { return nil }
            self.address = address
            return
        }
        guard uri.hasPrefix("wiredesk://") else { return nil }
        var authority = String(uri.dropFirst("wiredesk://".count))
        if authority.hasSuffix("/") { authority.removeLast() }
        guard let address = Address(authority) ?? Address("\(authority):\(Self.defaultPort)"),
            case .tcp(_, let port) = address, port != 0
        else { return nil }
        self.address = address
    }

    public var description: String {
        switch address {
        case .tcp: "wiredesk://\(address)"
        case .unix(let path): "wiredesk+unix:\(path)"
        }
    }
}
