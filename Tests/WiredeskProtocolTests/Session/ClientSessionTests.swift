import Testing
import WiredeskModel

@testable import WiredeskProtocol

/// The client's machine against the server's, and against servers that misbehave.
@Suite struct ClientSessionTests {
    private static func request(_ text: String = "A story.") -> Frame {
        Frame(
            .request, code: 1,
            payload: Request.payload(AnalysisOptions(), article: Array(text.utf8), encoding: .cbor))
    }

    private static func greeting(_ change: (inout ServerHello) -> Void = { _ in }) -> [UInt8] {
        var hello = ServerHello()
        hello.requests = 64
        hello.bytes = 1 << 20
        change(&hello)
        return Preface.bytes + Frame(.hello, payload: CBORWriter.encode(hello)).encoded()
    }

    private func opened(_ change: (inout ServerHello) -> Void = { _ in }) -> ClientSession {
        var session = ClientSession(hello: ClientHello())
        _ = session.connected()
        _ = session.feed(Self.greeting(change))
        return session
    }

    @Test func bothMachinesTalkToTheEnd() throws {
        var client = ClientSession(hello: ClientHello())
        var server = ServerSession(agent: "test", now: 0)
        let early = client.submit(Self.request())
        #expect(early.actions.isEmpty, "nothing goes out before there is credit")
        let ready = client.feed(server.feed(client.connected().sentBytes).sentBytes)
        #expect(ready.contains { if case .ready = $0 { true } else { false } })

        let started = server.feed(ready.sentBytes).startedRequests
        #expect(started.map(\.id) == [1])
        let analysis = Analysis(engine: EngineVersion(version: "1", model: "1"), stages: [], warnings: ["été"])
        let reply = server.finish(started[0].replyFormat.result(analysis, id: 1), id: 1, now: 1)
        let events = client.feed(reply.sentBytes)
        guard case .result(1, let payload)? = events.first else {
            Issue.record("no result in \(events)")
            return
        }
        #expect(try payload.open(maximumRaw: 1 << 20) == analysis)
        #expect(client.pendingCount == 0)
    }

    /// Whoever notices it first, the requests can be made again on another connection.
    @Test func damageThatAChecksumFindsIsWorthAnotherTry() throws {
        for isFoundByServer in [false, true] {
            var hello = ClientHello()
            hello.crc32 = true
            var client = ClientSession(hello: hello)
            var server = ServerSession(agent: "test", now: 0)
            _ = client.feed(server.feed(client.connected().sentBytes).sentBytes)
            var request = client.submit(Self.request()).actions.sentBytes
            if isFoundByServer { request[request.count - 1] ^= 1 }
            let actions = server.feed(request)
            var reply = actions.sentBytes
            if let started = actions.startedRequests.first {
                reply =
                    server.finish(
                        started.replyFormat.error(WiredeskError(.notText, "no"), id: 1), id: 1, now: 0
                    ).sentBytes
                reply[20] ^= 1
            }
            let failures = client.feed(reply).failures
            #expect(failures.map(\.code) == [.connectionLost])
            #expect(failures.map(\.isRetryable) == [true])
        }
    }

    @Test func requestsWaitForCreditInOrder() throws {
        let cost = Self.request().wireLength()
        var client = opened {
            $0.requests = 1
            $0.bytes = cost
        }
        let first = client.submit(Self.request())
        let second = client.submit(Self.request())
        #expect(first.actions.sentFrames?.map(\.id) == [1])
        #expect(second.actions.isEmpty)
        #expect(client.feed(Credit(requests: 1, bytes: cost - 1).frame.encoded()).isEmpty)
        #expect(client.feed(Credit(requests: 0, bytes: 1).frame.encoded()).sentFrames?.map(\.id) == [2])
    }

    @Test func aWaitingRequestIsCancelledOnTheSpot() {
        var client = opened { $0.requests = 0 }
        let id = client.submit(Self.request()).id
        let actions = client.cancel(id)
        #expect(actions.failures.map(\.code) == [.cancelled])
        #expect(client.pendingCount == 0)
    }

    @Test func goAwayFailsWhatTheServerNeverAccepted() {
        var client = opened { $0.requests = 2 }
        for _ in 0..<3 { _ = client.submit(Self.request()) }
        let goAway = GoAway(lastID: 1, drainMilliseconds: 100, reason: .shutdown)
        let actions = client.feed(goAway.frame.encoded())
        #expect(actions.failures.map(\.code) == [.goingAway, .goingAway])
        #expect(client.pendingCount == 1, "the first is still to be answered")
        #expect(!client.isAccepting)
        #expect(client.submit(Self.request()).actions.failures.map(\.code) == [.goingAway])
        let error = ReplyFormat(encoding: .cbor)
            .error(WiredeskError(.internalError, "no"), id: 1)
        #expect(client.feed(error).contains(.close(nil)))
    }

    @Test func whatWaitsForCreditStillGoesOutAfterFinish() {
        var client = opened { $0.requests = 1 }
        for _ in 0..<2 { _ = client.submit(Self.request()) }
        #expect(client.finish().isEmpty)
        #expect(!client.isAccepting)
        let error = ReplyFormat(encoding: .cbor).error(WiredeskError(.notText, "no"), id: 1)
        #expect(!client.feed(error).contains(.close(nil)), "the second is still to be sent")
        #expect(client.feed(Credit(requests: 1, bytes: 0).frame.encoded()).sentFrames?.map(\.id) == [2])
        #expect(
            client.feed(ReplyFormat(encoding: .cbor).error(WiredeskError(.notText, "no"), id: 2)).contains(.close(nil)))
    }

    @Test func cancellingALargeRequestLetsSmallerOnesBehindItGo() {
        let small = Self.request()
        var client = opened { $0.bytes = 400 }
        let first = client.submit(Self.request(String(repeating: "x", count: 200)))
        let large = client.submit(Self.request(String(repeating: "x", count: 300)))
        #expect(client.submit(small).actions.isEmpty)
        #expect(first.actions.sentFrames?.count == 1)
        #expect(client.cancel(large.id).sentFrames?.map(\.id) == [3])
    }

    @Test func aGrantBelowZeroIsNoGrant() {
        var client = ClientSession(hello: ClientHello())
        _ = client.connected()
        _ = client.submit(Self.request())
        let actions = client.feed(Self.greeting { $0.requests = -3 })
        #expect(actions.failures.map(\.code) == [.badReply], "it would wait for ever")
        #expect(actions.closeError?.code == .badReply)
    }

    @Test func aGrantBeyondAllNumbersDoesNotOverflow() {
        var client = opened {
            $0.requests = .max
            $0.bytes = .max
        }
        #expect(client.feed(Credit(requests: .max, bytes: .max).frame.encoded()).isEmpty)
        #expect(client.submit(Self.request()).actions.sentFrames?.count == 1)
    }

    @Test func everyRequestEndsWhenTheConnectionDoes() {
        var client = opened { $0.requests = 1 }
        for _ in 0..<3 { _ = client.submit(Self.request()) }
        let actions = client.disconnected(nil)
        #expect(actions.failures.map(\.code) == [.connectionLost, .connectionLost, .connectionLost])
    }

    @Test func aPeerThatIsNoServerIsToldApart() {
        var client = ClientSession(hello: ClientHello())
        _ = client.connected()
        let actions = client.feed(Array("HTTP/1.1 400 Bad Request\r\n".utf8))
        #expect(actions.closeError?.code == .badReply)
    }

    @Test func aVersionThatNobodyOfferedEndsTheConnection() {
        var client = ClientSession(hello: ClientHello())
        _ = client.connected()
        #expect(client.feed(Self.greeting { $0.version = 2 }).closeError?.code == .badReply)
    }

    @Test func aPingThatIsTooLongIsNotAnswered() {
        var client = opened()
        let actions = client.feed(Frame(.ping, payload: [UInt8](repeating: 0, count: 65)).encoded())
        #expect(actions.closeError?.code == .badReply)
        #expect(actions.sentFrames?.isEmpty ?? true)
    }

    @Test func aLaterErrorKeepsItsWaitingTime() {
        var client = opened()
        let id = client.submit(Self.request()).id
        let body = #"{"code":"tired","message":"later","retryable":true,"retryAfter":400}"#
        let actions = client.feed(Frame(.error, flags: .json, code: 90, id: id, payload: Array(body.utf8)).encoded())
        guard case .failed(id, let error)? = actions.first else {
            Issue.record("no failure in \(actions)")
            return
        }
        #expect(error.isRetryable)
        #expect(error.retryAfterMilliseconds == 400)
    }

    @Test func aServerThatNamesNoCodecCannotInflate() throws {
        let hello: ServerHello = try BodyEncoding.json.decode(
            from: Array(#"{"version":1,"maxFrame":1,"maxRaw":1,"maxHTML":1,"maxText":1,"requests":1,"bytes":1}"#.utf8))
        #expect(hello.codecs.isEmpty)
    }

    @Test func aRefusalKeepsTheServersWords() {
        var client = ClientSession(hello: ClientHello())
        _ = client.connected()
        let refusal = ReplyFormat(encoding: .cbor)
            .error(WiredeskError(.unsupportedVersion, "this server speaks version 7"), id: 0)
        let error = client.feed(Preface.bytes + refusal).closeError
        #expect(error?.code == .unsupportedVersion)
        #expect(error?.message == "this server speaks version 7")
    }

    @Test func anArticleThatNoCreditWouldCoverFailsAtOnce() {
        var client = opened { $0.maxFrame = 100 }
        let actions = client.submit(Self.request(String(repeating: "x", count: 200))).actions
        #expect(actions.failures.map(\.code) == [.articleTooLarge])
    }

    @Test func randomRepliesNeverTrap() {
        var generator = SplitMix(seed: 3)
        for _ in 0..<3000 {
            var client = opened()
            _ = client.submit(Self.request())
            for _ in 0..<8 {
                var bytes = Frame(
                    FrameType.allCases.randomElement(using: &generator)!, code: UInt16(generator.next() % 4),
                    id: generator.next() % 3, payload: (0..<(generator.next() % 20)).map { _ in 0 }
                ).encoded()
                if generator.next() % 3 == 0 {
                    bytes[Int(generator.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: generator.next())
                }
                for case .result(_, let payload) in client.feed(bytes) { _ = try? payload.open(maximumRaw: 100) }
            }
        }
    }
}

extension [ClientSession.Action] {
    var sentBytes: [UInt8] {
        flatMap { action -> [UInt8] in if case .send(let bytes) = action { bytes } else { [] } }
    }

    var sentFrames: [Frame]? { decodeFrames(sentBytes) }

    var failures: [WiredeskError] {
        compactMap { if case .failed(_, let error) = $0 { error } else { nil } }
    }

    var closeError: WiredeskError? {
        for case .close(let error) in self { return error }
        return nil
    }
}
