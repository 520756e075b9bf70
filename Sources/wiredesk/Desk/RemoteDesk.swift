import WiredeskClient
import WiredeskModel

/// One or more servers, each behind one connection, taken in turn.
///
/// A request that a server was too busy for, or whose connection was lost, is sent again within its time: analysing is
/// idempotent.
actor RemoteDesk: Desk {
    private static let defaultTimeout = Duration.seconds(30)
    private static let firstDelay = Duration.milliseconds(50)
    private static let longestDelay = Duration.seconds(2)

    private let servers: [ServerAddress]
    private let configuration: ClientConfiguration
    private let timeout: Duration
    private var connections: [ServerAddress: Task<Client, any Error>] = [:]
    private var turn = 0
    /// Whether a server has been reached before work began: if it goes away then, it is waited for.
    private var isOpen = false

    init(servers: [ServerAddress], configuration: ClientConfiguration, timeout: Duration?) {
        self.servers = servers
        self.configuration = configuration
        self.timeout = timeout ?? Self.defaultTimeout
    }

    /// Enough to keep a server's workers busy while answers are on their way, within the credit of a connection.
    nonisolated var defaultJobs: Int { 32 * servers.count }

    /// One server that answers is enough to begin.
    func open() async throws(WiredeskError) {
        for address in servers.dropLast() {
            do throws(WiredeskError) {
                _ = try await client(of: address)
                isOpen = true
                return
            } catch {}
        }
        if let last = servers.last { _ = try await client(of: last) }
        isOpen = true
    }

    nonisolated func analyze(_ article: [UInt8], options: AnalysisOptions) async throws(WiredeskError) -> Analysis {
        let end = ContinuousClock.now + timeout
        var delay = Self.firstDelay
        var attempts = 0
        while true {
            let address = await nextServer()
            attempts += 1
            do throws(WiredeskError) {
                let client = try await client(of: address)
                do throws(WiredeskError) {
                    return try await client.analyze(article, options: options, timeout: end - .now)
                } catch {
                    if error.code == .connectionLost || error.code == .goingAway { await forget(client) }
                    throw error
                }
            } catch {
                // A server that was never there is not waited for, though another may be; one that was there may only
                // be starting again.
                let isWaitedFor = await isOpen || attempts < servers.count
                let isWorthWaiting = error.isRetryable && (error.code != .unreachable || isWaitedFor)
                let pause = max(error.retryAfterMilliseconds.map { .milliseconds($0) } ?? .zero, delay)
                guard isWorthWaiting, ContinuousClock.now + pause < end else { throw error }
                do { try await Task.sleep(for: pause) } catch {
                    throw WiredeskError(.cancelled, "cancelled while waiting to try again")
                }
                delay = min(delay * 2, Self.longestDelay)
            }
        }
    }

    /// Says goodbye, so that the servers do not take the end of the process for a cut connection.
    func close() async {
        let open = connections.values
        connections = [:]
        for connection in open { await (try? connection.value)?.close() }
    }

    private func nextServer() -> ServerAddress {
        turn += 1
        return servers[turn % servers.count]
    }

    /// The connection to a server, made when it is first needed and again when it was lost.
    private func client(of address: ServerAddress) async throws(WiredeskError) -> Client {
        let connection =
            connections[address]
            ?? Task { [configuration] in try await Client.connect(to: address, configuration: configuration) }
        connections[address] = connection
        do {
            return try await connection.value
        } catch {
            if connections[address] == connection { connections[address] = nil }
            throw error as? WiredeskError ?? WiredeskError(.unreachable, "\(error)")
        }
    }

    private func forget(_ client: Client) async {
        guard let connection = connections[client.address], let known = try? await connection.value, known === client
        else { return }
        connections[client.address] = nil
    }
}
