import Dispatch
import Logging
import WiredeskEngine
import WiredeskModel
import WiredeskProtocol
import WiredeskTransport

/// One client: carries its channel's events to its session and the session's actions out.
///
/// Safe to share because everything that changes is confined to the channel's queue; workers only reach `mailbox`.
final class Connection: ChannelHandler, @unchecked Sendable {
    /// A request that a worker has, or that waits for one.
    private struct Running {
        var replyFormat: ReplyFormat
        var cancellation: Interruption.Cancellation
        var startedAt: ContinuousClock.Instant
        var deadline: TimerToken?
    }

    private let channel: Channel
    private let server: Server
    /// Who is at the other end, or behind the proxy that is.
    private var peer: String
    /// The proxy, where one has passed the connection on.
    private var proxy: String?
    /// Whose process is at the other end of a Unix socket.
    private let user: UInt32?
    /// Whether the client is on this machine.
    private var isLocal: Bool
    private let openedAt = ContinuousClock.now
    private let mailbox = Mailbox()
    private let timers = TimerWheel.shared

    private var session: ServerSession
    private var running: [UInt64: Running] = [:]
    /// What the frame that is arriving holds.
    private var arriving: MemoryShare
    /// What the socket had taken when the backlog was last told of this connection; nil while nothing waits.
    private var backlogMark: UInt64?
    private var requestCount = 0
    /// What the client has proven that it holds; nil when it was not asked.
    private var token: Token?
    /// The subject of the client's certificate; nil when it was not asked for one.
    private var certificate: String?
    private var closeReason: WiredeskError?
    private var timer: (token: TimerToken, due: UInt64)?

    init(_ channel: Channel, peer: Address, user: UInt32?, server: Server) {
        self.channel = channel
        self.server = server
        self.peer = "\(peer)"
        self.user = user
        isLocal = peer.isLocal
        arriving = MemoryShare(of: server.workshop.arrivingMemory)
        session = ServerSession(
            limits: server.configuration.session, agent: Server.agent,
            authentication: server.access.authentication(of: peer), now: Self.now())
    }

    /// Milliseconds of a clock that never goes back.
    private static func now() -> UInt64 { DispatchTime.now().uptimeNanoseconds / 1_000_000 }

    func start() {
        channel.queue.async { [self] in
            channel.start(self)
            armTimer()
        }
    }

    /// Tells the client why it is not served, and closes.
    func refuse(_ error: WiredeskError) {
        channel.queue.async { [self] in
            channel.start(self)
            perform(session.refuse(error))
        }
    }

    func drain() {
        channel.queue.async { [self] in
            perform(session.drain(now: Self.now()))
            armTimer()
        }
    }

    /// Sends the client away if its token is in force no longer.
    func checkToken() {
        channel.queue.async { [self] in
            guard let token, !server.access.isValid(token) else { return }
            closeReason = WiredeskError(.unauthenticated, "the token is in force no longer")
            perform(session.drain(now: Self.now()))
            armTimer()
        }
    }

    func abort() {
        channel.queue.async { [self] in channel.close() }
    }

    /// Sends a client away that does not read, because too much waits in the whole server.
    func dropSlowReader() {
        channel.queue.async { [self] in channel.closeSlowReader(limit: server.backlog.limit) }
    }

    // MARK: The channel's events

    func channelDidOpen(_ channel: Channel) {
        session.opened(now: Self.now())
        armTimer()
    }

    func channel(_ channel: Channel, didReadProxyHeader header: ProxyHeader) {
        guard case .passedOn(let client) = header else { return }
        // Anybody's connection is passed on, whatever address is said to be his: none is from this machine.
        isLocal = false
        proxy = peer
        if let client { peer = "\(client)" }
    }

    func channelDidSecure(_ channel: Channel) {
        session.secured(binding: channel.exportedKey ?? [])
        certificate = channel.peerSubject
    }

    func channel(_ channel: Channel, didRead bytes: UnsafeRawBufferPointer) {
        server.counters.bytesIn.increment(by: bytes.count)
        let actions = session.receive(bytes, now: Self.now())
        // A frame that is whole now gives its bytes back before they are reserved for its request.
        let hasRoom = arriving.change(to: session.heldBytes)
        perform(actions)
        if !hasRoom { perform(session.abandonFrame(server.refuseForMemory())) }
        noteBacklog()
        armTimer()
    }

    func channelDidEnd(_ channel: Channel) {
        perform(session.receiveEnd())
    }

    func channelDidSend(_ channel: Channel) {
        noteBacklog()
    }

    func channel(_ channel: Channel, didCloseWith error: ChannelError?) {
        if let timer { timers.cancel(timer.token) }
        timer = nil
        for request in running.values {
            request.cancellation.cancel()
            if let deadline = request.deadline { timers.cancel(deadline) }
        }
        for request in running.values {
            server.counters.finish(.connectionLost, microseconds: request.startedAt.microsecondsSince)
        }
        running = [:]
        _ = arriving.change(to: 0)
        noteBacklog()
        log(error)
        server.remove(self)
    }

    private func log(_ error: ChannelError?) {
        var metadata: Logger.Metadata = [
            "peer": "\(peer)", "requests": "\(requestCount)", "bytes_in": "\(channel.bytesReceived)",
            "bytes_out": "\(channel.bytesSent)",
            "milliseconds": "\(Int((ContinuousClock.now - openedAt) / .milliseconds(1)))",
        ]
        if let proxy { metadata["proxy"] = "\(proxy)" }
        if session.isLineMode { metadata["mode"] = "line" }
        if let user { metadata["user"] = "\(user)" }
        if let certificate { metadata["certificate"] = "\(LogText.safe(certificate))" }
        if let token { metadata["token"] = "\(token.name)" }
        if let agent = session.peerAgent { metadata["agent"] = "\(LogText.safe(agent, limit: 80))" }
        if let closeReason {
            metadata["reason"] = "\(LogText.safe("\(closeReason)"))"
        } else if let error {
            metadata["reason"] = "\(error)"
        }
        server.logger.info("connection closed", metadata: metadata)
    }

    // MARK: The session's actions

    private func perform(_ actions: [ServerSession.Action]) {
        for action in actions {
            switch action {
            case .send(let bytes):
                server.counters.bytesOut.increment(by: bytes.count)
                channel.send(bytes)
            case .start(let request):
                start(request)
            case .refused(let id, let error, let trace):
                server.note(error, peer: peer, token: token, trace: trace, id: id)
            case .cancel(let id):
                end(id, with: WiredeskError(.cancelled, "cancelled by the client"))
            case .answer(let command):
                perform(session.reply(line: server.answer(command, isTrusted: isLocal || !session.asksForProof)))
            case .authenticated(let token):
                self.token = token
                // It may have been taken back since the connection came.
                checkToken()
            case .close(let reason):
                if let reason { server.counters.endConnection(reason.code) }
                closeReason = closeReason ?? reason
                channel.closeAfterFlush()
            }
        }
    }

    /// Tells the server what waits for this client to read it, or because it does not.
    private func noteBacklog() {
        let bytes = channel.pendingBytes + channel.heldBytes
        guard bytes > 0 || backlogMark != nil else { return }
        let sent = channel.bytesSent
        let hasMoved = backlogMark.map { $0 != sent } ?? true
        backlogMark = bytes > 0 ? sent : nil
        server.noteBacklog(of: self, bytes: bytes, hasMoved: hasMoved, now: Self.now())
    }

    private func armTimer() {
        guard channel.isOpen, let due = session.nextTimeout else { return }
        if let timer {
            // A timeout that has moved away is looked at again when the timer fires.
            guard due < timer.due else { return }
            timers.cancel(timer.token)
        }
        let now = Self.now()
        let delay = Duration.milliseconds(Int(due > now ? due - now : 0))
        let token = timers.schedule(after: delay, on: channel.queue) { [weak self] in
            guard let self else { return }
            self.timer = nil
            perform(session.timeout(now: Self.now()))
            armTimer()
        }
        timer = (token, due)
    }

    // MARK: Requests

    private func start(_ request: Request) {
        requestCount += 1
        server.counters.requests.increment()
        server.counters.inFlight.increment()
        let id = request.id
        let milliseconds = request.extensions.deadlineMilliseconds
        let cancellation = Interruption.Cancellation()
        running[id] = Running(
            replyFormat: request.replyFormat, cancellation: cancellation, startedAt: .now,
            deadline: milliseconds.map { milliseconds in
                timers.schedule(after: .milliseconds(Int(milliseconds)), on: channel.queue) { [weak self] in
                    self?.end(id, with: WiredeskError(.deadlineExceeded, "not done within \(milliseconds) ms"))
                }
            })
        let deadline = milliseconds.map { ContinuousClock.now + .milliseconds(Int($0)) }
        do throws(WiredeskError) {
            try server.admit(
                job(for: request, Interruption(deadline: deadline, cancellation: cancellation)), token: token,
                wireLength: request.wireLength)
        } catch {
            end(id, with: error)
        }
    }

    /// What a worker has to do for the request; it makes the frames too.
    private func job(for request: Request, _ interruption: Interruption) -> Workshop.Job {
        let (id, format, counters) = (request.id, request.replyFormat, server.counters)
        let deliver: @Sendable (Mailbox.Reply) -> Void = { [self] reply in
            if mailbox.put(reply) { channel.queue.async { self.collect() } }
        }
        let measure: @Sendable (PayloadSize) -> Void = { counters.replyPayloads.record($0) }
        var job = Workshop.Job(
            // The payload as it came and, once inflated, as it was.
            bytes: request.payload.count + request.rawLength, priority: request.priority, interruption: interruption,
            owner: ObjectIdentifier(self),
            open: { () throws(WiredeskError) in
                let opened = try request.open()
                counters.requestPayloads.record(PayloadSize(raw: request.rawLength, wire: request.payload.count))
                return opened
            },
            onEnd: { outcome in
                switch outcome {
                case .success(let analysis):
                    let frame = format.result(analysis, id: id, measure: measure)
                    deliver(Mailbox.Reply(id: id, frame: frame, outcome: .result))
                case .failure(let error):
                    deliver(Mailbox.Reply(id: id, frame: format.error(error, id: id), outcome: .error(error)))
                }
            })
        if request.wantsParts {
            job.onPart = { stage, analysis in
                guard let frame = format.part(stage, of: analysis, id: id, measure: measure)
                else { return }
                deliver(Mailbox.Reply(id: id, frame: frame, outcome: .part))
            }
        }
        return job
    }

    /// Takes in what the workers have made since the last time.
    private func collect() {
        channel.gatherSends {
            var replies: [(frame: [UInt8], id: UInt64)] = []
            for reply in mailbox.collect() {
                switch reply.outcome {
                case .part:
                    perform(session.sendPart(reply.frame, id: reply.id))
                case .result:
                    retire(reply.id, nil)
                    replies.append((reply.frame, reply.id))
                case .error(let error):
                    if let request = retire(reply.id, error.code) { note(error, of: request, id: reply.id) }
                    replies.append((reply.frame, reply.id))
                }
            }
            perform(session.finish(replies, now: Self.now()))
        }
        noteBacklog()
        armTimer()
    }

    /// Answers a request without waiting for its worker, whose own reply then finds nobody.
    private func end(_ id: UInt64, with error: WiredeskError) {
        guard let request = retire(id, error.code) else { return }
        request.cancellation.cancel()
        note(error, of: request, id: id)
        perform(session.finish([(request.replyFormat.error(error, id: id), id)], now: Self.now()))
    }

    /// - Parameter error: why it has no result.
    @discardableResult
    private func retire(_ id: UInt64, _ error: ErrorCode?) -> Running? {
        guard let request = running.removeValue(forKey: id) else { return nil }
        if let deadline = request.deadline { timers.cancel(deadline) }
        server.counters.finish(error, microseconds: request.startedAt.microsecondsSince)
        return request
    }

    private func note(_ error: WiredeskError, of request: Running, id: UInt64) {
        server.note(error, peer: peer, token: token, trace: request.replyFormat.trace, id: id)
    }
}

extension Request {
    /// The place in the queue that the caller asked for.
    fileprivate var priority: JobPriority {
        switch extensions.priority {
        case .low: .low
        case .high: .high
        case .normal, nil: .normal
        }
    }
}
