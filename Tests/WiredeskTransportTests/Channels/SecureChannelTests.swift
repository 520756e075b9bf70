import Dispatch
import Glibc
import TestCertificates
import Testing

@testable import WiredeskTransport

#if TLS
    /// Channels with TLS between them.
    @Suite(.enabled(if: TestCertificates.canBeMade, "no openssl command")) struct SecureChannelTests {
        private static let certificates = Result { try TestCertificates() }

        private let server: TLSContext
        private let client: TLSContext

        init() throws {
            let certificates = try Self.certificates.get()
            server = try TLSContext(
                server: TLSIdentity(
                    certificateFile: certificates.certificate("server"), keyFile: certificates.key("server")))
            client = try TLSContext(clientTrusting: certificates.certificate("root"))
        }

        private func pair() -> (Int32, Int32) {
            var ends: [Int32] = [-1, -1]
            _ = socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends)
            return (ends[0], ends[1])
        }

        /// A channel that has started, with the layer.
        private func start(
            _ descriptor: Int32, _ layer: any SecureLayer, _ handler: RecordingHandler,
            limits: ChannelLimits = ChannelLimits(), answer: @escaping @Sendable (UInt8) -> [UInt8] = { _ in [] }
        ) -> Channel {
            let channel = Channel(
                adopting: descriptor, queue: DispatchQueue(label: "test"), limits: limits)
            channel.secure(with: layer, answerToPlaintext: answer)
            channel.queue.async { channel.start(handler) }
            return channel
        }

        @Test(arguments: [1 << 20, 4096]) func echoesMegabytes(readAhead: Int) throws {
            let (near, far) = pair()
            var limits = ChannelLimits()
            limits.readAheadBytes = readAhead
            let echo = RecordingHandler.echo()
            let peer = RecordingHandler()
            _ = start(far, server.makeLayer(), echo, limits: limits)
            // Whoever sends all at once has to read meanwhile: the other side stops when it is not read from.
            limits.congestionBytes = limits.maximumPendingBytes
            let channel = start(near, client.makeLayer(host: "localhost"), peer, limits: limits)
            let message = pattern(3_000_000)
            channel.queue.async {
                // Before the handshake, and in pieces that fit no record.
                for start in stride(from: 0, to: message.count, by: 70_001) {
                    channel.send(Array(message[start..<min(start + 70_001, message.count)]))
                }
            }
            #expect(eventually(within: .seconds(30)) { peer.now.bytes.count == message.count })
            let isSame = peer.received(message)
            #expect(isSame)
            channel.queue.async { channel.closeAfterFlush() }
            #expect(eventually { peer.isClosed && echo.isClosed })
            #expect(peer.now.closes == [nil])
            #expect(echo.now.closes == [nil])
            #expect(echo.now.ends == 1)
        }

        @Test func bothEndsExportTheSameKeyAndOtherConnectionsAnother() throws {
            let keys = Locked<[[UInt8]]>([])
            for round in 1...2 {
                let (near, far) = pair()
                let take: @Sendable (Channel, UnsafeRawBufferPointer) -> Void = { channel, _ in
                    keys.withLock { $0.append(channel.exportedKey ?? []) }
                }
                let server = start(far, server.makeLayer(), RecordingHandler(onRead: take))
                let client = start(near, client.makeLayer(host: "localhost"), RecordingHandler(onRead: take))
                client.queue.async { client.send([1]) }
                server.queue.async { server.send([2]) }
                #expect(eventually { keys.withLock { $0.count } == 2 * round })
                client.queue.async { client.close() }
                server.queue.async { server.close() }
            }
            let found = keys.withLock { $0 }
            try #require(found.count == 4)
            #expect(found[0].count == 32)
            #expect(found[0] == found[1])
            #expect(found[2] == found[3])
            #expect(found[0] != found[2])
        }

        /// Whoever cuts the connection cannot make it look as if the peer had ended.
        @Test func anEndThatIsNotTheLayersIsATruncation() throws {
            let (near, far) = pair()
            let handler = RecordingHandler()
            _ = start(far, server.makeLayer(), handler)
            let peer = RecordingHandler()
            let channel = start(near, client.makeLayer(host: "localhost"), peer)
            channel.queue.async { channel.send([1, 2, 3]) }
            #expect(eventually { handler.received([1, 2, 3]) })
            shutdown(near, Int32(SHUT_WR))
            #expect(eventually { handler.isClosed })
            #expect(handler.now.closes == [.insecure(.truncated)])
            #expect(handler.now.ends == 0)
            channel.queue.async { channel.close() }
        }

        @Test func plainBytesAreAnsweredPlainly() throws {
            let (near, far) = pair()
            let handler = RecordingHandler()
            _ = start(far, server.makeLayer(), handler) { [$0, 0x21] }
            let peer = RawSocket(adopting: near)
            peer.send([0x50, 0x49])
            #expect(peer.receives([0x50, 0x21]))
            #expect(peer.ending() == .end)
            shutdown(near, Int32(SHUT_RDWR))
            #expect(eventually { handler.isClosed })
            #expect(handler.now.closes == [.insecure(.notTLS)])
            #expect(handler.now.bytes.isEmpty)
        }

        /// Any change of a byte on the way ends the connection; none reaches the handler.
        @Test func damagedBytesAreNotDelivered() throws {
            for position in stride(from: 0, to: 2000, by: 97) {
                let (near, middleNear) = pair()
                let (middleFar, far) = pair()
                let handler = RecordingHandler()
                let peer = RecordingHandler()
                _ = start(far, server.makeLayer(), handler)
                let channel = start(near, client.makeLayer(host: "localhost"), peer)
                let message = pattern(2000)
                channel.queue.async { channel.send(message) }
                let relay = DamagingRelay(from: middleNear, to: middleFar, damaging: position)
                #expect(eventually { handler.isClosed || peer.isClosed })
                let isBeginning = message.starts(with: handler.now.bytes)
                #expect(isBeginning)
                #expect(handler.now.bytes.count < message.count)
                channel.queue.async { channel.close() }
                relay.stop()
            }
        }
    }

    /// Passes bytes on in both directions and turns one bit of one byte of the first.
    private final class DamagingRelay: Sendable {
        private let descriptors: [Int32]

        init(from near: Int32, to far: Int32, damaging position: Int) {
            descriptors = [near, far]
            Thread.relay(near, far, damaging: position)
            Thread.relay(far, near, damaging: .max)
        }

        func stop() {
            for descriptor in descriptors { shutdown(descriptor, Int32(SHUT_RDWR)) }
        }

        private enum Thread {
            static func relay(_ source: Int32, _ target: Int32, damaging position: Int) {
                DispatchQueue.global().async {
                    var buffer = [UInt8](repeating: 0, count: 4096)
                    var passed = 0
                    while true {
                        let count = read(source, &buffer, buffer.count)
                        guard count > 0 else { break }
                        if passed <= position, position < passed + count { buffer[position - passed] ^= 1 }
                        passed += count
                        guard send(target, buffer, count, Int32(MSG_NOSIGNAL)) == count else { break }
                    }
                    shutdown(target, Int32(SHUT_WR))
                }
            }
        }
    }
#endif
