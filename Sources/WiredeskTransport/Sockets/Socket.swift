import Glibc

/// The system calls on sockets that listener, connector and channel share. A descriptor here is owned by the caller.
enum Socket {
    /// Opens a non-blocking stream socket that no child process inherits.
    static func open(family: Int32) -> Int32 {
        let flags = Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        return socket(family, Int32(SOCK_STREAM.rawValue) | flags, 0)
    }

    /// Takes one waiting connection.
    ///
    /// Swift's Glibc module does not show `accept4`, hence the two extra calls. The gap between them matters only to a
    /// process that starts children, which this one does not.
    static func accept(_ listener: Int32) -> Accepted {
        var descriptor: Int32 = -1
        let peer = SocketAddress { address, length in
            repeat { descriptor = Glibc.accept(listener, address, length) } while descriptor < 0 && errno == EINTR
            return descriptor >= 0
        }
        guard let peer else { return .failed(errno: errno) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        makeNonBlocking(descriptor)
        return .connection(descriptor, peer)
    }

    enum Accepted {
        case connection(Int32, SocketAddress)
        case failed(errno: Int32)
    }

    static func makeNonBlocking(_ descriptor: Int32) {
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }

    static func setOption(_ option: Int32, level: Int32, _ value: Int32, on descriptor: Int32) {
        var value = value
        _ = setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
    }

    /// Sends small frames at once instead of waiting for the peer's acknowledgement. Does nothing to a Unix socket.
    static func sendWithoutDelay(_ descriptor: Int32) {
        setOption(Int32(TCP_NODELAY), level: Int32(IPPROTO_TCP), 1, on: descriptor)
    }

    /// Makes the coming `close` drop unsent bytes and reset the connection, so that the kernel does not hold on to the
    /// send buffer of a peer that does not read.
    static func resetOnClose(_ descriptor: Int32) {
        var option = linger(l_onoff: 1, l_linger: 0)
        _ = setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    }

    /// Takes the pending error of a socket, 0 for none.
    static func takeError(_ descriptor: Int32) -> Int32 {
        var code: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        return getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &length) == 0 ? code : errno
    }

    /// Whether it is a stream socket that listens.
    static func isListening(_ descriptor: Int32) -> Bool {
        option(SO_TYPE, on: descriptor) == Int32(SOCK_STREAM.rawValue) && option(SO_ACCEPTCONN, on: descriptor) == 1
    }

    private static func option(_ option: Int32, on descriptor: Int32) -> Int32? {
        var value: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        return getsockopt(descriptor, SOL_SOCKET, option, &value, &length) == 0 ? value : nil
    }

    static func connect(_ descriptor: Int32, to address: SocketAddress) -> Int32 {
        address.withPointer { Glibc.connect(descriptor, $0, $1) == 0 ? 0 : errno }
    }
}
