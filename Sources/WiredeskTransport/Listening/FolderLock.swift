import Glibc

/// A folder held by one process at a time, so that two servers that start together do not take each other's new
/// socket for a dead one's. Nothing is left behind in the folder, and the system lets go when a process dies.
struct FolderLock {
    private static let attempts = 200
    private static let pause: UInt32 = 10_000

    private let descriptor: Int32

    /// Waits up to two seconds for its turn. Goes on without it then, and where the folder cannot be locked at all:
    /// anybody may hold the lock of a folder that he may read, and must not keep a server from starting.
    init(folderOf path: String) {
        let end = path.lastIndex(of: "/")
        let folder = end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        for _ in 0..<Self.attempts {
            guard flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR else { return }
            usleep(Self.pause)
        }
    }

    /// Lets the next one go on.
    func end() {
        if descriptor >= 0 { close(descriptor) }
    }
}
