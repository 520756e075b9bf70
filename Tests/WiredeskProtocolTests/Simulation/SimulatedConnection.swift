import WiredeskModel

@testable import WiredeskProtocol

/// A client's and a server's session with a network, a clock and workers that a seed drives (after FoundationDB's
/// simulation). `run` plays one life of the connection and returns which promises it broke.
struct SimulatedConnection {
    private var generator: SplitMix
    private var now: UInt64 = 0
    private var client: ClientSession
    private var server: ServerSession
    private var toServer = SimulatedNetwork()
    private var toClient = SimulatedNetwork()
    private var isClientClosed = false
    private var isServerClosed = false
    /// What the server's workers have in hand, in no order.
    private var working: [Request] = []
    private var cancelledByServer: Set<UInt64> = []
    private var submitted: [UInt64: SubmittedRequest] = [:]
    private var order: [UInt64] = []
    /// Whether only what both sides say goes over the wire and nothing ends it early, so that nothing may fail.
    private var isPeaceful = true
    private let limits: SessionLimits
    private var toSubmit: Int
    private var isFinishAsked = false
    private var isReady = false
    private(set) var broken: [String] = []

    init(seed: UInt64) {
        generator = SplitMix(seed: seed)
        var limits = SessionLimits()
        limits.credit = Credit(
            requests: 1 + Int(generator.next() % 4), bytes: [120, 300, 2000][Int(generator.next() % 3)])
        limits.maximumFrame = [100, 250, 4096][Int(generator.next() % 3)]
        limits.handshakeTimeout = 2000
        limits.idleTimeout = 5000
        limits.partialFrameTimeout = 3000
        limits.drainTimeout = 1000
        self.limits = limits
        var hello = ClientHello()
        hello.crc32 = generator.next() % 2 == 0
        let isTextual = generator.next() % 2 == 0
        let isGuarded = generator.next() % 2 == 0
        let token = Token(name: "crawler", secret: Secret(Array("not-very-secret-0".utf8)))
        let nonce = [UInt8](0..<UInt8(TokenProof.nonceLength))
        client = ClientSession(hello: hello, encoding: isTextual ? .json : .cbor, token: token)
        server = ServerSession(
            limits: limits, agent: "simulated",
            authentication: isGuarded && MessageAuthentication.isAvailable
                ? ServerAuthentication(TokenSet([token]), nonce: nonce) : nil, now: 0)
        server.opened(now: 0)
        toSubmit = Int(generator.next() % 12)
    }

    mutating func run() -> [String] {
        let isHostile = generator.next() % 2 == 0
        handle(client.connected())
        var steps = 0
        while !isOver {
            steps += 1
            guard steps < 5000 else {
                broken.append("does not end: \(client.pendingCount) pending, \(server.inFlightCount) in flight")
                break
            }
            step(isHostile: isHostile)
            checkCredit()
        }
        check()
        return broken
    }

    private var isOver: Bool {
        isClientClosed && isServerClosed && working.isEmpty && toSubmit == 0
    }

    // MARK: Events

    private mutating func step(isHostile: Bool) {
        let choice = generator.next() % 100
        switch choice {
        case 0..<30: deliverToServer()
        case 30..<60: deliverToClient()
        case 60..<75: finishWork()
        case 75..<85: submit()
        case 85..<88: cancel()
        case 88..<90: handle(client.ping(UInt64(choice)))
        case 90..<96: pass(milliseconds: generator.next() % 200)
        case 96..<98 where toSubmit == 0: finish()
        case 98 where isHostile: disturb()
        default: break
        }
    }

    private mutating func deliverToServer() {
        guard toServer.isBusy else { return }
        if let piece = toServer.deliver(using: &generator) {
            handle(piece.withUnsafeBytes { server.receive($0, now: now) })
        } else {
            handle(server.receiveEnd())
        }
    }

    private mutating func deliverToClient() {
        guard toClient.isBusy else { return }
        if let piece = toClient.deliver(using: &generator) {
            handle(piece.withUnsafeBytes { client.receive($0) })
        } else {
            handle(client.disconnected(nil))
        }
    }

    /// A worker is done, whichever it is: with a part, or with one or several replies.
    private mutating func finishWork() {
        guard !working.isEmpty else { return }
        let index = Int(generator.next() % UInt64(working.count))
        if generator.next() % 4 == 0 {
            let request = working[index]
            let part = request.replyFormat.part(.reading, of: Self.echo(request), id: request.id)
            if let part { handle(server.sendPart(part, id: request.id)) }
            return
        }
        var replies: [(frame: [UInt8], id: UInt64)] = []
        repeat {
            let request = working.remove(at: Int(generator.next() % UInt64(working.count)))
            let frame =
                cancelledByServer.contains(request.id)
                ? request.replyFormat.error(WiredeskError(.cancelled, "cancelled"), id: request.id)
                : request.replyFormat.result(Self.echo(request), id: request.id)
            replies.append((frame, request.id))
        } while !working.isEmpty && generator.next() % 3 == 0
        handle(server.finish(replies, now: now))
    }

    /// A result that holds the request's own text, so that crossed replies show.
    private static func echo(_ request: Request) -> Analysis {
        let article = (try? request.open().article) ?? []
        return Analysis(
            engine: EngineVersion(version: "1", model: "1"), stages: [],
            warnings: [String(decoding: article, as: UTF8.self)])
    }

    private mutating func submit() {
        guard toSubmit > 0, !isFinishAsked else { return }
        toSubmit -= 1
        let text = "\(order.count)" + String(repeating: "x", count: Int(generator.next() % 200))
        let frame = Frame(
            .request, code: 1,
            payload: Request.payload(AnalysisOptions(), article: Array(text.utf8), encoding: .cbor))
        let (id, actions) = client.submit(frame)
        if submitted[id] != nil { broken.append("id \(id) given twice") }
        submitted[id] = SubmittedRequest(text: text)
        order.append(id)
        handle(actions)
    }

    private mutating func cancel() {
        guard !order.isEmpty else { return }
        let id = order[Int(generator.next() % UInt64(order.count))]
        submitted[id]?.isCancelled = true
        handle(client.cancel(id))
    }

    /// The clock moves, past no timeout that is not called.
    private mutating func pass(milliseconds: UInt64) {
        now += milliseconds
        if let due = server.nextTimeout, due <= now {
            isPeaceful = false
            handle(server.timeout(now: now))
            if let next = server.nextTimeout, next <= now { broken.append("a timeout that changes nothing") }
        }
    }

    private mutating func finish() {
        isFinishAsked = true
        handle(client.finish())
    }

    private mutating func disturb() {
        isPeaceful = false
        switch generator.next() % 7 {
        case 0: handle(server.drain(now: now))
        case 1: toServer.corrupt(using: &generator)
        case 2: toClient.corrupt(using: &generator)
        case 3: toServer.end()
        case 4:
            toServer.cut()
            toClient.cut()
            handle(client.disconnected(nil))
            handle(server.receiveEnd())
        case 5:
            toServer.send((0..<(1 + generator.next() % 40)).map { _ in UInt8(truncatingIfNeeded: generator.next()) })
        default:
            toClient.send((0..<(1 + generator.next() % 40)).map { _ in UInt8(truncatingIfNeeded: generator.next()) })
        }
    }

    // MARK: Actions

    private mutating func handle(_ actions: [ServerSession.Action]) {
        if isServerClosed, !actions.isEmpty { broken.append("the server goes on after its end: \(actions)") }
        for action in actions {
            switch action {
            case .send(let bytes): toClient.send(bytes)
            case .start(let request): working.append(request)
            case .cancel(let id): cancelledByServer.insert(id)
            case .answer, .authenticated, .refused: break
            case .close:
                isServerClosed = true
                toClient.end()
            }
        }
    }

    private mutating func handle(_ actions: [ClientSession.Action]) {
        if isClientClosed, actions.contains(where: { if case .failed = $0 { false } else { true } }) {
            broken.append("the client goes on after its end: \(actions)")
        }
        for action in actions {
            switch action {
            case .send(let bytes): toServer.send(bytes)
            case .part(let id, _, let payload): note(id, payload)
            case .result(let id, let payload):
                note(id, payload)
                end(id, nil)
            case .failed(let id, let error): end(id, error)
            case .ready: isReady = true
            case .pong, .goAway: break
            case .close:
                isClientClosed = true
                toServer.end()
            }
        }
    }

    // MARK: Promises

    private mutating func note(_ id: UInt64, _ payload: ReplyPayload) {
        guard isPeaceful, let request = submitted[id] else { return }
        let analysis = try? payload.open(maximumRaw: 1 << 16)
        // A part of the reading stage holds no warnings.
        guard let warnings = analysis?.warnings, warnings.isEmpty || warnings == [request.text] else {
            broken.append("request \(id) got another's reply")
            return
        }
    }

    private mutating func end(_ id: UInt64, _ error: WiredeskError?) {
        guard let request = submitted[id] else { return broken.append("an end of \(id), which nobody submitted") }
        submitted[id]?.endings += 1
        guard isPeaceful, let error else { return }
        let isTooLarge = error.code == .articleTooLarge
        let isCancelled = error.code == .cancelled && request.isCancelled
        if !isTooLarge, !isCancelled { broken.append("request \(id) failed in peace: \(error)") }
    }

    private mutating func checkCredit() {
        for (side, credit) in [("client", client.credit), ("server", server.credit)]
        where credit.requests < 0 || credit.bytes < 0 {
            broken.append("the \(side)'s credit is \(credit)")
        }
        let isIdle =
            isPeaceful && isReady && !isClientClosed && client.pendingCount == 0 && !toServer.isBusy
            && !toClient.isBusy && working.isEmpty
        if isIdle, client.credit != limits.credit || server.credit != limits.credit {
            broken.append("idle with a credit of \(client.credit), \(server.credit) of \(limits.credit)")
        }
    }

    private mutating func check() {
        for (id, request) in submitted.sorted(by: { $0.key < $1.key }) where request.endings != 1 {
            broken.append("request \(id) ended \(request.endings) times")
        }
        if client.pendingCount != 0 { broken.append("the client still has \(client.pendingCount) pending") }
        if server.inFlightCount != 0 { broken.append("the server still has \(server.inFlightCount) in flight") }
    }
}
