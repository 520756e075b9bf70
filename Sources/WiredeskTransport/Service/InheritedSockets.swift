import Glibc

/// Listening sockets that whoever started the process has opened for it, as systemd's socket units do
/// (sd_listen_fds(3)).
package enum InheritedSockets {
    /// The first of them, by convention.
    static let firstDescriptor: Int32 = 3
    /// More than anybody passes.
    private static let most = 1024

    /// The descriptors that the environment announces to this process, each a listening stream socket. The variables
    /// are taken out of the environment: no child is meant.
    ///
    /// - Throws: `notListening` for a descriptor that is no listening stream socket.
    package static func take() throws(TransportError) -> [Int32] {
        let (process, count) = (number("LISTEN_PID"), number("LISTEN_FDS"))
        for name in ["LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"] { unsetenv(name) }
        guard let process, process == Int(getpid()), let count, (1...most).contains(count) else { return [] }
        let descriptors = (0..<Int32(count)).map { firstDescriptor + $0 }
        for descriptor in descriptors {
            guard Socket.isListening(descriptor) else { throw .notListening(descriptor: descriptor) }
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            Socket.makeNonBlocking(descriptor)
        }
        return descriptors
    }

    private static func number(_ name: String) -> Int? { getenv(name).flatMap { Int(String(cString: $0)) } }
}
