import Dispatch
import Glibc
import Testing

@testable import WiredeskTransport

@Suite struct ChannelReadingTests {
    @Test func echoesAWholeMessage() throws {
        let server = try EchoServer()
        let peer = try RawSocket(connectingTo: server.address)
        let message = pattern(64)
        peer.send(message)
        try #require(peer.receives(message))
    }

    /// The default low-water mark of Dispatch I/O would hold all of these back.
    @Test func echoesByteByByte() throws {
        let server = try EchoServer()
        let peer = try RawSocket(connectingTo: server.address)
        for byte in pattern(100) {
            peer.send([byte])
            try #require(peer.receives([byte]))
        }
    }

    /// Passes many renewals of the read, the congestion mark and full sockets on both sides.
    @Test(arguments: [1 << 20, 64 << 10, 4096]) func echoesMegabytes(readAhead: Int) throws {
        var limits = ChannelLimits()
        limits.readAheadBytes = readAhead
        let server = try EchoServer(limits: limits)
        let peer = try RawSocket(connectingTo: server.address)
        let message = pattern(5_000_000)
        let sender = DispatchQueue(label: "sender")
        sender.async {
            peer.send(message)
            peer.halfClose()
        }
        #expect(peer.receives(message))
        #expect(peer.ending() == .end)
        let handler = try #require(server.firstHandler())
        #expect(eventually { handler.isClosed })
        #expect(handler.now.closes == [nil])
    }

    @Test func stillAnswersAfterTheEndOfTheStream() throws {
        let server = try EchoServer(handler: {
            RecordingHandler(onEnd: { channel in
                channel.queue.asyncAfter(deadline: .now() + .milliseconds(50)) {
                    channel.send([1, 2, 3])
                    channel.closeAfterFlush()
                }
            })
        })
        let peer = try RawSocket(connectingTo: server.address)
        peer.halfClose()
        #expect(peer.receive(3) == [1, 2, 3])
        #expect(peer.ending() == .end)
        let handler = try #require(server.firstHandler())
        #expect(eventually { handler.isClosed })
        #expect(handler.now.ends == 1)
        #expect(handler.now.closes == [nil])
    }

    @Test func reportsAResetOnce() throws {
        let server = try EchoServer(handler: { RecordingHandler() })
        let peer = try RawSocket(connectingTo: server.address)
        peer.send([1])
        let handler = try #require(server.firstHandler())
        #expect(eventually { handler.now.reads == 1 })
        peer.reset()
        #expect(eventually { handler.isClosed })
        #expect(handler.now.closes == [.reset])
        #expect(handler.now.ends == 0)
    }

    @Test func pausedChannelLeavesThePeerWaiting() throws {
        let queue = DispatchQueue(label: "test")
        let (descriptor, peer) = RawSocket.pair()
        var limits = ChannelLimits()
        limits.readAheadBytes = 64 << 10
        let channel = Channel(adopting: descriptor, queue: queue, limits: limits)
        let handler = RecordingHandler()
        queue.sync {
            channel.start(handler)
            channel.pauseReading()
        }
        let message = pattern(4 << 20)
        var sent = 0
        // Full for good is full twice with a while between.
        for _ in 0..<20 {
            sent += peer.sendUntilFull(Array(message[sent...]))
            usleep(10_000)
        }
        #expect(sent < 2 << 20, "the kernel's buffers and the read-ahead are all that fits")
        #expect(handler.now.reads == 0)

        queue.sync { channel.resumeReading() }
        let rest = Array(message[sent...])
        DispatchQueue(label: "sender").async {
            peer.send(rest)
            peer.halfClose()
        }
        #expect(eventually { handler.now.ends == 1 })
        #expect(handler.received(message))
        queue.sync { channel.close() }
    }

    /// What a paused channel has already taken from the socket comes later, in order, and so does the end.
    @Test func holdsBytesAndEndOverAPause() throws {
        let queue = DispatchQueue(label: "test")
        let (descriptor, peer) = RawSocket.pair()
        let channel = Channel(adopting: descriptor, queue: queue)
        let handler = RecordingHandler(onRead: { channel, _ in channel.pauseReading() })
        queue.sync { channel.start(handler) }
        peer.send([1])
        #expect(eventually { handler.now.bytes == [1] })
        peer.send([2, 3])
        peer.halfClose()
        usleep(50_000)
        #expect(handler.now.bytes == [1])
        #expect(handler.now.ends == 0)
        queue.sync { channel.resumeReading() }
        #expect(eventually { handler.now.bytes == [1, 2, 3] })
        #expect(handler.now.ends == 0, "the handler paused again, so the end waits")
        queue.sync { channel.resumeReading() }
        #expect(eventually { handler.now.ends == 1 })
        queue.sync { channel.close() }
    }
}
