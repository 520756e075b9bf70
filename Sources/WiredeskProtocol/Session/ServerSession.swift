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
        /// Nobody waits for this request any more; its reply is still to be handed to `finish`.
        case cancel(UInt64)
        /// Answer a command of line mode by `reply(line:)`.
        case answer(LineCommand)
        /// Close the connection once everything is written. The error says why, for the log.
        case close(WiredeskError?)
    }

    private enum State {
        /// The first byte decides what the peer speaks; these are the preface's bytes so far.
        case opening(prefix: Int)
        case handshake
        case open
        /// GOAWAY was sent, or the peer will send nothing more: in-flight requests are finished.
        case finishing
        case line
        case closed
    }

    package let limits: SessionLimits
    package let agent: String
    private var state = State.opening(prefix: 0)
    private var decoder = FrameDecoder(maximumFrame: FrameLimits.handshake)
    private var lineDecoder = LineDecoder()
    private var output: [UInt8] = []
    private var actions: [Action] = []

    private var hello = ClientHello()
    private var helloEncoding = BodyEncoding.cbor
    private var hasSentPreface = false
    /// What the client may still send.
    private(set) var credit = Credit.none
    /// What each request in flight spent.
    private var inFlight: [UInt64: Credit] = [:]
    private var lastID: UInt64 = 0
    private var isDraining = false

    private let openedAt: UInt64
    private var lastActivity: UInt64
    /// When the first byte of the frame that is still incomplete arrived.
    private var partialSince: UInt64?
    private var drainDeadline: UInt64?

    package init(limits: SessionLimits = SessionLimits(), agent: String, now: UInt64) {
        self.limits = limits
        self.agent = agent
        openedAt = now
        lastActivity = now
    }

    package var inFlightCount: Int { inFlight.count }

    /// The client's own description of itself.
    package var peerAgent: String? { hello.agent }

    package var isLineMode: Bool {
        if case .line = state { true } else { false }
    }

    private var isClosed: Bool {
        if case .closed = state { true } else { false }
    }

    // MARK: Events

    /// Bytes arrived, split as they may be.
    package mutating func receive(_ bytes: UnsafeRawBufferPointer, now: UInt64) -> [Action] {
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
                case .handshake, .open, .finishing:
                    guard let event = try decoder.next(&bytes) else { break loop }
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
        case .opening, .handshake, .line: close(nil)
        case .open, .finishing:
            state = .finishing
            closeIfFinished()
        case .closed: break
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
            guard let cost = inFlight.removeValue(forKey: reply.id) else { continue }
            output += reply.frame
            returned += cost
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
        case .opening, .handshake, .line:
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
        let handshake = openedAt + UInt64(limits.handshakeTimeout)
        let idle = lastActivity + UInt64(limits.idleTimeout)
        let partial = partialSince.map { $0 + UInt64(limits.partialFrameTimeout) }
        switch state {
        case .opening, .handshake: return handshake
        case .line: return idle
        case .open, .finishing:
            return [inFlight.isEmpty ? idle : nil, partial, drainDeadline].compactMap { $0 }.min()
        case .closed: return nil
        }
    }

    /// Time has passed.
    package mutating func timeout(now: UInt64) -> [Action] {
        guard let due = nextTimeout, now >= due else { return [] }
        switch state {
        case .opening, .handshake:
            fail(WiredeskError(.handshakeTimeout, "no HELLO within \(limits.handshakeTimeout) ms"))
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

    // MARK: Opening

    private mutating func readPreface(_ bytes: inout UnsafeRawBufferPointer, _ prefix: Int) throws(WiredeskError) {
        if prefix == 0, bytes[0] < 0x80 {
            state = .line
            return
        }
        guard let matched = Preface.match(&bytes, after: prefix) else {
            throw WiredeskError(.badPreface, "the first bytes are not those of a Wiredesk client")
        }
        state = matched == Preface.bytes.count ? .handshake : .opening(prefix: matched)
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

    private mutating func greet(_ frame: Frame) throws(WiredeskError) {
        guard frame.type == .hello else {
            throw WiredeskError(.handshakeRequired, "the first frame must be HELLO")
        }
        helloEncoding = BodyEncoding(frame.flags)
        do throws(BodyError) {
            hello = try helloEncoding.decode(from: frame.payload)
        } catch {
            throw WiredeskError(.badFrame, "HELLO: \(error)")
        }
        guard hello.minVersion <= ProtocolVersion.newest, hello.maxVersion >= ProtocolVersion.oldest else {
            throw WiredeskError(
                .unsupportedVersion,
                "this server speaks versions \(ProtocolVersion.oldest) to \(ProtocolVersion.newest)")
        }
        var answer = ServerHello()
        answer.version = min(hello.maxVersion, ProtocolVersion.newest)
        answer.agent = agent
        answer.maxFrame = limits.maximumFrame
        answer.maxRaw = limits.maximumRaw
        answer.maxHTML = limits.maximumHTML
        answer.maxText = limits.maximumText
        answer.crc32 = hello.crc32
        answer.requests = limits.credit.requests
        answer.bytes = limits.credit.bytes
        sendPreface()
        // The HELLO itself goes out before both sides know that they want a CRC.
        Frame(.hello, flags: helloEncoding.flags, payload: helloEncoding.encode(answer)).append(to: &output)
        credit = limits.credit
        decoder.maximumFrame = limits.maximumFrame
        state = .open
    }

    private mutating func sendPreface() {
        if !hasSentPreface { output += Preface.bytes }
        hasSentPreface = true
    }

    private var withCRC: Bool { hello.crc32 && !isHandshaking }

    private var isHandshaking: Bool {
        switch state {
        case .opening, .handshake: true
        default: false
        }
    }

    // MARK: Frames

    private mutating func handle(_ event: FrameDecoder.Event) throws(WiredeskError) {
        switch event {
        case .frame(let frame, let wireLength):
            if isHandshaking { try greet(frame) } else { try handle(frame, wireLength) }
        case .oversized(_, let id, let length):
            let error = WiredeskError(
                .frameTooLarge, "a frame of \(length) bytes, the limit is \(decoder.maximumFrame)")
            if isHandshaking { throw error }
            refuse(id, error, helloEncoding)
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
        let format = ReplyFormat(
            encoding: BodyEncoding(frame.flags), allowsCompression: hello.codecs.contains("zlib"), withCRC: withCRC,
            maximumFrame: hello.maxFrame, maximumRaw: hello.maxRaw)
        if let error = complaint(about: frame, cost) {
            output += format.error(error, id: frame.id)
            // What the client never had is not given back.
            if error.code != .creditExceeded, !isDraining { cost.frame.append(to: &output, withCRC: withCRC) }
            lastID = max(lastID, frame.id)
            return
        }
        lastID = frame.id
        credit -= cost
        inFlight[frame.id] = cost
        actions.append(
            .start(
                Request(
                    id: frame.id, isCompressed: frame.flags.contains(.compressed),
                    wantsParts: frame.flags.contains(.stream), extensions: frame.extensions, payload: frame.payload,
                    replyFormat: format)))
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

    /// Answers a frame that never became a request in flight.
    private mutating func refuse(_ id: UInt64, _ error: WiredeskError, _ encoding: BodyEncoding) {
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
        for id in inFlight.keys.sorted() {
            refuse(id, WiredeskError(.goingAway, "the server shut down before the request was done"), helloEncoding)
        }
        close(nil)
    }

    private mutating func closeIfFinished() {
        if case .finishing = state, inFlight.isEmpty { close(nil) }
    }

    private mutating func close(_ error: WiredeskError?) {
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
