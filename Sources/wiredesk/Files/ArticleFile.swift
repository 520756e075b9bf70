import Glibc
import WiredeskModel

/// An input of `analyze`: a file, or standard input as `-`.
enum ArticleFile {
    /// Above every article that the engine takes; an endless input stops here.
    private static let maximumBytes = 64 << 20

    static func displayName(_ path: String) -> String { path == "-" ? "standard input" : path }

    /// Reads it whole.
    ///
    /// - Throws: `badBody` when it cannot be read, `emptyArticle`, `articleTooLarge`.
    static func read(_ path: String) throws(WiredeskError) -> [UInt8] {
        var descriptor = STDIN_FILENO
        if path != "-" {
            descriptor = open(path, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw WiredeskError(.badBody, Diagnostic.describe(errno)) }
        } else if isatty(descriptor) == 1 {
            Diagnostic.print("reading the article from the terminal; end it with Ctrl-D")
        }
        defer { if descriptor != STDIN_FILENO { close(descriptor) } }

        var information = stat()
        let size = fstat(descriptor, &information) == 0 ? Int(information.st_size) : 0
        var bytes: [UInt8] = []
        // One more than the size, so that the read that meets the end needs no larger buffer.
        var room = min(max(size + 1, 64 << 10), maximumBytes + 1)
        while true {
            let (chunk, count) = read(descriptor, atMost: room)
            guard count >= 0 else { throw WiredeskError(.badBody, Diagnostic.describe(errno)) }
            if count == 0 { break }
            if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
            guard bytes.count <= maximumBytes else {
                throw WiredeskError(.articleTooLarge, "more than \(maximumBytes >> 20) MiB")
            }
            room = min(max(64 << 10, bytes.count), maximumBytes + 1 - bytes.count)
        }
        guard !bytes.isEmpty else { throw WiredeskError(.emptyArticle, "nothing in it") }
        return bytes
    }

    private static func read(_ descriptor: Int32, atMost room: Int) -> (bytes: [UInt8], count: Int) {
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, initialized in
            repeat { count = Glibc.read(descriptor, buffer.baseAddress, room) } while count < 0 && errno == EINTR
            initialized = max(count, 0)
        }
        return (bytes, count)
    }
}
