import WiredeskModel

/// Any number of Wiredesk servers behind one `analyze`, for jobs and services that outgrow one connection.
///
/// ```swift
/// let pool = ClientPool(servers: ["wiredesk://10.0.0.1", "wiredesk://10.0.0.2"].compactMap { ServerAddress($0) })
/// try await pool.connect()
/// let analysis = try await pool.analyze(html)
/// await pool.close()
/// ```
///
/// A request goes to the server with the fewest requests under way. One that a server had no room for, or whose connection
/// was lost, is made again, on another server if there is one, until its time is over: analysing is idempotent. Servers
/// that fail are left alone for a time that doubles; a server that says "busy" for as long as it asks; one that shuts down
/// answers what it has, and gets nothing new.
///
/// Who calls waits; nothing else queues up inside. Cancelling the calling task cancels the request.
public actor ClientPool: Analyzer {
    public nonisolated let servers: [ServerAddress]
    public nonisolated let configuration: ClientConfiguration
    public nonisolated let policy: PoolPolicy
    private nonisolated let observer: (@Sendable (ClientEvent) -> Void)?

    private var balancer: Balancer
    private var budget: RetryBudget
    /// The connections to each server, made when they are first needed and again when they were lost.
    private var connections: [[PooledConnection?]]
    private var turn = 0
    /// Whether any server has been reached: from then on those that go away are waited for.
    private var hasConnected = false
    private var isClosed = false
    private var watch: Task<Void, Never>?

    /// Connects to nobody yet.
    ///
    /// - Parameters:
    ///   - servers: at least one.
    ///   - configuration: for every connection.
    ///   - policy: how it spreads requests, and what it does when a server fails.
    ///   - observer: is told what happens, for metrics and logs; on any thread, and should be quick.
    public init(
        servers: [ServerAddress], configuration: ClientConfiguration = ClientConfiguration(),
        policy: PoolPolicy = PoolPolicy(), observer: (@Sendable (ClientEvent) -> Void)? = nil
    ) {
        precondition(!servers.isEmpty, "a pool needs a server")
        self.servers = servers
        self.configuration = configuration
        self.policy = policy
        self.observer = observer
        balancer = Balancer(servers: servers.count, policy: policy)
        budget = RetryBudget(policy: policy, now: .now)
        connections = Array(
            repeating: Array(repeating: nil, count: max(1, policy.connectionsPerServer)), count: servers.count)
    }

    deinit {
        watch?.cancel()
    }

    // MARK: What callers ask for

    /// Makes sure that a server answers, before a job begins. Without it the first request finds out.
    ///
    /// - Throws: the error of the last server, when none answers.
    public func connect() async throws(WiredeskError) {
        var failure: WiredeskError?
        for server in servers.indices {
            do throws(WiredeskError) {
                _ = try await client(of: server)
                return
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }

    /// Analyses one article on one of the servers.
    ///
    /// - Parameters:
    ///   - article: the bytes as they came, in any encoding.
    ///   - options: what to do with it.
    ///   - timeout: how long to try and to wait; the server is told and stops then too. Default: the configuration's.
    /// - Throws: the last server's error, `deadlineExceeded` or `cancelled`; `goingAway` when the pool is closed.
    public nonisolated func analyze(
        _ article: [UInt8], options: AnalysisOptions = AnalysisOptions(), timeout: Duration? = nil
    ) async throws(WiredeskError) -> Analysis {
        try await perform(within: timeout) { client, left throws(WiredeskError) in
            try await client.analyze(article, options: options, timeout: left)
        }
    }

    /// Analyses one article and delivers each stage as it is done. After a lost connection they begin again. Leaving the
    /// loop early cancels the request.
    ///
    /// - Throws: while iterating, the errors of `analyze`.
    public nonisolated func stages(
        of article: [UInt8], options: AnalysisOptions = AnalysisOptions(), timeout: Duration? = nil
    ) -> AsyncThrowingStream<AnalysisUpdate, any Error> {
        AsyncThrowingStream { stream in
            let task = Task {
                do throws(WiredeskError) {
                    try await perform(within: timeout) { client, left throws(WiredeskError) in
                        do {
                            for try await update in client.stages(of: article, options: options, timeout: left) {
                                stream.yield(update)
                            }
                        } catch {
                            throw error as? WiredeskError ?? WiredeskError(.internalError, "\(error)")
                        }
                    }
                    stream.finish()
                } catch {
                    stream.finish(throwing: error)
                }
            }
            stream.onTermination = { _ in task.cancel() }
        }
    }

    /// How the pool sees its servers, in their order.
    public var status: [ServerStatus] {
        servers.indices.map { server in
            ServerStatus(
                address: servers[server], outstanding: balancer.outstanding(server),
                connections: connections[server].count { $0 != nil }, isEjected: balancer.isEjected(server))
        }
    }

    /// Closes every connection once its requests are answered. Requests made from now on fail.
    public func close() async {
        isClosed = true
        watch?.cancel()
        let open = connections.flatMap { $0.compactMap { $0 } }
        connections = connections.map { $0.map { _ in nil } }
        for connection in open {
            switch connection {
            case .open(let client): await client.close()
            case .opening(let task):
                task.cancel()
                await (try? task.value)?.close()
            }
        }
    }

    // MARK: Trying

    private typealias Work<Answer> = @Sendable (Client, Duration) async throws(WiredeskError) -> Answer

    /// Tries until it works, cannot work, or the time is over.
    private func perform<Answer: Sendable>(
        within timeout: Duration?, _ work: @escaping Work<Answer>
    ) async throws(WiredeskError) -> Answer {
        let end = ContinuousClock.now + (timeout ?? configuration.requestTimeout)
        budget.deposit()
        var backoff = Backoff(policy: policy)
        var tried: Set<Int> = []
        var failure = WiredeskError(.unreachable, "no server answers")
        while true {
            let (server, wait) = balancer.pick(avoiding: tried, now: .now)
            lookForReturns(besides: server)
            if wait > .zero, hasConnected { try await pause(for: wait, until: end, because: failure) }
            do throws(WiredeskError) {
                return try await hedged(server, until: end, work)
            } catch {
                failure = error
            }
            tried.insert(server)
            guard !isClosed, mayWorkAgain(after: failure, tried) else { throw failure }
            let asked = failure.retryAfterMilliseconds.map { Duration.milliseconds($0) }
            let time = max(backoff.next(asked: asked, chance: .random(in: 0...1)), budget.withdraw(now: .now))
            observer?(.retrying(after: failure, pause: time))
            try await pause(for: time, until: end, because: failure)
        }
    }

    private func mayWorkAgain(after error: WiredeskError, _ tried: Set<Int>) -> Bool {
        switch error.code {
        case .unreachable:
            // A server that was never there is not waited for; one that was there may only be starting again.
            hasConnected || tried.count < servers.count
        case .unauthenticated, .unsupportedVersion, .tlsFailed, .badReply:
            // Another server may be set up better.
            tried.count < servers.count
        default: error.isRetryable
        }
    }

    private func pause(
        for time: Duration, until end: ContinuousClock.Instant, because error: WiredeskError
    ) async throws(WiredeskError) {
        guard ContinuousClock.now + time < end else { throw error }
        do { try await Task.sleep(for: time) } catch {
            throw WiredeskError(.cancelled, "cancelled while waiting to try again")
        }
    }

    /// One try on one server.
    private func attempt<Answer: Sendable>(
        _ server: Int, until end: ContinuousClock.Instant, _ work: Work<Answer>
    ) async throws(WiredeskError) -> Answer {
        balancer.began(server)
        defer { balancer.ended(server) }
        let start = ContinuousClock.now
        do throws(WiredeskError) {
            let client = try await client(of: server)
            do throws(WiredeskError) {
                let answer = try await work(client, end - .now)
                observer?(.tried(servers[server], .now - start, nil))
                answered(server)
                return answer
            } catch {
                react(to: error, of: client, server)
                throw error
            }
        } catch {
            observer?(.tried(servers[server], .now - start, error))
            throw error
        }
    }

    private func react(to error: WiredeskError, of client: Client, _ server: Int) {
        switch error.code {
        case .busy:
            guard let time = error.retryAfterMilliseconds else { break }
            balancer.refused(server, until: .now + .milliseconds(time))
        case .goingAway:
            // What it has it will answer; who asks again gets a connection to what comes after it.
            forget(client, of: server)
        case .connectionLost, .badReply, .slowReader, .partialFrameTimeout:
            discard(client, of: server, because: error)
        default: break
        }
    }

    // MARK: Hedging

    /// A try that is also made on another server when the first takes long.
    private func hedged<Answer: Sendable>(
        _ server: Int, until end: ContinuousClock.Instant, _ work: @escaping Work<Answer>
    ) async throws(WiredeskError) -> Answer {
        guard let delay = policy.hedgeDelay, servers.count > 1 else {
            return try await attempt(server, until: end, work)
        }
        let result = await withTaskGroup(of: Result<Answer, WiredeskError>?.self) { group in
            group.addTask { await self.result(server, until: end, work) }
            group.addTask {
                try? await Task.sleep(for: delay)
                return nil
            }
            defer { group.cancelAll() }
            var underWay = 1
            var failure = WiredeskError(.cancelled, "cancelled by the caller")
            while let event = await group.next() {
                switch event {
                case .success(let answer): return Result<Answer, WiredeskError>.success(answer)
                case .failure(let error):
                    failure = error
                    underWay -= 1
                    if underWay == 0 { return .failure(failure) }
                case nil:
                    guard let other = self.hedge(server) else { continue }
                    underWay += 1
                    group.addTask { await self.result(other, until: end, work) }
                }
            }
            return .failure(failure)
        }
        return try result.get()
    }

    private func result<Answer: Sendable>(
        _ server: Int, until end: ContinuousClock.Instant, _ work: Work<Answer>
    ) async -> Result<Answer, WiredeskError> {
        do throws(WiredeskError) {
            return .success(try await attempt(server, until: end, work))
        } catch {
            return .failure(error)
        }
    }

    /// Another server in health, when a retry can be paid for.
    private func hedge(_ server: Int) -> Int? {
        let (other, wait) = balancer.pick(avoiding: [server], now: .now)
        guard other != server, wait == .zero, budget.withdrawAtOnce(now: .now) else { return nil }
        observer?(.hedging(servers[other]))
        return other
    }

    // MARK: Connections

    /// A connection to a server.
    private func client(of server: Int) async throws(WiredeskError) -> Client {
        guard !isClosed else { throw WiredeskError(.goingAway, "the pool is closed") }
        startWatching()
        turn += 1
        let place = turn % connections[server].count
        let opening: Task<Client, any Error>
        switch connections[server][place] {
        case .open(let client): return client
        case .opening(let task): opening = task
        case .none:
            opening = Task { [configuration, address = servers[server]] in
                try await Client.connect(to: address, configuration: configuration)
            }
            connections[server][place] = .opening(opening)
        }
        // The first of those that waited for it says what became of it.
        let isNews: Bool
        let result = await opening.result
        if case .opening(opening) = connections[server][place] { isNews = true } else { isNews = false }
        do {
            let client = try result.get()
            if isNews {
                connections[server][place] = .open(client)
                hasConnected = true
                observer?(.connected(servers[server]))
                answered(server)
            }
            return client
        } catch {
            let error = error as? WiredeskError ?? WiredeskError(.unreachable, "\(error)")
            if isNews {
                connections[server][place] = nil
                eject(server, because: error)
            }
            throw error
        }
    }

    private func answered(_ server: Int) {
        if balancer.answered(server) { observer?(.returned(servers[server])) }
    }

    private func eject(_ server: Int, because error: WiredeskError) {
        let time = balancer.failed(server, now: .now, chance: .random(in: 0...1))
        observer?(.ejected(servers[server], for: time, because: error))
    }

    /// Uses a connection no more.
    ///
    /// - Returns: whether it was still in use.
    @discardableResult
    private func forget(_ client: Client, of server: Int) -> Bool {
        guard let place = connections[server].firstIndex(where: { $0?.client === client }) else { return false }
        connections[server][place] = nil
        return true
    }

    /// Gives up a connection that failed; the server is left alone for a while.
    private func discard(_ client: Client, of server: Int, because error: WiredeskError) {
        if forget(client, of: server) { eject(server, because: error) }
    }

    // MARK: Health

    private func startWatching() {
        guard watch == nil else { return }
        watch = Task { [weak self, interval = policy.healthInterval] in
            while (try? await Task.sleep(for: interval)) != nil {
                guard let self else { return }
                await self.checkHealth()
            }
        }
    }

    /// Finds out whether servers are back that failed, so that no request has to.
    private func lookForReturns(besides chosen: Int? = nil) {
        for server in servers.indices where server != chosen && balancer.isDueForReturn(server, now: .now) {
            guard connections[server].allSatisfy({ $0 == nil }) else { continue }
            Task { _ = try? await client(of: server) }
        }
    }

    private func checkHealth() async {
        lookForReturns()
        await withTaskGroup(of: Void.self) { group in
            for server in servers.indices {
                for client in connections[server].compactMap({ $0?.client }) {
                    group.addTask { await self.check(client, of: server) }
                }
            }
        }
    }

    /// Gives up a connection that gives no sign of life; its requests are made again elsewhere.
    private func check(_ client: Client, of server: Int) async {
        do throws(WiredeskError) {
            _ = try await client.ping(timeout: policy.healthTimeout)
        } catch {
            discard(client, of: server, because: error)
            client.abandon(because: error)
        }
    }
}
