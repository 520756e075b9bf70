import WiredeskEngine
import WiredeskProtocol
import WiredeskTransport

/// What a `Server` is made with. Every limit has its default in protocol.md, "Limits".
package struct ServerConfiguration: Sendable {
    /// Where it listens. Default: 127.0.0.1:7411.
    package var addresses: [Address] = [.tcp(host: "127.0.0.1", port: 7411)]
    /// Sockets that listen already and are the server's from now on. Default: none.
    package var inheritedSockets: [Int32] = []
    /// Articles worked on at once. Default: the machine's cores.
    package var workers: Int
    /// Requests that may wait for a worker. Default: 1024.
    package var queueDepth = 1024
    /// Bytes of articles held at once in the whole server. Default: 512 MiB.
    package var memoryBudget = 512 << 20
    /// Default: 10,000.
    package var maximumConnections = 10_000
    /// Bytes of replies that may wait for one client to read them. Default: 32 MiB.
    package var maximumPendingBytes = 32 << 20
    /// Whoever comes over TCP has to prove one of them. Default: nil, nobody has to.
    package var tokens: TokenSet?
    /// Whoever comes over TCP speaks TLS. Default: nil, nobody does.
    package var tls: TLSContext?
    /// Users who may come over Unix sockets, besides root and the server's own. Default: empty, those whom the
    /// socket's mode lets in.
    package var allowedUsers: Set<UInt32> = []
    /// Whether it listens where other machines reach it although nobody has to say who he is. Default: false.
    package var allowsStrangers = false
    /// Who has to say in a PROXY header for whom each of its connections over TCP is. Default: nobody.
    package var proxies = TrustedProxies()
    package var session = SessionLimits()
    package var engine = EngineConfiguration()

    package init(workers: Int) {
        self.workers = workers
    }
}
