import Dispatch
import Glibc
import Logging
import WiredeskEngine
import WiredeskModel
import WiredeskProtocol
import WiredeskTransport

/// The service: listens, reads articles off the wire and sends the results back (protocol.md).
package final class Server: Sendable {
    /// How the server names itself to clients.
    static let agent = "wiredesk/\(Engine.version.version)"
    /// After the drain time, how long the connections have to take their last bytes.
    private static let lastBytesTime = Duration.seconds(1)
    /// What may be held of a client that sends and does not read.
    private static let readAheadBytes = 256 << 10

    package let configuration: ServerConfiguration
    package let logger: Logger
    let counters = Counters()
    let workshop: Workshop
    let access: AccessControl
    let backlog: Backlog
    let queues = QueuePool(label: "wiredesk.connections")
    private let gate: ChannelGate
    private let startedAt = ContinuousClock.now
    private let state = Locked(State())

    private struct State {
        var tls: TLSContext?
        var listeners: [Listener] = []
        var connections: [ObjectIdentifier: Connection] = [:]
        var isDraining = false
        var whenEmpty: [@Sendable () -> Void] = []
    }

    /// - Parameter gate: what connections wait at for their turn to open.
    package init(configuration: ServerConfiguration, logger: Logger, gate: ChannelGate = .shared) {
        self.configuration = configuration
        self.gate = gate
        self.logger = logger
        workshop = Workshop(configuration, counters: counters)
        access = AccessControl(tokens: configuration.tokens)
        // Beside the articles, replies take a quarter of what those may; one client alone may have what it is granted.
        backlog = Backlog(limit: max(configuration.memoryBudget / 4, configuration.maximumPendingBytes))
        state.withLock { $0.tls = configuration.tls }
    }

    /// Begins to listen.
    ///
    /// - Returns: where, with the ports that the system chose.
    /// - Throws: `exposed` for an address that other machines reach, when nobody there would have to say who he is.
    package func start() throws(TransportError) -> [Address] {
        SignalWatcher.ignoreBrokenPipes()
        var listeners: [Listener] = []
        let onAccept: Listener.AcceptHandler = { [weak self] descriptor, peer in
            guard let self else {
                close(descriptor)
                return
            }
            accept(descriptor, peer)
        }
        for descriptor in configuration.inheritedSockets {
            listeners.append(Listener(inheriting: descriptor, onAccept: onAccept))
        }
        for address in configuration.addresses {
            // With users to choose from, the peer's credentials decide and not the file's mode.
            let mode: mode_t = configuration.allowedUsers.isEmpty ? 0o600 : 0o666
            listeners.append(try Listener(address, unixMode: mode, onAccept: onAccept))
        }
        // Looked at once they are bound: a name can mean anything.
        if servesStrangers, !configuration.allowsStrangers,
            let exposed = listeners.first(where: { !$0.boundAddress.isLocal })
        {
            throw .exposed(exposed.boundAddress)
        }
        for listener in listeners { listener.start() }
        let addresses = listeners.map(\.boundAddress)
        let opened = listeners
        state.withLock { $0.listeners = opened }
        for address in addresses { logger.info("listening", metadata: ["address": "\(address)"]) }
        return addresses
    }

    /// Puts other tokens in force. Connections whose token is gone finish what is in flight and close.
    package func setTokens(_ tokens: TokenSet?) {
        access.setTokens(tokens)
        logger.info("tokens changed", metadata: ["tokens": "\(tokens?.count ?? 0)"])
        for connection in state.withLock({ Array($0.connections.values) }) { connection.checkToken() }
    }

    /// Gives connections from now on another certificate; those that are there keep theirs.
    package func setTLS(_ tls: TLSContext) {
        state.withLock { $0.tls = tls }
        logger.info("certificate changed")
    }

    /// Accepts nothing more, finishes what is in flight within the drain time, and closes every connection.
    package func drain() async {
        let (listeners, connections) = state.withLock { state in
            state.isDraining = true
            return (state.listeners, Array(state.connections.values))
        }
        logger.info("draining", metadata: ["connections": "\(connections.count)"])
        for listener in listeners { listener.close() }
        for connection in connections { connection.drain() }
        let limit = Duration.milliseconds(configuration.session.drainTimeout) + Self.lastBytesTime
        let abort = TimerWheel.shared.schedule(after: limit, on: queues.queues[0]) { [self] in
            for connection in state.withLock({ Array($0.connections.values) }) { connection.abort() }
        }
        await withCheckedContinuation { continuation in
            whenEmpty { continuation.resume() }
        }
        TimerWheel.shared.cancel(abort)
        logger.info("stopped", metadata: ["requests": "\(counters.requests.current)"])
    }

    /// Returns when each queue that serves connections has had a turn.
    package func answersOnEveryQueue() async {
        for queue in queues.queues {
            await withCheckedContinuation { continuation in
                queue.async { continuation.resume() }
            }
        }
    }

    /// Tells whether each queue that serves connections had a turn within the time, as soon as that is known.
    package func answersOnEveryQueue(within limit: Duration, _ onAnswer: @escaping @Sendable (Bool) -> Void) {
        let waiting = Locked(Optional(onAnswer))
        let take: @Sendable () -> (@Sendable (Bool) -> Void)? = {
            waiting.withLock { waiting in
                defer { waiting = nil }
                return waiting
            }
        }
        let timer = TimerWheel.shared.schedule(after: limit, on: DispatchQueue.global()) { take()?(false) }
        let count = Locked(queues.queues.count)
        for queue in queues.queues {
            queue.async {
                let isLast = count.withLock { count in
                    count -= 1
                    return count == 0
                }
                guard isLast, let onAnswer = take() else { return }
                TimerWheel.shared.cancel(timer)
                onAnswer(true)
            }
        }
    }

    private func whenEmpty(_ action: @escaping @Sendable () -> Void) {
        let isEmpty = state.withLock { state in
            if state.connections.isEmpty { return true }
            state.whenEmpty.append(action)
            return false
        }
        if isEmpty { action() }
    }

    /// Whether someone who comes over TCP is served without having said who he is.
    private var servesStrangers: Bool {
        configuration.tokens == nil && configuration.tls?.asksForCertificate != true
    }

    /// Why this peer is not served, if that can be told before it has said a word.
    ///
    /// - Parameter user: whose process is at the other end of a Unix socket.
    private func objection(to peer: Address, user: UInt32?) -> WiredeskError? {
        let (count, isDraining) = state.withLock { ($0.connections.count, $0.isDraining) }
        if isDraining { return WiredeskError(.goingAway, "the server is shutting down") }
        if count > configuration.maximumConnections {
            return WiredeskError(.tooManyConnections, "the server has \(configuration.maximumConnections) already")
        }
        guard case .unix = peer, !configuration.allowedUsers.isEmpty else { return nil }
        guard let user else {
            return WiredeskError(.unauthenticated, "the system does not say whose process this is")
        }
        guard user == 0 || user == geteuid() || configuration.allowedUsers.contains(user) else {
            return WiredeskError(.unauthenticated, "user \(user) may not use this server")
        }
        return nil
    }

    private func accept(_ descriptor: Int32, _ peer: Address) {
        var limits = ChannelLimits()
        limits.maximumPendingBytes = configuration.maximumPendingBytes
        limits.readAheadBytes = Self.readAheadBytes
        let channel = Channel(adopting: descriptor, peer: peer, queue: queues.next(), limits: limits, gate: gate)
        if configuration.proxies.contains(peer) { channel.expectProxyHeader() }
        if case .tcp = peer, let tls = state.withLock({ $0.tls }) {
            channel.secure(with: tls.makeLayer(), answerToPlaintext: Self.answerToPlaintext)
        }
        let user = if case .unix = peer { PeerUser.identifier(of: descriptor) } else { UInt32?.none }
        let connection = Connection(channel, peer: peer, user: user, server: self)
        counters.connections.increment()
        state.withLock { $0.connections[ObjectIdentifier(connection)] = connection }
        if let objection = objection(to: peer, user: user) {
            connection.refuse(objection)
        } else {
            connection.start()
        }
    }

    /// What someone hears who speaks in plain bytes where TLS is spoken: in the way that he began.
    private static func answerToPlaintext(firstByte: UInt8) -> [UInt8] {
        if firstByte < 0x80 { return Array("ERR this port speaks TLS\n".utf8) }
        var session = ServerSession(agent: agent, now: 0)
        let refusal = session.refuse(WiredeskError(.badPreface, "this port speaks TLS: wiredesks://"))
        return refusal.flatMap { action -> [UInt8] in if case .send(let bytes) = action { bytes } else { [] } }
    }

    /// What waits for a client has changed; who does not read is sent away when it is too much.
    func noteBacklog(of connection: Connection, bytes: Int, hasMoved: Bool, now: UInt64) {
        let idlers = backlog.update(ObjectIdentifier(connection), bytes: bytes, hasMoved: hasMoved, now: now)
        guard !idlers.isEmpty else { return }
        for connection in state.withLock({ state in idlers.compactMap { state.connections[$0] } }) {
            connection.dropSlowReader()
        }
    }

    func remove(_ connection: Connection) {
        let actions = state.withLock { state -> [@Sendable () -> Void] in
            state.connections[ObjectIdentifier(connection)] = nil
            guard state.connections.isEmpty else { return [] }
            defer { state.whenEmpty = [] }
            return state.whenEmpty
        }
        for action in actions { action() }
    }

    /// Answers a command of line mode.
    ///
    /// - Parameter isTrusted: whether the asker may know more than whether the server is there.
    func answer(_ command: LineCommand, isTrusted: Bool) -> String {
        switch command {
        case .stats where !isTrusted: "ERR STATS is for those on the same machine"
        case .ping: "PONG"
        case .health: isDraining ? "DRAINING" : "OK"
        case .stats: statistics.map { "\($0)=\($1)" }.joined(separator: " ")
        case .help: "commands: " + LineCommand.allCases.map(\.rawValue).joined(separator: " ")
        case .quit: "BYE"
        }
    }

    package var isDraining: Bool { state.withLock { $0.isDraining } }

    /// Whether those who come over the network have to show a token.
    package var asksForTokens: Bool { access.asksForTokens }

    /// The token that has this secret, if it is in force.
    package func token(withSecret secret: [UInt8]) -> Token? { access.token(withSecret: secret) }

    /// What someone is told whose article the server has no memory for.
    package func refuseForMemory() -> WiredeskError { workshop.busy(.memoryFull) }

    /// Whether nothing more can wait for a worker.
    package var isFull: Bool { workshop.isFull }

    /// What all articles in the server may hold together.
    package var articleMemory: MemoryBudget { workshop.memory }

    var connectionState: (connections: Int, isDraining: Bool) {
        state.withLock { ($0.connections.count, $0.isDraining) }
    }

    var uptime: Duration { ContinuousClock.now - startedAt }

    private var statistics: [(String, any CustomStringConvertible)] {
        [
            ("version", Engine.version.version),
            ("uptime_s", Int(uptime / .seconds(1))),
            ("connections", state.withLock { $0.connections.count }),
            ("in_flight", counters.inFlight.current),
            ("queued", workshop.queued),
            ("requests", counters.requests.current),
            ("results", counters.results),
            ("errors", counters.errors),
            ("rejected", counters.rejected),
            ("bytes_in", counters.bytesIn.current),
            ("bytes_out", counters.bytesOut.current),
            ("memory", workshop.memory.inUse),
            ("memory_limit", workshop.memory.limit),
            ("times_us", counters.requestTimes.reading.line),
            ("connections_total", counters.connections.current),
        ]
    }
}
