import Glibc

/// The file of a Unix socket, known by its inode, so that only our own is ever removed.
struct UnixSocketFile: Sendable {
    private let path: String
    private let device: dev_t
    private let inode: ino_t

    /// Nil when there is no socket at the path.
    init?(at path: String) {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else { return nil }
        self.path = path
        device = status.st_dev
        inode = status.st_ino
    }

    /// Removes the file unless someone has put another in its place.
    func remove() {
        guard let present = UnixSocketFile(at: path), present.device == device, present.inode == inode else { return }
        unlink(path)
    }

    /// Removes a socket that nobody listens at. False when somebody does, or when it is no socket.
    static func removeStale(at path: String, _ address: SocketAddress) -> Bool {
        guard let file = UnixSocketFile(at: path) else { return false }
        let probe = Socket.open(family: AF_UNIX)
        guard probe >= 0 else { return false }
        defer { Glibc.close(probe) }
        guard Socket.connect(probe, to: address) == ECONNREFUSED else { return false }
        file.remove()
        return true
    }
}
