import Dispatch
import Testing
import WiredeskEngine
import WiredeskModel

@testable import WiredeskProtocol
@testable import WiredeskServer
@testable import WiredeskTransport

@Suite struct ServerTests {
    private static let article = Array("Mara Quill opened the bridge. It took nine years.".utf8)

    private static let greeting = Preface.bytes + Frame(.hello, payload: CBORWriter.encode(ClientHello())).encoded()

    private static func request(_ id: UInt64, _ change: (inout Frame) -> Void = { _ in }) -> [UInt8] {
        var frame = Frame(
            .request, code: 1, id: id,
            payload: Request.payload(AnalysisOptions(), article: article, encoding: .cbor))
        change(&frame)
        return frame.encoded()
    }

    /// Frames until one satisfies the condition or the server closes.
    private func frames(from peer: RawPeer, afterPreface: Bool = true, until isLast: (Frame) -> Bool) -> [Frame] {
        var decoder = FrameDecoder(maximumFrame: 64 << 20)
        var frames: [Frame] = []
        var preface = afterPreface ? Preface.bytes.count : 0
        while let bytes = peer.receive(within: 30_000), !bytes.isEmpty {
            let skipped = min(preface, bytes.count)
            preface -= skipped
            Array(bytes[skipped...]).withUnsafeBytes { buffer in
                var rest = buffer
                while case .frame(let frame, _)? = (try? decoder.next(&rest)) ?? nil { frames.append(frame) }
            }
            if frames.contains(where: isLast) { break }
        }
        return frames
    }

    private func codes(_ frames: [Frame]) -> [ErrorCode] {
        frames.filter { $0.type == .error }.compactMap { ErrorCode(rawValue: $0.code) }
    }

    /// Waits for something that the server does by itself.
    private func comes(_ condition: () -> Bool, at location: SourceLocation = #_sourceLocation) async throws {
        for _ in 0..<30_000 where !condition() { try await Task.sleep(for: .milliseconds(1)) }
        try #require(condition(), sourceLocation: location)
    }

    @Test func aFullQueueSaysSoAtOnce() async throws {
        let fixture = try ServerFixture {
            $0.workers = 1
            $0.queueDepth = 1
        }
        let peer = try fixture.peer()
        peer.send(Self.greeting + (1...64).flatMap { Self.request($0) })
        peer.halfClose()
        let replies = frames(from: peer) { _ in false }
        let errors = codes(replies)
        #expect(replies.count(where: { $0.type == .result }) + errors.count == 64, "every request is answered once")
        #expect(errors.allSatisfy { $0 == .busy })
        #expect(!errors.isEmpty)
        for frame in replies where frame.type == .error {
            let body = try CBORReader.decode(ErrorBody.self, from: frame.payload)
            #expect(body.retryable)
            #expect((body.retryAfter ?? 0) > 0)
        }
        await fixture.server.drain()
    }

    /// A batch client with all its credit in flight, and someone with one article.
    @Test func oneRequestDoesNotWaitForAnotherConnectionsMany() async throws {
        let fixture = try ServerFixture { $0.workers = 1 }
        let greedy = try fixture.peer()
        let single = try fixture.peer()
        single.send(Self.greeting)
        _ = frames(from: single) { $0.type == .hello }
        let long = Array(repeating: Self.article + [0x20], count: 100).flatMap { $0 }
        let payload = Request.payload(AnalysisOptions(), article: long, encoding: .cbor)
        greedy.send(
            Self.greeting
                + (1...60).flatMap { Frame(.request, code: 1, id: $0, payload: payload).encoded() })
        let first = frames(from: greedy) { $0.type == .result }
        single.send(Self.request(1))
        let answered = frames(from: single, afterPreface: false) { $0.type == .result }
        #expect(answered.contains { $0.type == .result })
        // What was answered to the greedy one meanwhile has arrived too: the same worker did it before.
        var meanwhile = first.count { $0.type == .result }
        while let bytes = greedy.receive(within: 0), !bytes.isEmpty {
            var decoder = FrameDecoder(maximumFrame: 64 << 20)
            bytes.withUnsafeBytes { buffer in
                var rest = buffer
                while case .frame(let frame, _)? = (try? decoder.next(&rest)) ?? nil {
                    if frame.type == .result { meanwhile += 1 }
                }
            }
        }
        #expect(meanwhile < 55, "it waited for \(meanwhile) of 60")
        greedy.halfClose()
        single.halfClose()
        await fixture.server.drain()
    }

    @Test func theMemoryBudgetRefusesWhatDoesNotFit() async throws {
        let fixture = try ServerFixture { $0.memoryBudget = 10 }
        let peer = try fixture.peer()
        peer.send(Self.greeting + Self.request(1))
        #expect(codes(frames(from: peer) { $0.type == .error }) == [.busy])
        await fixture.server.drain()
    }

    /// Frames that grow and never end are answered once they hold half of the memory; whole requests still find room.
    @Test func framesThatDoNotEndLeaveRoomForOthers() async throws {
        let fixture = try ServerFixture { $0.memoryBudget = 1 << 20 }
        let large = Frame(.request, code: 1, id: 1, payload: [UInt8](repeating: 0x20, count: 400 << 10)).encoded()
        let (first, second, third) = (try fixture.peer(), try fixture.peer(), try fixture.peer())
        let arriving = fixture.server.workshop.arrivingMemory
        first.send(Self.greeting + large.dropLast())
        try await comes { arriving.inUse == large.count - 1 }
        second.send(Self.greeting + large.dropLast())
        #expect(codes(frames(from: second) { $0.type == .error }) == [.busy])
        third.send(Self.greeting + Self.request(1))
        #expect(frames(from: third) { $0.type == .result }.contains { $0.type == .result })
        for peer in [first, second, third] { peer.halfClose() }
        await fixture.server.drain()
        #expect(fixture.server.workshop.memory.inUse == 0)
        #expect(arriving.inUse == 0)
    }

    /// Of those that do not read, the one that has read nothing for the longest goes when too much waits for all.
    @Test func repliesThatNobodyReadsHaveALimitInTheWholeServer() async throws {
        let fixture = try ServerFixture {
            $0.memoryBudget = 4 << 20
            $0.maximumPendingBytes = 1 << 20
        }
        var options = AnalysisOptions()
        options.stages = [.reading]
        options.verbatim = true
        let article = Array(repeating: Self.article + [0x0A, 0x0A], count: 1200).flatMap { $0 }
        let payload = Request.payload(options, article: article, encoding: .cbor)
        let requests = (1...3).flatMap { Frame(.request, code: 1, id: $0, payload: payload).encoded() }
        let backlog = fixture.server.backlog
        let deaf = try fixture.peer()
        deaf.send(Self.greeting + requests)
        try await comes { backlog.total > backlog.limit / 2 }
        let late = try fixture.peer()
        late.send(Self.greeting + requests)
        try await comes { fixture.server.counters.results == 6 }
        try await comes { fixture.server.connectionState.connections == 1 }
        #expect(frames(from: deaf) { _ in false }.count { $0.type == .result } < 3)
        late.halfClose()
        #expect(frames(from: late) { _ in false }.count { $0.type == .result } == 3)
        await fixture.server.drain()
        #expect(backlog.total == 0)
    }

    @Test func oneConnectionTooManyIsToldSo() async throws {
        let fixture = try ServerFixture { $0.maximumConnections = 1 }
        let first = try fixture.peer()
        first.send(Self.greeting)
        _ = frames(from: first) { $0.type == .hello }
        let second = try fixture.peer()
        #expect(codes(frames(from: second) { _ in false }) == [.tooManyConnections])
        first.send(Self.request(1))
        #expect(
            frames(from: first, afterPreface: false) { $0.type == .result }.contains { $0.type == .result },
            "the first is not harmed")
        first.halfClose()
        await fixture.server.drain()
    }

    @Test func aSilentPeerIsNotWaitedFor() async throws {
        let fixture = try ServerFixture { $0.session.handshakeTimeout = 50 }
        let silent = try fixture.peer()
        #expect(codes(frames(from: silent) { _ in false }) == [.handshakeTimeout])
        await fixture.server.drain()
    }

    @Test func thePeersTimeDoesNotRunWhileItWaitsForItsTurn() async throws {
        let gate = ChannelGate(width: 1, patience: .seconds(60))
        let pass = await withCheckedContinuation { continuation in
            gate.enter(on: .global()) { continuation.resume(returning: $0) }
        }
        let fixture = try ServerFixture(gate: gate) { $0.session.handshakeTimeout = 500 }
        let early = try fixture.peer()
        early.send(Self.greeting)
        #expect(early.receive(within: 1500) == nil, "three times as long as the handshake may take")
        gate.leave(pass)
        #expect(frames(from: early) { $0.type == .hello }.contains { $0.type == .hello })
        let silent = try fixture.peer()
        #expect(codes(frames(from: silent) { _ in false }) == [.handshakeTimeout], "whose turn it is is not waited for")
        early.halfClose()
        await fixture.server.drain()
    }

    @Test func aFrameThatDoesNotEndEndsTheConnection() async throws {
        let fixture = try ServerFixture { $0.session.partialFrameTimeout = 50 }
        let slow = try fixture.peer()
        slow.send(Self.greeting + Self.request(1).dropLast())
        #expect(codes(frames(from: slow) { _ in false }) == [.partialFrameTimeout])
        await fixture.server.drain()
    }

    @Test func anIdlePeerIsSentAway() async throws {
        let fixture = try ServerFixture { $0.session.idleTimeout = 50 }
        let idle = try fixture.peer()
        idle.send(Self.greeting)
        let farewell = frames(from: idle) { _ in false }
        #expect(farewell.last?.type == .goAway)
        #expect(farewell.last?.code == GoAway.Reason.idle.rawValue)
        await fixture.server.drain()
    }

    @Test func drainAnswersEverythingThatWasAccepted() async throws {
        let fixture = try ServerFixture { $0.workers = 1 }
        let peer = try fixture.peer()
        peer.send(Self.greeting + (1...40).flatMap { Self.request($0) })
        // The last request is on its way in when the first answer comes out.
        let early = frames(from: peer) { $0.type == .result || $0.type == .error }
        let server = fixture.server
        async let drained: Void = server.drain()
        let late = frames(from: peer, afterPreface: false) { _ in false }
        await drained
        let replies = early + late
        let finals = replies.filter { $0.type == .result || $0.type == .error }.map(\.id)
        #expect(finals.sorted() == Array(1...40))
        #expect(replies.contains { $0.type == .goAway })
        #expect(throws: RawPeer.Failure.self) { try fixture.peer() }
    }

    @Test func aDeadlineIsAnsweredWhileTheRequestWaits() async throws {
        let fixture = try ServerFixture { $0.workers = 1 }
        let peer = try fixture.peer()
        // A hundred kilobytes of text keep the one worker busy for longer than a millisecond.
        let long = Array(repeating: Self.article + [0x20], count: 2000).flatMap { $0 }
        let slow = Frame(
            .request, code: 1, id: 1, payload: Request.payload(AnalysisOptions(), article: long, encoding: .cbor))
        peer.send(Self.greeting + slow.encoded() + Self.request(2) { $0.extensions.deadlineMilliseconds = 1 })
        let replies = frames(from: peer) { $0.type == .result }
        #expect(codes(replies) == [.deadlineExceeded])
        #expect(replies.first { $0.type == .error }?.id == 2)
        peer.halfClose()
        await fixture.server.drain()
    }

    @Test func lineModeTellsHealthAndCounters() async throws {
        let fixture = try ServerFixture()
        let peer = try fixture.peer()
        peer.send(Array("health\nSTATS\nquit\n".utf8))
        var text = ""
        while let bytes = peer.receive(within: 5000), !bytes.isEmpty { text += String(decoding: bytes, as: UTF8.self) }
        #expect(text.hasPrefix("OK\nversion="))
        #expect(text.contains(" connections=1 "))
        #expect(text.hasSuffix("\nBYE\n"))
        await fixture.server.drain()
    }
}
