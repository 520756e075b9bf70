import WiredeskClient

/// One or more servers.
struct RemoteDesk: Desk {
    private let pool: ClientPool
    private let timeout: Duration?

    init(
        servers: [ServerAddress], configuration: ClientConfiguration, timeout: Duration?,
        observer: (@Sendable (ClientEvent) -> Void)?
    ) {
        pool = ClientPool(servers: servers, configuration: configuration, observer: observer)
        self.timeout = timeout
    }

    /// Enough to keep a server's workers busy while answers are on their way, within the credit of a connection.
    var defaultJobs: Int { 32 * pool.servers.count }

    func open() async throws(WiredeskError) { try await pool.connect() }

    func analyze(_ article: [UInt8], options: AnalysisOptions) async throws(WiredeskError) -> Analysis {
        try await pool.analyze(article, options: options, timeout: timeout)
    }

    /// Says goodbye, so that the servers do not take the end of the process for a cut connection.
    func close() async { await pool.close() }
}
