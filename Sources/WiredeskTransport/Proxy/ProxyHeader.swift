/// What a proxy says of a connection that it opens to us: version 2 of the PROXY protocol
/// (https://www.haproxy.org/download/2.8/doc/proxy-protocol.txt).
package enum ProxyHeader: Sendable, Hashable {
    /// The proxy speaks for itself, to see whether we are here.
    case local
    /// It passes on what this client sends; nil where it does not say who that is.
    case passedOn(client: Address?)
}
