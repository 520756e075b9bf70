import Testing
import WiredeskModel

@testable import WiredeskProtocol

/// Event in, action out; no sockets, no clock.
@Suite struct ServerSessionTests {
    private static let agent = "wiredesk/test"

    private func session(_ change: (inout SessionLimits) -> Void = { _ in }) -> ServerSession {
        var limits = SessionLimits()
        change(&limits)
        return ServerSession(limits: limits, agent: Self.agent, now: 0)
    }

    private static func hello(_ change: (inout ClientHello) -> Void = { _ in }) -> [UInt8] {
        var hello = ClientHello()
        change(&hello)
        return Preface.bytes + Frame(.hello, payload: CBORWriter.encode(hello)).encoded()
    }

    private static func request(id: UInt64, text: String = "A story.") -> [UInt8] {
        let payload = Request.payload(AnalysisOptions(), article: Array(text.utf8), encoding: .cbor)
        return Frame(.request, code: 1, id: id, payload: payload).encoded()
    }

    /// An open session and what it said so far is thrown away.
    private func opened(_ change: (inout SessionLimits) -> Void = { _ in }) -> ServerSession {
        var session = session(change)
        _ = session.feed(Self.hello())
        return session
    }

    @Test func handshakeGrantsCredit() throws {
        var session = session()
        let actions = session.feed(Self.hello())
        let sent = try #require(actions.sentFrames(afterPreface: true))
        let hello = try CBORReader.decode(ServerHello.self, from: sent[0].payload)
        #expect(sent.count == 1)
        #expect(hello.requests == 64)
        #expect(hello.bytes == 16 << 20)
        #expect(hello.version == 1)
        #expect(actions.closes == false)
    }

    @Test func aHandshakeInJSONIsAnsweredInJSON() throws {
        var session = session()
        let hello = Frame(.hello, flags: .json, payload: Array(#"{"minVersion":1,"maxVersion":3,"later":[1]}"#.utf8))
        let sent = try #require(session.feed(Preface.bytes + hello.encoded()).sentFrames(afterPreface: true))
        #expect(sent[0].flags == .json)
        #expect(try JSONReader.decode(ServerHello.self, from: sent[0].payload).version == 1)
    }

    @Test func everySplitOfAConversationMeansTheSame() {
        let bytes = Self.hello() + Self.request(id: 1) + Frame(.ping, id: 3).encoded() + Self.request(id: 2)
        var whole = session()
        let expected = whole.feed(bytes).withoutSends
        for split in 0...bytes.count {
            var session = session()
            let actions = session.feed(Array(bytes[..<split])) + session.feed(Array(bytes[split...]))
            #expect(actions.withoutSends == expected, "split at \(split)")
        }
    }

    @Test func theGreetingGoesOutBeforeAnythingThatItsRequestsCause() throws {
        var session = session()
        let actions = session.feed(Self.hello() + Self.request(id: 1))
        guard case .send? = actions.first, case .start? = actions.last else {
            Issue.record("\(actions.count) actions in the wrong order")
            return
        }
    }

    @Test func aFrameWithoutRoomIsAnsweredAndPassedOver() throws {
        var session = opened()
        let wire = Self.request(id: 1, text: String(repeating: "A story. ", count: 20))
        for cut in FrameLimits.header..<wire.count {
            var session = session
            #expect(session.feed(Array(wire[..<cut])).isEmpty)
            #expect(session.heldBytes == cut)
            let actions = session.abandonFrame(WiredeskError(.busy, "no room"))
            #expect(session.heldBytes == 0)
            #expect(actions.errorCodes == [.busy])
            let credit = try #require(actions.sentFrames()?.last)
            #expect(try Credit(credit) == Credit(requests: 1, bytes: wire.count), "what it spent comes back")
            let later = session.feed(wire[cut...] + Self.request(id: 1) + Self.request(id: 2))
            #expect(later.errorCodes == [.duplicateID])
            #expect(later.startedRequests.map(\.id) == [2])
        }
        // Not enough of it is there to say which one it is.
        _ = session.feed(Array(wire[..<7]))
        #expect(session.abandonFrame(WiredeskError(.busy, "no room")).isEmpty)
        #expect(session.feed(Array(wire[7...])).startedRequests.map(\.id) == [1])
    }

    @Test func aRequestIsStartedAndItsReplyReturnsItsCredit() throws {
        var session = opened()
        let wire = Self.request(id: 1)
        let actions = session.feed(wire)
        let request = try #require(actions.startedRequests.first)
        let (options, article) = try request.open()
        #expect(options == AnalysisOptions())
        #expect(article == Array("A story.".utf8))

        let reply = request.replyFormat.error(WiredeskError(.busy, "later", retryAfterMilliseconds: 5), id: 1)
        let sent = try #require(session.finish(reply, id: 1, now: 1).sentFrames())
        #expect(sent.map(\.type) == [.error, .credit])
        #expect(try Credit(sent[1]) == Credit(requests: 1, bytes: wire.count))
        // A second reply to the same request goes nowhere.
        #expect(session.finish(reply, id: 1, now: 1).isEmpty)
    }

    @Test func creditThatIsOverrunIsRefusedAndSpendsNothing() throws {
        var session = opened { $0.credit = Credit(requests: 2, bytes: 1 << 20) }
        let actions = session.feed(Self.request(id: 1) + Self.request(id: 2) + Self.request(id: 3))
        #expect(actions.startedRequests.map(\.id) == [1, 2])
        let errors = try #require(actions.sentFrames()).filter { $0.type == .error }
        #expect(errors.map(\.id) == [3])
        #expect(errors.map(\.code) == [ErrorCode.creditExceeded.rawValue])
    }

    @Test func idsMustGrow() throws {
        var session = opened()
        let actions = session.feed(Self.request(id: 5) + Self.request(id: 5) + Self.request(id: 4))
        #expect(actions.startedRequests.map(\.id) == [5])
        #expect(actions.errorCodes == [.duplicateID, .duplicateID])
    }

    @Test func everyErrorGivesItsRequestsTraceBack() throws {
        func request(id: UInt64, code: UInt16 = 1) -> [UInt8] {
            var frame = Frame(.request, flags: .json, code: code, id: id, payload: [0, 0, 0, 0, 0x41])
            frame.extensions.trace = "trace-\(id)"
            return frame.encoded()
        }
        var session = opened { $0.drainTimeout = 50 }
        let started = session.feed(request(id: 1) + request(id: 2)).startedRequests
        let refused = session.feed(request(id: 3, code: 9))
        // For the log.
        let isTold = refused.contains {
            if case .refused(3, let error, "trace-3") = $0 { error.code == .unknownMethod } else { false }
        }
        #expect(isTold)
        let reply = started[0].replyFormat.error(WiredeskError(.busy, "later"), id: 1)
        var frames = try #require((refused + session.finish(reply, id: 1, now: 1)).sentFrames())
        frames += try #require(session.drain(now: 2).sentFrames())
        frames += try #require(session.timeout(now: 60).sentFrames())
        frames += try #require(Self.errorOfTheConnection().sentFrames(afterPreface: true))
        let errors = frames.filter { $0.type == .error }
        #expect(errors.map(\.id) == [3, 1, 2, 0])
        #expect(errors.map(\.extensions.trace) == ["trace-3", "trace-1", "trace-2", nil])
        // A reply has the encoding of its request, also the last one.
        #expect(errors.dropLast().allSatisfy { $0.flags.contains(.json) })
    }

    private static func errorOfTheConnection() -> [ServerSession.Action] {
        var session = ServerSession(agent: agent, now: 0)
        return session.feed(Preface.bytes + Frame(.ping).encoded())
    }

    @Test func cancelReachesOnlyWhatIsInFlight() {
        var session = opened()
        _ = session.feed(Self.request(id: 1))
        #expect(session.feed(Frame(.cancel, id: 9).encoded()).isEmpty)
        #expect(session.feed(Frame(.cancel, id: 1).encoded()) == [.cancel(1)])
    }

    @Test(
        arguments: [
            ([0xFF, 0xD8, 0xFF], ErrorCode.badPreface),
            ([0x89, 0x50], .badPreface),
            (Preface.bytes + Frame(.ping).encoded(), .handshakeRequired),
            (Preface.bytes + Frame(.hello, payload: [0x80]).encoded(), .badFrame),
            (
                hello {
                    $0.minVersion = 2; $0.maxVersion = 9
                }, .unsupportedVersion
            ),
            (hello() + hello().dropFirst(8), .badFrame),
            (hello() + Frame(.ping, payload: Array(repeating: 0, count: 65)).encoded(), .badFrame),
            (hello() + Frame(.goAway, payload: [1]).encoded(), .badFrame),
            (hello() + request(id: 0), .badFrame),
        ] as [([UInt8], ErrorCode)])
    func errorsThatEndTheConnection(bytes: [UInt8], code: ErrorCode) {
        var session = session()
        let actions = session.feed(bytes)
        #expect(actions.errorCodes.last == code)
        #expect(actions.closes)
        #expect(session.feed(Self.request(id: 9)).isEmpty, "a closed session hears nothing")
    }

    @Test func badRequestsHarmNobodyElse() throws {
        var compressed = Frame(.request, flags: [.compressed], code: 1, id: 2, payload: [1, 2, 3])
        let undeclared = compressed.encoded()
        compressed.id = 3
        compressed.extensions.rawLength = 1 << 30
        let huge = compressed.encoded()
        var lying = Frame(.request, code: 1, id: 4, payload: [0, 0, 0, 0])
        lying.extensions.rawLength = 5
        var late = Frame(.request, code: 1, id: 5, payload: [0, 0, 0, 0])
        late.extensions.deadlineMilliseconds = 0
        let unknown = Frame(.request, code: 77, id: 6).encoded()
        let foreign = Frame(.result, id: 6).encoded()
        let oversized = Frame(.request, code: 1, id: 7, payload: Array(repeating: 0, count: 5 << 20)).encoded()

        var session = opened()
        let bytes =
            Self.request(id: 1) + undeclared + huge + lying.encoded() + late.encoded() + unknown + foreign + oversized
        let actions = session.feed(bytes + Self.request(id: 8))
        #expect(
            actions.errorCodes == [
                .lengthMismatch, .articleTooLarge, .lengthMismatch, .deadlineExceeded, .unknownMethod, .unknownFrame,
                .frameTooLarge,
            ])
        #expect(actions.startedRequests.map(\.id) == [1, 8])
        #expect(!actions.closes)
    }

    @Test func pingIsEchoed() throws {
        var session = opened()
        let sent = try #require(session.feed(Frame(.ping, id: 42, payload: [9]).encoded()).sentFrames())
        #expect(sent == [Frame(.pong, id: 42, payload: [9])])
    }

    @Test func drainFinishesWhatIsInFlight() throws {
        var session = opened()
        let request = try #require(session.feed(Self.request(id: 1)).startedRequests.first)
        let goAway = try #require(session.drain(now: 10).sentFrames())
        #expect(try GoAway(goAway[0]).lastID == 1)
        #expect(session.feed(Self.request(id: 2)).errorCodes == [.goingAway])
        let last = session.finish(request.replyFormat.error(WiredeskError(.internalError, ""), id: 1), id: 1, now: 11)
        #expect(last.closes)
        #expect(last.sentFrames()?.map(\.type) == [.error])
    }

    @Test func drainGivesUpAtItsDeadline() {
        var session = opened()
        _ = session.feed(Self.request(id: 1))
        _ = session.drain(now: 10)
        #expect(session.nextTimeout == 10_010)
        let actions = session.timeout(now: 10_010)
        #expect(actions.errorCodes == [.goingAway])
        #expect(actions.contains(.cancel(1)))
        #expect(actions.closes)
    }

    @Test func halfClosedPeersGetTheirAnswers() throws {
        var session = opened()
        let request = try #require(session.feed(Self.request(id: 1)).startedRequests.first)
        #expect(session.receiveEnd().isEmpty)
        let last = session.finish(request.replyFormat.error(WiredeskError(.busy, ""), id: 1), id: 1, now: 1)
        #expect(last.errorCodes == [.busy])
        #expect(last.closes)
    }

    @Test func timeouts() {
        var silent = session()
        silent.opened(now: 700)
        #expect(silent.nextTimeout == 2700)
        #expect(silent.timeout(now: 2699).isEmpty)
        #expect(silent.timeout(now: 2700).errorCodes == [.handshakeTimeout])

        var waiting = session()
        #expect(waiting.timeout(now: 2000).isEmpty, "it cannot be heard yet")
        #expect(waiting.timeout(now: 300_000).errorCodes == [.handshakeTimeout], "nor is it waited for without end")

        var slow = opened()
        _ = slow.feed([1, 2, 3], now: 500)
        _ = slow.feed([4], now: 9000)
        #expect(slow.nextTimeout == 10_500, "counted from the frame's first byte")
        #expect(slow.timeout(now: 10_500).errorCodes == [.partialFrameTimeout])

        var idle = opened()
        let actions = idle.timeout(now: 300_000)
        #expect(actions.sentFrames()?.map(\.type) == [.goAway])
        #expect(actions.closes)

        var busy = opened()
        _ = busy.feed(Self.request(id: 1), now: 0)
        #expect(busy.nextTimeout == nil, "a request in flight is not idleness")
    }

    @Test func lineMode() {
        var session = session()
        #expect(session.feed(Array("ping\r\nHEALTH now\n".utf8)) == [.answer(.ping), .answer(.health)])
        #expect(session.reply(line: "PONG") == [.send(Array("PONG\n".utf8))])
        #expect(
            session.feed(Array("GET / HTTP/1.1\r\n".utf8)) == [.send(Array("ERR unknown command, try HELP\n".utf8))])
        #expect(session.feed(Array("QUIT\n".utf8)) == [.answer(.quit), .close(nil)])
    }

    @Test(arguments: [Array(repeating: UInt8(0x41), count: 300), [0x16, 0x03, 0x01]])
    func whatIsNoLineEndsLineMode(bytes: [UInt8]) {
        var session = session()
        #expect(session.feed(bytes).closes)
    }

    @Test func crcIsSentOnceBothSidesWantIt() throws {
        var session = session()
        let hello = try #require(session.feed(Self.hello { $0.crc32 = true }).sentFrames(afterPreface: true))
        #expect(hello[0].extensions.crc32 == nil)
        let pong = try #require(session.feed(Frame(.ping, id: 1).encoded(withCRC: true)).sentFrames())
        #expect(pong[0].extensions.crc32 != nil)
    }

    @Test func randomConversationsNeverTrap() {
        var generator = SplitMix(seed: 2)
        for _ in 0..<3000 {
            var session = opened()
            for _ in 0..<8 {
                var bytes = Frame(
                    FrameType.allCases.randomElement(using: &generator)!, code: UInt16(generator.next() % 4),
                    id: generator.next() % 6, payload: (0..<(generator.next() % 20)).map { _ in 0 }
                ).encoded()
                if generator.next() % 3 == 0 {
                    bytes[Int(generator.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: generator.next())
                }
                for request in session.feed(bytes).startedRequests {
                    _ = try? request.open()
                    _ = session.finish([], id: request.id, now: 1)
                }
            }
        }
    }
}
