import Glibc

@testable import WiredeskTransport

/// The other end of a connection under test: a plain blocking socket that gives up after ten seconds.
final class RawSocket: @unchecked Sendable {
    private(set) var descriptor: Int32

    init(adopting descriptor: Int32) {
        self.descriptor = descriptor
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close() }

    /// - Parameter receiveBuffer: the kernel's buffer, in bytes; small to play a slow reader.
    convenience init(connectingTo address: Address, receiveBuffer: Int32? = nil) throws {
        let target =
            switch address {
            case .unix(let path): try SocketAddress(unixPath: path)
            case .tcp(let host, let port): try SocketAddress.resolve(host: host, port: port, passive: false)[0]
            }
        let descriptor = socket(target.family, Int32(SOCK_STREAM.rawValue), 0)
        if let receiveBuffer { Socket.setOption(SO_RCVBUF, level: SOL_SOCKET, receiveBuffer, on: descriptor) }
        let code = Socket.connect(descriptor, to: target)
        guard code == 0 else {
            Glibc.close(descriptor)
            throw TransportError.connecting(to: address, errno: code)
        }
        self.init(adopting: descriptor)
    }

    /// A Unix pair: the first end for a channel, the second for the test.
    static func pair() -> (Int32, RawSocket) { pair(SOCK_STREAM) }

    /// The same, keeping the boundaries of what is sent.
    static func seqpacketPair() -> (Int32, RawSocket) { pair(SOCK_SEQPACKET) }

    private static func pair(_ type: __socket_type) -> (Int32, RawSocket) {
        var ends: [Int32] = [0, 0]
        let status = socketpair(AF_UNIX, Int32(type.rawValue), 0, &ends)
        precondition(status == 0)
        return (ends[0], RawSocket(adopting: ends[1]))
    }

    /// How many of the bytes went out before an error or the ten seconds.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Int {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress! + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { break }
            sent += count
        }
        return sent
    }

    /// Sends without waiting until the kernel takes no more; gives how much it took.
    func sendUntilFull(_ bytes: [UInt8]) -> Int {
        bytes.withUnsafeBytes {
            max(0, Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_DONTWAIT | MSG_NOSIGNAL)))
        }
    }

    /// Exactly this many bytes, or fewer at the end of the stream, an error or after ten seconds.
    func receive(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var received = 0
        while received < count {
            let more = bytes.withUnsafeMutableBytes {
                recv(descriptor, $0.baseAddress! + received, count - received, 0)
            }
            guard more > 0 else { break }
            received += more
        }
        return Array(bytes[..<received])
    }

    /// Whether exactly these bytes come next. A plain yes or no: on a failed comparison of long arrays the test runner
    /// would work out their difference for minutes.
    func receives(_ expected: [UInt8]) -> Bool { receive(expected.count) == expected }

    enum Ending: Equatable {
        case end
        case failed(errno: Int32)
        case more
    }

    /// What comes next when nothing more should.
    func ending() -> Ending {
        var byte: UInt8 = 0
        let count = recv(descriptor, &byte, 1, 0)
        return count == 0 ? .end : count > 0 ? .more : .failed(errno: errno)
    }

    func halfClose() { shutdown(descriptor, Int32(SHUT_WR)) }

    func close() {
        guard descriptor >= 0 else { return }
        Glibc.close(descriptor)
        descriptor = -1
    }

    func reset() {
        Socket.resetOnClose(descriptor)
        close()
    }
}
