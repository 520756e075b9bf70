import Dispatch
import Glibc
import Testing

@testable import WiredeskTransport

@Suite final class UnixListenerTests {
    private let folder: String
    private var path: String { folder + "/socket" }
    private var address: Address { .unix(path: path) }

    init() throws {
        var template = Array("/tmp/wiredesk-test-XXXXXX".utf8CString)
        let made = try #require(mkdtemp(&template))
        folder = String(cString: made)
    }

    deinit {
        unlink(folder + "/socket")
        rmdir(folder)
    }

    private func close(_ listener: Listener) {
        let closed = DispatchSemaphore(value: 0)
        listener.close { closed.signal() }
        #expect(closed.wait(timeout: .now() + 5) == .success)
    }

    @Test func servesItsOwnerOnlyAndCleansUp() throws {
        let server = try EchoServer(address)
        var status = stat()
        #expect(lstat(path, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
        let peer = try RawSocket(connectingTo: address)
        peer.send([1, 2])
        #expect(peer.receive(2) == [1, 2])
        close(server.listener)
        #expect(access(path, F_OK) != 0)
    }

    @Test func replacesTheSocketOfADeadServer() throws {
        let dead = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        let name = try SocketAddress(unixPath: path)
        #expect(name.withPointer { bind(dead, $0, $1) } == 0)
        Glibc.close(dead)
        #expect(access(path, F_OK) == 0)
        let server = try EchoServer(address)
        let peer = try RawSocket(connectingTo: address)
        peer.send([9])
        #expect(peer.receive(1) == [9])
        close(server.listener)
    }

    @Test func doesNotReplaceALiveServer() throws {
        let server = try EchoServer(address)
        #expect(throws: TransportError.addressInUse(address)) { _ = try EchoServer(address) }
        let peer = try RawSocket(connectingTo: address)
        peer.send([9])
        #expect(peer.receive(1) == [9])
        close(server.listener)
    }

    @Test func doesNotReplaceAFile() throws {
        let file = creat(path, 0o600)
        Glibc.close(file)
        #expect(throws: TransportError.addressInUse(address)) { _ = try EchoServer(address) }
        #expect(access(path, F_OK) == 0)
    }

    /// Its successor may have started while it drained.
    @Test func doesNotRemoveItsSuccessorsSocket() throws {
        let old = try EchoServer(address)
        unlink(path)
        let new = try EchoServer(address)
        close(old.listener)
        let peer = try RawSocket(connectingTo: address)
        peer.send([3])
        #expect(peer.receive(1) == [3])
        close(new.listener)
        #expect(access(path, F_OK) != 0)
    }

    /// Of several that start together over a dead one's socket, exactly one gets the address, and keeps it.
    @Test func onlyOneOfManyGetsADeadServersSocket() throws {
        for _ in 0..<50 {
            let dead = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            let name = try SocketAddress(unixPath: path)
            #expect(name.withPointer { bind(dead, $0, $1) } == 0)
            Glibc.close(dead)
            let listeners = Locked<[Listener]>([])
            let address = address
            DispatchQueue.concurrentPerform(iterations: 4) { _ in
                if let listener = try? Listener(address, onAccept: { descriptor, _ in Glibc.close(descriptor) }) {
                    listeners.withLock { $0.append(listener) }
                }
            }
            let started = listeners.withLock { $0 }
            #expect(started.count == 1)
            #expect(throws: Never.self) { try RawSocket(connectingTo: address) }
            for listener in started { close(listener) }
        }
    }
}
