import Dispatch
import Glibc
import Testing

@testable import WiredeskTransport

@Suite struct ChannelClosingTests {
    private let queue = DispatchQueue(label: "test")

    /// Unread input would turn a plain close into a reset that takes the answer with it.
    @Test func thePeerReadsTheLastAnswerAlthoughItKeptSending() throws {
        let answer = pattern(2_000_000)
        let server = try EchoServer(handler: {
            RecordingHandler(onRead: { channel, _ in
                channel.send(answer)
                channel.closeAfterFlush()
            })
        })
        let peer = try RawSocket(connectingTo: server.address)
        DispatchQueue(label: "sender").async { peer.send(pattern(4_000_000)) }
        usleep(100_000)
        #expect(peer.receives(answer))
        #expect(peer.ending() == .end)
        let handler = try #require(server.firstHandler())
        #expect(handler.now.reads == 1)
        peer.close()
        #expect(eventually { handler.isClosed })
        #expect(handler.now.closes == [nil])
    }

    @Test func flushingGivesUpOnAPeerThatDoesNotRead() throws {
        var limits = ChannelLimits()
        limits.flushTime = .milliseconds(50)
        let (descriptor, peer) = RawSocket.pair()
        let channel = Channel(adopting: descriptor, queue: queue, limits: limits)
        let handler = RecordingHandler()
        queue.sync {
            channel.start(handler)
            channel.send(pattern(2_000_000))
            channel.closeAfterFlush()
        }
        #expect(eventually { handler.isClosed })
        #expect(handler.now.closes == [.flushTimedOut])
        withExtendedLifetime(peer) {}
    }

    @Test func lingeringEndsWithoutThePeersHelp() throws {
        var limits = ChannelLimits()
        limits.lingerTime = .milliseconds(50)
        let (descriptor, peer) = RawSocket.pair()
        let channel = Channel(adopting: descriptor, queue: queue, limits: limits)
        let handler = RecordingHandler()
        queue.sync {
            channel.start(handler)
            channel.send([7])
            channel.closeAfterFlush()
        }
        #expect(peer.receive(1) == [7])
        #expect(peer.ending() == .end)
        #expect(eventually { handler.isClosed })
        #expect(handler.now.closes == [nil])
    }

    @Test(arguments: [false, true]) func closingWithAnArmedOrARestingWriteSource(isArmed: Bool) throws {
        let before = processCount(of: "fd")
        for _ in 0..<50 {
            let (descriptor, peer) = RawSocket.pair()
            let channel = Channel(adopting: descriptor, queue: queue)
            let handler = RecordingHandler()
            let message = pattern(1_000_000)
            queue.sync {
                channel.start(handler)
                channel.send(message)
                #expect(channel.pendingBytes > 0)
            }
            if !isArmed {
                #expect(peer.receives(message))
                #expect(eventually { handler.now.drains == 1 })
            }
            queue.sync {
                channel.close()
                channel.close()
            }
            #expect(eventually { handler.isClosed })
            #expect(handler.now.closes == [nil])
        }
        #expect(eventually { processCount(of: "fd") < before + 25 }, "each of the 50 had a descriptor to leak")
    }

    @Test func closingInsideAHandlerIsToldAfterwards() throws {
        let (descriptor, peer) = RawSocket.pair()
        let channel = Channel(adopting: descriptor, queue: queue)
        let handler = RecordingHandler(onRead: { channel, _ in
            channel.close()
            #expect(!channel.isOpen)
        })
        queue.sync { channel.start(handler) }
        peer.send(pattern(500_000))
        #expect(eventually { handler.isClosed })
        usleep(20_000)
        #expect(handler.now.reads == 1)
        #expect(handler.now.closes == [nil])
    }

    /// A burst of connections may have gone before their turn to open comes.
    @Test func closesWhileItWaitsForTheGate() throws {
        let gate = ChannelGate(width: 1, patience: .seconds(60))
        let held = Locked<ChannelGate.Pass?>(nil)
        queue.sync { gate.enter(on: queue) { pass in held.withLock { $0 = pass } } }
        let (descriptor, peer) = RawSocket.pair()
        let channel = Channel(adopting: descriptor, queue: queue, gate: gate)
        let handler = RecordingHandler()
        queue.sync {
            channel.start(handler)
            channel.close()
        }
        #expect(eventually { handler.isClosed })
        gate.leave(try #require(held.withLock { $0 }))
        #expect(peer.ending() == .end)
        #expect(handler.now.closes == [nil])
    }

    @Test func closesWhileItOpens() throws {
        for _ in 0..<50 {
            let (descriptor, peer) = RawSocket.pair()
            let channel = Channel(adopting: descriptor, queue: queue)
            let handler = RecordingHandler()
            queue.sync {
                channel.start(handler)
                channel.close()
            }
            #expect(peer.ending() == .end)
            #expect(handler.isClosed)
        }
    }

    @Test func aChannelThatNeverStartedClosesItsDescriptor() throws {
        let (descriptor, peer) = RawSocket.pair()
        do { _ = Channel(adopting: descriptor, queue: queue) }
        #expect(peer.ending() == .end)
    }

    @Test func aChannelLetsGoOfItsHandler() throws {
        let (descriptor, peer) = RawSocket.pair()
        weak var weakHandler: RecordingHandler?
        weak var weakChannel: Channel?
        do {
            let channel = Channel(adopting: descriptor, queue: queue)
            let handler = RecordingHandler()
            weakHandler = handler
            weakChannel = channel
            queue.sync {
                channel.start(handler)
                channel.send(pattern(1_000_000))
            }
        }
        #expect(weakChannel != nil)
        peer.close()
        #expect(eventually { weakHandler == nil && weakChannel == nil })
    }
}
