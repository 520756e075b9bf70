import WiredeskModel

/// One connection as the client sees it: events in, actions out, no I/O, no clock.
///
/// Requests wait here until the server has given credit for them, in the order they were submitted. Each gets exactly
/// one final event, `result` or `failed`, also when the connection ends.
package struct ClientSession: Sendable {
    /// What the owner of the socket must do, in this order.
    package enum Action: Sendable, Equatable {
        /// Write these bytes.
        case send([UInt8])
        /// The handshake is done.
        case ready(ServerHello)
        /// A PART; its payload is still as it came.
        case part(UInt64, Stage, ReplyPayload)
        /// The RESULT; its payload is still as it came.
        case result(UInt64, ReplyPayload)
        /// The request ended without a result.
        case failed(UInt64, WiredeskError)
        case pong(UInt64)
        /// The server takes no more requests on this connection.
        case goAway(GoAway)
        /// Close the connection once everything is written. The error says why it is of no more use.
        case close(WiredeskError?)
    }

    private enum State {
        case opening(prefix: Int)
        case handshake
        /// The proof of the token is sent; the first CREDIT says that it was taken.
        case authenticating
        case open
        /// No more requests go out; those in flight are waited for.
        case finishing
        case closed
    }

    package let hello: ClientHello
    private let encoding: BodyEncoding
    /// Shown to a server that asks for one.
    private let token: Token?
    /// The TLS connection's exported keying material, empty without TLS.
    private var binding: [UInt8] = []
    private var state = State.opening(prefix: 0)
    private var decoder: FrameDecoder
    private var output: [UInt8] = []
    private var actions: [Action] = []
    private var server: ServerHello?
    /// What may still be sent.
    private(set) var credit = Credit.none
    private var lastID: UInt64 = 0
    private var isLastSubmitted = false
    private var waiting: [Frame] = []
    /// The first of `waiting` that has not gone out.
    private var firstWaiting = 0
    private var inFlight: Set<UInt64> = []

    package init(hello: ClientHello, encoding: BodyEncoding = .cbor, token: Token? = nil) {
        self.hello = hello
        self.encoding = encoding
        self.token = token
        decoder = FrameDecoder(maximumFrame: hello.maxFrame)
    }

    /// Requests that have no final event yet.
    package var pendingCount: Int { inFlight.count + waiting.count - firstWaiting }

    /// Whether a request submitted now could be answered.
    package var isAccepting: Bool {
        switch state {
        case .opening, .handshake, .authenticating, .open: !isLastSubmitted
        case .finishing, .closed: false
        }
    }

    private var isClosed: Bool {
        if case .closed = state { true } else { false }
    }

    private var withCRC: Bool { server?.crc32 == true }

    // MARK: Events

    /// The connection is up.
    package mutating func connected() -> [Action] {
        output += Preface.bytes
        Frame(.hello, flags: encoding.flags, payload: encoding.encode(hello)).append(to: &output)
        return flush()
    }

    /// Somebody wants an article analysed. The frame's id is set here.
    ///
    /// - Returns: the id that its events carry.
    package mutating func submit(_ frame: Frame) -> (id: UInt64, actions: [Action]) {
        lastID += 1
        guard isAccepting else {
            let error = WiredeskError(.goingAway, "the connection takes no more requests")
            return (lastID, [.failed(lastID, error)])
        }
        var frame = frame
        frame.id = lastID
        waiting.append(frame)
        sendWaiting()
        return (lastID, flush())
    }

    /// Nobody waits for this request any more. Its final event still comes.
    package mutating func cancel(_ id: UInt64) -> [Action] {
        if inFlight.contains(id) {
            Frame(.cancel, id: id).append(to: &output, withCRC: withCRC)
        } else if let index = waiting[firstWaiting...].firstIndex(where: { $0.id == id }) {
            waiting.remove(at: index)
            actions.append(.failed(id, WiredeskError(.cancelled, "cancelled before it was sent")))
            // A smaller one may have waited behind it.
            sendWaiting()
            closeIfFinished()
        }
        return flush()
    }

    package mutating func ping(_ id: UInt64) -> [Action] {
        guard case .open = state else { return [] }
        Frame(.ping, id: id).append(to: &output, withCRC: withCRC)
        return flush()
    }

    /// No more requests will be submitted: close when the last is answered. Those that wait for credit still go out.
    package mutating func finish() -> [Action] {
        isLastSubmitted = true
        closeIfFinished()
        return flush()
    }

    /// The connection runs inside TLS. Comes before any byte of the server.
    package mutating func secured(binding: [UInt8]) {
        self.binding = binding
    }

    /// Bytes arrived, split as they may be.
    package mutating func receive(_ bytes: UnsafeRawBufferPointer) -> [Action] {
        var bytes = bytes
        do throws(WiredeskError) {
            loop: while !bytes.isEmpty {
                switch state {
                case .opening(let prefix):
                    try readPreface(&bytes, prefix)
                case .handshake, .authenticating, .open, .finishing:
                    guard let event = try decoder.next(&bytes) else { break loop }
                    try handle(event)
                case .closed:
                    break loop
                }
            }
        } catch {
            close(hello.crc32 ? Self.damage(behind: error) : error)
        }
        return flush()
    }

    /// With checksums, bytes that either side could not make sense of were damaged on the way: unlike a peer's mistakes,
    /// that is worth another try.
    private static func damage(behind error: WiredeskError) -> WiredeskError {
        switch error.code {
        case .badFrame, .badReply, .badPreface, .handshakeRequired:
            WiredeskError(.connectionLost, "bytes were damaged on the way: \(error.message)")
        default: error
        }
    }

    /// The connection is gone.
    package mutating func disconnected(_ error: WiredeskError?) -> [Action] {
        close(error ?? WiredeskError(.connectionLost, "the server closed the connection"))
        return flush()
    }

    // MARK: Frames

    private mutating func readPreface(_ bytes: inout UnsafeRawBufferPointer, _ prefix: Int) throws(WiredeskError) {
        guard let matched = Preface.match(&bytes, after: prefix) else {
            throw WiredeskError(.badReply, "the peer is no Wiredesk server")
        }
        state = matched == Preface.bytes.count ? .handshake : .opening(prefix: matched)
    }

    private mutating func handle(_ event: FrameDecoder.Event) throws(WiredeskError) {
        guard case .frame(let frame, _) = event else {
            throw WiredeskError(.badReply, "the server sent a frame larger than this client takes")
        }
        switch frame.type {
        case .hello:
            try greet(frame)
        case .error where frame.id == 0:
            throw decodeError(frame)
        case _ where server == nil:
            throw WiredeskError(.badReply, "the server's first frame is no HELLO")
        case .part:
            guard inFlight.contains(frame.id) else { throw stray(frame) }
            if let stage = Stage(code: frame.code) { actions.append(.part(frame.id, stage, ReplyPayload(frame))) }
        case .result:
            guard retire(frame.id) else { throw stray(frame) }
            actions.append(.result(frame.id, ReplyPayload(frame)))
        case .error:
            if retire(frame.id) {
                actions.append(.failed(frame.id, decodeError(frame)))
            } else if case .open = state {
                // After GOAWAY a server still refuses what was on its way.
                throw stray(frame)
            }
        case .credit:
            let grant = try Credit(frame)
            if case .authenticating = state { ready(with: grant) } else { credit += grant }
            sendWaiting()
        case .ping where frame.payload.count > FrameLimits.ping,
            .pong where frame.payload.count > FrameLimits.ping:
            throw WiredeskError(.badReply, "a PING or PONG of \(frame.payload.count) bytes")
        case .ping:
            Frame(.pong, id: frame.id, payload: frame.payload).append(to: &output, withCRC: withCRC)
        case .pong:
            actions.append(.pong(frame.id))
        case .goAway:
            goAway(try GoAway(frame))
        case .request, .cancel, nil:
            // A later version may say more than we understand.
            break
        }
        closeIfFinished()
    }

    private mutating func greet(_ frame: Frame) throws(WiredeskError) {
        guard server == nil else { throw WiredeskError(.badReply, "a second HELLO") }
        let answer: ServerHello
        do throws(BodyError) {
            answer = try BodyEncoding(frame.flags).decode(from: frame.payload)
        } catch {
            throw WiredeskError(.badReply, "HELLO: \(error)")
        }
        guard answer.version >= hello.minVersion, answer.version <= hello.maxVersion else {
            throw WiredeskError(.badReply, "HELLO: version \(answer.version), which this client does not speak")
        }
        guard answer.requests >= 0, answer.bytes >= 0 else {
            throw WiredeskError(.badReply, "HELLO: a credit below zero")
        }
        server = answer
        // No more than a CREDIT frame can say, so that no sum of grants overflows.
        let grant = Credit(
            requests: min(answer.requests, Int(UInt32.max)), bytes: min(answer.bytes, Int(UInt32.max)))
        if let challenge = answer.auth {
            try authenticate(challenge)
        } else {
            ready(with: grant)
            sendWaiting()
        }
    }

    /// Answers the challenge by a second HELLO.
    private mutating func authenticate(_ challenge: ServerHello.Challenge) throws(WiredeskError) {
        var second = ClientHello()
        second.auth = try challenge.proof(of: token, binding: binding)
        Frame(.hello, flags: encoding.flags, payload: encoding.encode(second)).append(to: &output, withCRC: withCRC)
        state = .authenticating
    }

    /// The handshake is done. The server's HELLO is given with the credit it granted, which may have come later.
    private mutating func ready(with grant: Credit) {
        guard var server else { return }
        server.requests = grant.requests
        server.bytes = grant.bytes
        self.server = server
        credit = grant
        state = .open
        actions.append(.ready(server))
    }

    private func stray(_ frame: Frame) -> WiredeskError {
        WiredeskError(.badReply, "the server answered request \(frame.id), which is not open")
    }

    /// The request is over; false if it was not in flight.
    private mutating func retire(_ id: UInt64) -> Bool {
        inFlight.remove(id) != nil
    }

    private mutating func goAway(_ message: GoAway) {
        actions.append(.goAway(message))
        if case .open = state { state = .finishing }
        let error = WiredeskError(.goingAway, "the server is shutting down")
        for id in inFlight.filter({ $0 > message.lastID }).sorted() {
            _ = retire(id)
            actions.append(.failed(id, error))
        }
        failWaiting(error)
    }

    private func decodeError(_ frame: Frame) -> WiredeskError {
        var error = decodeBody(ofError: frame)
        error.trace = frame.extensions.trace
        return error
    }

    private func decodeBody(ofError frame: Frame) -> WiredeskError {
        do throws(BodyError) {
            let body = try BodyEncoding(frame.flags).decode(ErrorBody.self, from: frame.payload)
            // A code of a later version keeps its name and what it says of trying again.
            guard let code = ErrorCode(rawValue: frame.code) else {
                let code = body.retryable ? ErrorCode.internalError : .badReply
                return WiredeskError(
                    code, "\(body.code): \(body.message)", stage: body.stage,
                    retryAfterMilliseconds: body.retryAfter)
            }
            return WiredeskError(
                code, body.message, stage: body.stage, retryAfterMilliseconds: body.retryAfter)
        } catch {
            return WiredeskError(.badReply, "ERROR frame: \(error)")
        }
    }

    // MARK: Sending

    private mutating func sendWaiting() {
        guard case .open = state, let server else { return }
        while firstWaiting < waiting.count {
            let next = waiting[firstWaiting]
            let cost = Credit(requests: 1, bytes: next.wireLength(withCRC: withCRC))
            guard cost.bytes - FrameLimits.header <= server.maxFrame, cost.bytes <= server.bytes else {
                firstWaiting += 1
                let error = WiredeskError(
                    .articleTooLarge,
                    "\(cost.bytes) bytes on the wire, the server's limit is \(min(server.maxFrame, server.bytes))")
                actions.append(.failed(next.id, error))
                continue
            }
            guard credit.covers(cost) else { break }
            credit -= cost
            firstWaiting += 1
            inFlight.insert(next.id)
            next.append(to: &output, withCRC: withCRC)
        }
        if firstWaiting == waiting.count || firstWaiting > 256 {
            waiting.removeFirst(firstWaiting)
            firstWaiting = 0
        }
    }

    private mutating func failWaiting(_ error: WiredeskError) {
        for request in waiting[firstWaiting...] { actions.append(.failed(request.id, error)) }
        waiting = []
        firstWaiting = 0
    }

    // MARK: Ending

    private mutating func closeIfFinished() {
        var isFinishing = isLastSubmitted
        if case .finishing = state { isFinishing = true }
        if isFinishing, pendingCount == 0 { close(nil) }
    }

    private mutating func close(_ error: WiredeskError?) {
        guard !isClosed else { return }
        state = .closed
        let lost = error ?? WiredeskError(.connectionLost, "the connection was closed")
        for id in inFlight.sorted() { actions.append(.failed(id, lost)) }
        inFlight = []
        failWaiting(lost)
        actions.append(.close(error))
    }

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
