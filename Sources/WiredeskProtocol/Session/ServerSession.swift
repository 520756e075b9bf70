import WiredeskModel

/// One connection as the server sees it: events in, actions out, no I/O, no clock.
///
/// Times are milliseconds of a clock that never goes back. Every accepted request gets exactly one final reply, by
/// `finish`, unless the connection ends first.
package struct ServerSession: Sendable {
    /// What the owner of the socket must do, in this order.
    package enum Action: Sendable, Equatable {
        /// Write these bytes.
        case send([UInt8])
        /// Hand the request to a worker, and its reply to `finish`.
        case start(Request)
        /// This request got its final reply without being started; the error says why, for the log.
        case refused(UInt64, WiredeskError, trace: String?)
        /// Nobody waits for this request any more; its reply is still to be handed to `finish`.
        case cancel(UInt64)
        /// Answer a command of line mode by `reply(line:)`.
        case answer(LineCommand)
        /// The client has proven that it holds this token.
        case authenticated(Token)
        /// Close the connection once everything is written. The error says why, for the log.
        case close(WiredeskError?)
    }

    enum State {
        /// The first byte decides what the peer speaks; these are the preface's bytes so far.
        case opening(prefix: Int)
        case handshake
        /// The client's HELLO is answered with a challenge; the next frame has to be the proof.
        case authenticating
        case open
        /// GOAWAY was sent, or the peer will send nothing more: in-flight requests are finished.
        case finishing
        case line
        case closed
    }

    package let limits: SessionLimits
    package let agent: String
    var state = State.opening(prefix: 0)
    var decoder = FrameDecoder(maximumFrame: FrameLimits.handshake)
    private var lineDecoder = LineDecoder()
    var output: [UInt8] = []
    var actions: [Action] = []

    var hello = ClientHello()
    var helloEncoding = BodyEncoding.cbor
    var hasSentPreface = false
    /// What the client has to prove before it is served; nil when nothing is asked.
    var authentication: ServerAuthentication?
    /// Bytes read of a client that has yet to prove itself.
    private var unprovenBytes = 0
    /// What the client may still send.
    var credit = Credit.none
    /// What each request in flight spent, and how it is answered.
    private var inFlight: [UInt64: (cost: Credit, format: ReplyFormat)] = [:]
    private var lastID: UInt64 = 0
    private var isDraining = false

    /// When the client could first be heard; nil before.
    private var openedAt: UInt64?
    private var lastActivity: UInt64
    /// When the first byte of the frame that is still incomplete arrived.
    private var partialSince: UInt64?
    private var drainDeadline: UInt64?

    package init(
        limits: SessionLimits = SessionLimits(), agent: String, authentication: ServerAuthentication? = nil, now: UInt64
    ) {
        self.limits = limits
        self.agent = agent
        self.authentication = authentication
        lastActivity = now
    }

    package var inFlightCount: Int { inFlight.count }

    /// The client's own description of itself.
    package var peerAgent: String? { hello.agent }

    /// Whether this client was asked for a proof.
    package var asksForProof: Bool { authentication != nil }

    package var isLineMode: Bool {
        if case .line = state { true } else { false }
    }

    private var isClosed: Bool {
        if case .closed = state { true } else { false }
    }

    /// Whether the client has yet to prove itself.
    private var isUnproven: Bool {
        switch state {
        case .opening, .handshake, .authenticating: authentication != nil
        case .line, .open, .finishing, .closed: false
        }
    }

    // MARK: Events

    /// The client can be heard from now on, and the time for its handshake begins: how long the server took to come to
    /// this connection is not held against the client.
    package mutating func opened(now: UInt64) {
        openedAt = openedAt ?? now
    }

    /// The connection runs inside TLS from here on. Comes before any byte.
    package mutating func secured(binding: [UInt8]) {
        authentication?.binding = binding
    }

    /// Bytes arrived, split as they may be.
    package mutating func receive(_ bytes: UnsafeRawBufferPointer, now: UInt64) -> [Action] {
        opened(now: now)
        lastActivity = now
        var bytes = bytes
        var hasCompletedFrame = false
        do throws(WiredeskError) {
            loop: while !bytes.isEmpty {
                switch state {
                case .opening(let prefix):
                    try readPreface(&bytes, prefix)
                case .line:
                    guard let event = lineDecoder.next(&bytes) else { break loop }
                    handle(event)
                case .handshake, .authenticating, .open, .finishing:
                    let waiting = bytes.count
                    let event = try decoder.next(&bytes)
                    try count(unproven: waiting - bytes.count)
                    guard let event else { break loop }
                    hasCompletedFrame = true
                    try handle(event)
                case .closed:
                    break loop
                }
            }
        } catch {
            fail(error)
        }
        if !decoder.isMidFrame {
            partialSince = nil
        } else if partialSince == nil || hasCompletedFrame {
            partialSince = now
        }
        return flush()
    }

    /// The peer will send nothing more.
    package mutating func receiveEnd() -> [Action] {
        switch state {
        case .opening, .handshake, .authenticating, .line: close(nil)
        case .open, .finishing:
            state = .finishing
            closeIfFinished()
        case .closed: break
        }
        return flush()
    }

    /// Bytes kept of a frame that has not arrived whole. Those of the handshake are few and not counted: no shortage is
    /// to keep newcomers out.
    package var heldBytes: Int {
        switch state {
        case .open, .finishing: decoder.heldBytes
        case .opening, .handshake, .authenticating, .line, .closed: 0
        }
    }

    /// There is no room for the rest of the frame that is arriving: it is answered with the error now, and passed over.
    package mutating func abandonFrame(_ error: WiredeskError) -> [Action] {
        guard heldBytes > 0, let header = decoder.abandonFrame() else { return [] }
        let flags = FrameFlags(rawValue: header.rawFlags)
        if header.type == .request, header.id != 0 {
            // What the rest would have said is not known, and need not be.
            let frame = Frame(.request, flags: flags.intersection(.json), code: header.code, id: header.id)
            let cost = Credit(requests: 1, bytes: FrameLimits.header + Int(header.length))
            refuse(frame, complaint(about: frame, cost) ?? error, cost)
        } else {
            refuse(header.id, error, BodyEncoding(flags))
        }
        return flush()
    }

    /// A worker made a part of a request's reply.
    package mutating func sendPart(_ frame: [UInt8], id: UInt64) -> [Action] {
        guard !isClosed, inFlight[id] != nil else { return [] }
        output += frame
        return flush()
    }

    /// A worker made a request's final reply.
    package mutating func finish(_ frame: [UInt8], id: UInt64, now: UInt64) -> [Action] {
        finish([(frame, id)], now: now)
    }

    /// Workers made the final replies of several requests: they leave in one write with one CREDIT.
    package mutating func finish(_ replies: [(frame: [UInt8], id: UInt64)], now: UInt64) -> [Action] {
        guard !isClosed else { return [] }
        lastActivity = now
        var returned = Credit.none
        for reply in replies {
            guard let request = inFlight.removeValue(forKey: reply.id) else { continue }
            output += reply.frame
            returned += request.cost
        }
        if returned != .none, !isDraining {
            credit += returned
            returned.frame.append(to: &output, withCRC: withCRC)
        }
        closeIfFinished()
        return flush()
    }

    /// The answer to an `answer` action, without its line end.
    package func reply(line: String) -> [Action] {
        [.send(Array(line.utf8) + [0x0A])]
    }

    /// The server takes no more requests: GOAWAY, then whatever is in flight, then the end.
    package mutating func drain(now: UInt64, reason: GoAway.Reason = .shutdown) -> [Action] {
        switch state {
        case .opening, .handshake, .authenticating, .line:
            close(nil)
        case .open, .finishing:
            guard !isDraining else { return [] }
            isDraining = true
            state = .finishing
            drainDeadline = now + UInt64(limits.drainTimeout)
            let goAway = GoAway(lastID: lastID, drainMilliseconds: UInt32(limits.drainTimeout), reason: reason)
            goAway.frame.append(to: &output, withCRC: withCRC)
            closeIfFinished()
        case .closed:
            break
        }
        return flush()
    }

    /// The server does not want this connection at all.
    package mutating func refuse(_ error: WiredeskError) -> [Action] {
        fail(error)
        return flush()
    }

    /// When `timeout` is next to be called, if nothing happens before.
    package var nextTimeout: UInt64? {
        let idle = lastActivity + UInt64(limits.idleTimeout)
        // A connection whose turn never comes is not to stay for good either.
        let handshake = openedAt.map { $0 + UInt64(limits.handshakeTimeout) } ?? idle
        let partial = partialSince.map { $0 + UInt64(limits.partialFrameTimeout) }
        switch state {
        case .opening, .handshake, .authenticating: return handshake
        // Who has to prove himself elsewhere does not get to stay here.
        case .line: return authentication == nil ? idle : min(idle, handshake)
        case .open, .finishing:
            return [inFlight.isEmpty ? idle : nil, partial, drainDeadline].compactMap { $0 }.min()
        case .closed: return nil
        }
    }

    /// Time has passed.
    package mutating func timeout(now: UInt64) -> [Action] {
        guard let due = nextTimeout, now >= due else { return [] }
        switch state {
        case .opening where openedAt == nil:
            fail(WiredeskError(.handshakeTimeout, "the server did not come to read within \(limits.idleTimeout) ms"))
        case .opening, .handshake:
            fail(WiredeskError(.handshakeTimeout, "no HELLO within \(limits.handshakeTimeout) ms"))
        case .authenticating:
            fail(WiredeskError(.handshakeTimeout, "no proof of a token within \(limits.handshakeTimeout) ms"))
        case .line:
            close(nil)
        case .open, .finishing:
            if let drainDeadline, now >= drainDeadline {
                giveUp()
            } else if let partialSince, now >= partialSince + UInt64(limits.partialFrameTimeout) {
                fail(
                    WiredeskError(
                        .partialFrameTimeout, "a frame did not arrive within \(limits.partialFrameTimeout) ms"))
            } else {
                return drain(now: now, reason: .idle)
            }
        case .closed:
            break
        }
        return flush()
    }

    /// Counts bytes of a client that has yet to prove itself; it gets to send no more than one frame may be long.
    private mutating func count(unproven bytes: Int) throws(WiredeskError) {
        guard isUnproven else { return }
        unprovenBytes += bytes
        guard unprovenBytes > FrameLimits.handshake else { return }
        throw WiredeskError(
            .unauthenticated, "more than \(FrameLimits.handshake) bytes before the proof of a token")
    }

    private mutating func handle(_ event: LineDecoder.Event) {
        switch event {
        case .command(.quit):
            actions.append(.answer(.quit))
            close(nil)
        case .command(let command):
            actions.append(.answer(command))
        case .unknown:
            actions += reply(line: "ERR unknown command, try HELP")
        case .refused:
            actions += reply(line: "ERR not a line of printable ASCII of at most \(FrameLimits.line) bytes")
            close(nil)
        }
    }

    // MARK: Frames

    private mutating func handle(_ event: FrameDecoder.Event) throws(WiredeskError) {
        switch event {
        case .frame(let frame, let wireLength):
            switch state {
            case .handshake: try greet(frame)
            case .authenticating: try authenticate(frame)
            default: try handle(frame, wireLength)
            }
        case .oversized(_, let id, let length):
            let error = WiredeskError(
                .frameTooLarge, "a frame of \(length) bytes, the limit is \(decoder.maximumFrame)")
            switch state {
            case .handshake, .authenticating: throw error
            default: refuse(id, error, helloEncoding)
            }
        }
    }

    private mutating func handle(_ frame: Frame, _ wireLength: Int) throws(WiredeskError) {
        switch frame.type {
        case .request:
            try accept(frame, wireLength)
        case .cancel:
            guard frame.payload.isEmpty else { throw WiredeskError(.badFrame, "CANCEL has no payload") }
            if inFlight[frame.id] != nil { actions.append(.cancel(frame.id)) }
        case .ping:
            guard frame.payload.count <= FrameLimits.ping else {
                throw WiredeskError(.badFrame, "PING of more than \(FrameLimits.ping) bytes")
            }
            Frame(.pong, id: frame.id, payload: frame.payload).append(to: &output, withCRC: withCRC)
        case .goAway:
            _ = try GoAway(frame)
            state = .finishing
            closeIfFinished()
        case .hello:
            throw WiredeskError(.badFrame, "a second HELLO")
        case .pong:
            guard frame.payload.count <= FrameLimits.ping else {
                throw WiredeskError(.badFrame, "PONG of more than \(FrameLimits.ping) bytes")
            }
        case .part, .result, .error, .credit, nil:
            refuse(
                frame.id, WiredeskError(.unknownFrame, "a server takes no frame of type \(frame.rawType)"),
                BodyEncoding(frame.flags))
        }
    }

    /// Takes a request on, or answers it; the order of the checks is the protocol's.
    private mutating func accept(_ frame: Frame, _ wireLength: Int) throws(WiredeskError) {
        guard frame.id != 0 else { throw WiredeskError(.badFrame, "a REQUEST with id 0") }
        let cost = Credit(requests: 1, bytes: wireLength)
        if let error = complaint(about: frame, cost) {
            refuse(frame, error, cost)
            return
        }
        let format = ReplyFormat(
            encoding: BodyEncoding(frame.flags), allowsCompression: hello.codecs.contains("zlib"), withCRC: withCRC,
            maximumFrame: hello.maxFrame, maximumRaw: hello.maxRaw, trace: frame.extensions.trace)
        lastID = frame.id
        credit -= cost
        inFlight[frame.id] = (cost, format)
        actions.append(
            .start(
                Request(
                    id: frame.id, isCompressed: frame.flags.contains(.compressed),
                    wantsParts: frame.flags.contains(.stream), extensions: frame.extensions, payload: frame.payload,
                    wireLength: wireLength, replyFormat: format)))
    }

    /// What can be told from a request's head alone, before anything is inflated.
    private func complaint(about frame: Frame, _ cost: Credit) -> WiredeskError? {
        guard frame.id > lastID else {
            return WiredeskError(.duplicateID, "ids must grow, the last one was \(lastID)")
        }
        guard credit.covers(cost) else {
            return WiredeskError(
                .creditExceeded,
                "\(cost.bytes) bytes with a credit of \(credit.requests) requests and \(credit.bytes) bytes")
        }
        if case .finishing = state {
            return WiredeskError(.goingAway, "this connection takes no more requests")
        }
        guard Request.Method(rawValue: frame.code) != nil else {
            return WiredeskError(.unknownMethod, "no method \(frame.code)")
        }
        let isCompressed = frame.flags.contains(.compressed)
        let raw = frame.extensions.rawLength.map { Int($0) }
        if isCompressed, raw == nil {
            return WiredeskError(.lengthMismatch, "a compressed payload needs its raw length")
        }
        if !isCompressed, let raw, raw != frame.payload.count {
            return WiredeskError(.lengthMismatch, "declared \(raw) bytes, the payload has \(frame.payload.count)")
        }
        if let raw, raw > limits.maximumRaw {
            return WiredeskError(.articleTooLarge, "\(raw) bytes, the limit is \(limits.maximumRaw)")
        }
        if frame.extensions.deadlineMilliseconds == 0 {
            return WiredeskError(.deadlineExceeded, "the deadline is now")
        }
        return nil
    }

    /// Answers a request that is not taken on.
    private mutating func refuse(_ request: Frame, _ error: WiredeskError, _ cost: Credit) {
        let format = ReplyFormat(
            encoding: BodyEncoding(request.flags), withCRC: withCRC, trace: request.extensions.trace)
        output += format.error(error, id: request.id)
        actions.append(.refused(request.id, error, trace: format.trace))
        // What the client never had is not given back.
        if error.code != .creditExceeded, !isDraining { cost.frame.append(to: &output, withCRC: withCRC) }
        lastID = max(lastID, request.id)
    }

    /// Answers a frame that never became a request in flight.
    mutating func refuse(_ id: UInt64, _ error: WiredeskError, _ encoding: BodyEncoding) {
        output += ReplyFormat(encoding: encoding, withCRC: withCRC).error(error, id: id)
    }

    // MARK: Ending

    private mutating func fail(_ error: WiredeskError) {
        guard !isClosed else { return }
        sendPreface()
        refuse(0, error, helloEncoding)
        close(error)
    }

    /// The drain time is over: what is still in flight is told so.
    private mutating func giveUp() {
        let error = WiredeskError(.goingAway, "the server shut down before the request was done")
        for (id, request) in inFlight.sorted(by: { $0.key < $1.key }) {
            output += request.format.error(error, id: id)
        }
        close(nil)
    }

    private mutating func closeIfFinished() {
        if case .finishing = state, inFlight.isEmpty { close(nil) }
    }

    mutating func close(_ error: WiredeskError?) {
        guard !isClosed else { return }
        state = .closed
        actions.append(contentsOf: inFlight.keys.sorted().map { .cancel($0) })
        inFlight = [:]
        actions.append(.close(error))
    }

    /// The actions of an event. What it wrote goes out first: carrying out the others may write more.
    private mutating func flush() -> [Action] {
        var flushed: [Action] = []
        swap(&flushed, &actions)
        if !output.isEmpty {
            flushed.insert(.send(output), at: 0)
            output = []
        }
        return flushed
    }
}
