/// How a pool sees one of its servers.
public struct ServerStatus: Sendable, Hashable {
    public var address: ServerAddress
    /// Requests under way.
    public var outstanding: Int
    /// Connections that are open.
    public var connections: Int
    /// Whether it failed last and is left alone.
    public var isEjected: Bool
}
