import Dispatch
import Glibc
import Testing

@testable import WiredeskTransport

@Suite struct ChannelWritingTests {
    private let queue = DispatchQueue(label: "test")

    @Test func closesASlowReaderAtTheLimit() throws {
        let (descriptor, peer) = RawSocket.pair()
        var limits = ChannelLimits()
        limits.maximumPendingBytes = 1 << 20
        let channel = Channel(adopting: descriptor, queue: queue, limits: limits)
        let handler = RecordingHandler()
        let block = pattern(64 << 10)
        queue.sync {
            channel.start(handler)
            for _ in 0..<64 {
                channel.send(block)
                #expect(channel.pendingBytes <= limits.maximumPendingBytes)
            }
            #expect(!channel.isOpen)
            channel.send(block)
            #expect(channel.pendingBytes == 0)
        }
        #expect(eventually { handler.isClosed })
        #expect(handler.now.closes == [.slowReader(limit: 1 << 20)])
        withExtendedLifetime(peer) {}
    }

    @Test func keepsWhatTheSocketDoesNotTakeAndSaysWhenItIsGone() throws {
        let (descriptor, peer) = RawSocket.pair()
        let channel = Channel(adopting: descriptor, queue: queue)
        let handler = RecordingHandler()
        let message = pattern(3_000_000)
        let pending = queue.sync {
            channel.start(handler)
            for start in stride(from: 0, to: message.count, by: 10_000) {
                channel.send(Array(message[start..<start + 10_000]))
            }
            return channel.pendingBytes
        }
        #expect(pending > 0)
        #expect(peer.receives(message))
        #expect(eventually { handler.now.drains == 1 })
        // Twice, because the write source is used again after its rest.
        queue.sync { channel.send(message) }
        #expect(peer.receives(message))
        #expect(eventually { handler.now.drains == 2 })
        #expect(queue.sync { channel.bytesSent } == 6_000_000)
        queue.sync { channel.close() }
    }

    @Test func doesNotReadFromAPeerThatDoesNotRead() throws {
        var limits = ChannelLimits()
        limits.congestionBytes = 64 << 10
        limits.readAheadBytes = 64 << 10
        let (descriptor, peer) = RawSocket.pair()
        let channel = Channel(adopting: descriptor, queue: queue, limits: limits)
        let handler = RecordingHandler.echo()
        queue.sync { channel.start(handler) }
        let message = pattern(8 << 20)
        var sent = 0
        for _ in 0..<20 {
            sent += peer.sendUntilFull(Array(message[sent...]))
            usleep(10_000)
        }
        #expect(sent < 4 << 20)
        #expect(queue.sync { channel.pendingBytes } < 256 << 10)
        let rest = Array(message[sent...])
        DispatchQueue(label: "sender").async { peer.send(rest) }
        #expect(peer.receives(message))
        queue.sync { channel.close() }
    }

    @Test func gathersSmallSendsIntoOne() throws {
        let ends = RawSocket.seqpacketPair()
        let channel = Channel(adopting: ends.0, queue: queue)
        queue.sync {
            channel.start(RecordingHandler())
            channel.gatherSends {
                for byte in UInt8(1)...5 { channel.send([byte]) }
            }
        }
        // A packet socket shows the calls: one packet each.
        var packet = [UInt8](repeating: 0, count: 16)
        #expect(recv(ends.1.descriptor, &packet, 16, 0) == 5)
        queue.sync { channel.close() }
    }

    @Test func keepsTheOrderOfSmallAndLargeSends() throws {
        let (descriptor, peer) = RawSocket.pair()
        let channel = Channel(adopting: descriptor, queue: queue)
        let parts = [10, 40_000, 3, 20_000, 300_000, 5, 5, 70_000].enumerated().map { pattern($1, seed: UInt32($0)) }
        queue.sync {
            channel.start(RecordingHandler())
            channel.gatherSends {
                for part in parts { channel.send(part) }
            }
        }
        let message = parts.flatMap { $0 }
        #expect(peer.receives(message))
        queue.sync { channel.close() }
    }

    @Test func sendingToAPeerThatHasGoneClosesTheChannel() throws {
        let (descriptor, peer) = RawSocket.pair()
        let channel = Channel(adopting: descriptor, queue: queue)
        let handler = RecordingHandler()
        peer.close()
        queue.sync {
            channel.start(handler)
            channel.send([1])
        }
        #expect(eventually { handler.isClosed })
        #expect(handler.now.closes == [.reset])
    }
}
