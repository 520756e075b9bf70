import Dispatch
import Glibc
import Testing

@testable import WiredeskTransport

@Suite struct ConnectorTests {
    @Test func connectsAndTalks() async throws {
        let server = try EchoServer()
        let descriptor = try await Connector.connect(to: server.address, timeout: .seconds(5))
        let peer = RawSocket(adopting: descriptor)
        peer.send([1, 2, 3])
        #expect(peer.receive(3) == [1, 2, 3])
    }

    /// The name has an IPv6 and an IPv4 address on most machines; the server listens at one.
    @Test func triesEveryAddressOfAName() async throws {
        let server = try EchoServer(.tcp(host: "127.0.0.1", port: 0))
        guard case .tcp(_, let port) = server.address else { return }
        let descriptor = try await Connector.connect(to: .tcp(host: "localhost", port: port), timeout: .seconds(5))
        close(descriptor)
    }

    @Test func aClosedPortIsUnreachable() async throws {
        let server = try EchoServer()
        let address = server.address
        await withCheckedContinuation { continuation in server.listener.close { continuation.resume() } }
        await #expect(throws: TransportError.unreachable(address, errno: ECONNREFUSED)) {
            try await Connector.connect(to: address, timeout: .seconds(5))
        }
    }

    @Test(arguments: [
        (TransportError.connecting(to: .tcp(host: "::1", port: 1), errno: ECONNREFUSED), ["[::1]:1", "refused"]),
        (.connecting(to: .unix(path: "/x"), errno: EACCES), ["unix:/x", "Permission denied"]),
        (.connecting(to: .unix(path: "/x"), errno: ETIMEDOUT), ["unix:/x", "in time"]),
    ])
    func anErrorNamesTheAddressAndTheReason(error: TransportError, parts: [String]) {
        for part in parts { #expect(error.description.contains(part)) }
    }

    @Test func aMissingSocketFileIsUnreachable() async throws {
        let address = Address.unix(path: "/tmp/wiredesk-test-no-such-socket")
        await #expect(throws: TransportError.unreachable(address, errno: ENOENT)) {
            try await Connector.connect(to: address, timeout: .seconds(5))
        }
    }

    @Test func aNameWithoutAddressIsUnresolved() async throws {
        let error = await #expect(throws: TransportError.self) {
            try await Connector.connect(to: .tcp(host: "no-such-host.invalid", port: 1), timeout: .seconds(20))
        }
        guard case .unresolved? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    /// A server that accepts nothing: once its backlog is full the kernel drops what asks for a connection.
    private func fullServer() throws -> (Int32, Address, [RawSocket]) {
        let descriptor = try ListeningSocket.open(host: "127.0.0.1", port: 0, backlog: 0)
        let address = try #require(SocketAddress(boundTo: descriptor)).address
        return (descriptor, address, [try RawSocket(connectingTo: address)])
    }

    @Test func givesUpAfterTheTimeout() async throws {
        let (descriptor, address, waiting) = try fullServer()
        defer { close(descriptor) }
        let begin = ContinuousClock.now
        await #expect(throws: TransportError.timedOut(address)) {
            try await Connector.connect(to: address, timeout: .milliseconds(100))
        }
        let took = ContinuousClock.now - begin
        #expect(took >= .milliseconds(100) && took < .seconds(60), "the system itself gives up after two minutes")
        withExtendedLifetime(waiting) {}
    }

    @Test func endsWhenTheTaskIsCancelled() async throws {
        let (descriptor, address, waiting) = try fullServer()
        defer { close(descriptor) }
        let task = Task { try await Connector.connect(to: address, timeout: .seconds(60)) }
        try await Task.sleep(for: .milliseconds(50))
        task.cancel()
        await #expect(throws: TransportError.cancelled(address)) { try await task.value }
        withExtendedLifetime(waiting) {}
    }

    @Test func waitsForAUnixServerWithAFullBacklog() async throws {
        let path = "/tmp/wiredesk-test-backlog-\(getpid())"
        let (descriptor, file) = try ListeningSocket.open(path: path, mode: 0o600, backlog: 0)
        defer {
            file?.remove()
            close(descriptor)
        }
        let first = try await Connector.connect(to: .unix(path: path), timeout: .seconds(5))
        let task = Task { try await Connector.connect(to: .unix(path: path), timeout: .seconds(5)) }
        try await Task.sleep(for: .milliseconds(50))
        guard case .connection(let accepted, _) = Socket.accept(descriptor) else {
            Issue.record("nothing to accept")
            return
        }
        let second = try await task.value
        for opened in [first, second, accepted] { close(opened) }
    }
}
