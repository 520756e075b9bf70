import Dispatch
import Glibc
import Testing

@testable import WiredeskTransport

@Suite struct ListenerTests {
    @Test(arguments: ["127.0.0.1", "::1", "localhost"]) func portZeroBecomesARealOne(host: String) throws {
        let server = try EchoServer(.tcp(host: host, port: 0))
        guard case .tcp(_, let port) = server.address else {
            Issue.record("not TCP")
            return
        }
        #expect(port != 0)
        let peer = try RawSocket(connectingTo: server.address)
        peer.send([1, 2, 3])
        #expect(peer.receive(3) == [1, 2, 3])
    }

    @Test func aPortInUseIsRefused() throws {
        let server = try EchoServer()
        #expect(throws: TransportError.addressInUse(server.address)) { _ = try EchoServer(server.address) }
    }

    @Test func anAddressOfSomeoneElseIsRefused() throws {
        let error = #expect(throws: TransportError.self) { _ = try EchoServer(.tcp(host: "192.0.2.1", port: 0)) }
        #expect(error?.description.contains("192.0.2.1:0") == true)
    }

    @Test func acceptedSocketsDoNotDelayNorPassToChildren() throws {
        let flags = Locked<[Int32]>([])
        let listener = try Listener(.tcp(host: "127.0.0.1", port: 0)) { descriptor, peer in
            var noDelay: Int32 = 0
            var length = socklen_t(MemoryLayout<Int32>.size)
            getsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &noDelay, &length)
            let close = fcntl(descriptor, F_GETFD) & FD_CLOEXEC
            let nonBlocking = fcntl(descriptor, F_GETFL) & O_NONBLOCK
            flags.withLock { $0 = [noDelay, close, nonBlocking] }
            Glibc.close(descriptor)
        }
        listener.start()
        let peer = try RawSocket(connectingTo: listener.boundAddress)
        #expect(peer.ending() == .end)
        #expect(flags.withLock { $0 } == [1, FD_CLOEXEC, O_NONBLOCK])
        listener.close()
    }

    /// A process without descriptors must neither spin nor forget the connections that wait.
    @Test func runsOutOfDescriptorsAndRecovers() throws {
        let calls = Locked((failed: 0, accepted: 0))
        let listener = try Listener(
            .tcp(host: "127.0.0.1", port: 0),
            accept: { descriptor in
                let fails = calls.withLock { calls in
                    if calls.failed < 2 { calls.failed += 1 } else { return false }
                    return true
                }
                return fails ? .failed(errno: EMFILE) : Socket.accept(descriptor)
            },
            onAccept: { descriptor, _ in
                calls.withLock { $0.accepted += 1 }
                Glibc.close(descriptor)
            })
        listener.start()
        let begin = ContinuousClock.now
        let first = try RawSocket(connectingTo: listener.boundAddress)
        let second = try RawSocket(connectingTo: listener.boundAddress)
        #expect(first.ending() == .end)
        #expect(second.ending() == .end)
        #expect(ContinuousClock.now - begin >= Listener.starvedPause * 2)
        #expect(calls.withLock { [$0.failed, $0.accepted] } == [2, 2])
        listener.close()
    }

    @Test func aPausedListenerLeavesConnectionsInTheBacklog() throws {
        let server = try EchoServer()
        server.listener.pause()
        let peer = try RawSocket(connectingTo: server.address)
        peer.send([5])
        usleep(50_000)
        #expect(server.handlers.withLock { $0.isEmpty })
        server.listener.resume()
        #expect(peer.receive(1) == [5])
    }

    @Test(arguments: [false, true]) func aClosedListenerFreesItsPort(isPaused: Bool) throws {
        let server = try EchoServer()
        if isPaused { server.listener.pause() }
        let closed = DispatchSemaphore(value: 0)
        server.listener.close { closed.signal() }
        #expect(closed.wait(timeout: .now() + 5) == .success)
        #expect(throws: TransportError.self) { _ = try RawSocket(connectingTo: server.address) }
        _ = try EchoServer(server.address)
    }
}
