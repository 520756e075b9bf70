import Glibc

/// Reads files that nobody else may read: tokens and private keys.
package enum SecretFile {
    package enum Failure: Error, Hashable, CustomStringConvertible {
        case system(path: String, errno: Int32)
        /// Others than its owner may read or change it.
        case exposed(path: String, mode: mode_t)
        case notAFile(path: String)
        case tooLarge(path: String, limit: Int)

        package var description: String {
            switch self {
            case .system(let path, let code): "cannot read \(path): \(systemMessage(code))"
            case .exposed(let path, let mode):
                "\(path) holds secrets, but its mode 0\(String(mode, radix: 8)) lets others at it: chmod 600 \(path)"
            case .notAFile(let path): "\(path) is no regular file"
            case .tooLarge(let path, let limit): "\(path) has more than \(limit) bytes"
            }
        }
    }

    /// Bytes that such a file may have.
    package static let maximumBytes = 1 << 20

    /// Gives the file's bytes. What is checked is what is read: the file is opened once.
    package static func read(_ path: String) throws(Failure) -> [UInt8] {
        // Non-blocking, so that a pipe in its place is refused and not waited for.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .system(path: path, errno: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system(path: path, errno: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
        guard status.st_mode & 0o077 == 0 else { throw .exposed(path: path, mode: status.st_mode & 0o777) }
        var bytes = [UInt8](repeating: 0, count: maximumBytes + 1)
        var count = 0
        while count < bytes.count {
            let taken = bytes.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress! + count, $0.count - count)
            }
            if taken < 0, errno == EINTR { continue }
            guard taken >= 0 else { throw .system(path: path, errno: errno) }
            guard taken > 0 else { break }
            count += taken
        }
        guard count <= maximumBytes else { throw .tooLarge(path: path, limit: maximumBytes) }
        return Array(bytes[..<count])
    }
}
