import Glibc

/// Who is at the other end of a Unix socket, as the kernel says.
package enum PeerUser {
    /// `struct ucred`, which Swift's Glibc module does not show.
    private struct Credentials {
        var process: pid_t = 0
        var user: uid_t = 0
        var group: gid_t = 0
    }

    /// The user who connected; nil when the socket is no Unix socket.
    package static func identifier(of descriptor: Int32) -> UInt32? {
        var credentials = Credentials(user: .max)
        var length = socklen_t(MemoryLayout<Credentials>.size)
        guard getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &length) == 0 else { return nil }
        // The kernel gives a socket of another kind "no user".
        return credentials.user == .max ? nil : credentials.user
    }
}
