import Glibc
import WiredeskProtocol

/// A file, pipe or terminal that is written through a buffer, a whole line or document at a time.
struct OutputFile: ~Copyable {
    let descriptor: Int32
    /// Bytes that the system has taken, counted from the start of the file when it is a regular one.
    private(set) var writtenBytes: Int
    private var buffer: [UInt8] = []
    private let capacity: Int
    /// Makes each buffer a member of a gzip file, so that the file can be cut behind each.
    private let gzip: Deflater?

    /// Batch results become about a seventh; higher levels take time that the analysis needs.
    private static let gzipLevel: Int32 = 3

    /// - Parameter capacity: bytes to gather before they are written.
    init(descriptor: Int32, writtenBytes: Int = 0, isGzip: Bool = false, capacity: Int = 256 << 10) {
        // A reader that has gone away is an error to answer, not a signal to die of.
        signal(SIGPIPE, SIG_IGN)
        self.descriptor = descriptor
        self.writtenBytes = writtenBytes
        self.capacity = capacity
        gzip = isGzip ? Deflater(level: Self.gzipLevel, format: .gzip) : nil
        buffer.reserveCapacity(capacity)
    }

    /// Opens a file for writing, compressed if its name ends in `.gz`; without `keeping`, what it held is dropped.
    ///
    /// - Parameter keeping: bytes of the file to keep and write behind.
    static func open(_ path: String, keeping bytes: Int = 0) throws(OutputFailure) -> OutputFile {
        guard path != "-" else { return OutputFile(descriptor: STDOUT_FILENO) }
        let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (bytes == 0 ? O_TRUNC : 0), 0o644)
        guard descriptor >= 0 else { throw OutputFailure(number: errno) }
        if bytes > 0 {
            guard ftruncate(descriptor, bytes) == 0, lseek(descriptor, bytes, SEEK_SET) == bytes else {
                throw OutputFailure(number: errno)
            }
        }
        return OutputFile(descriptor: descriptor, writtenBytes: bytes, isGzip: path.hasSuffix(".gz"))
    }

    mutating func write(_ bytes: [UInt8]) throws(OutputFailure) {
        buffer += bytes
        if buffer.count >= capacity { try flush() }
    }

    /// Hands the system everything written so far.
    mutating func flush() throws(OutputFailure) {
        guard !buffer.isEmpty else { return }
        let ready = gzip?.deflate(buffer) ?? buffer
        var start = 0
        while start < ready.count {
            let count = ready.withUnsafeBytes { bytes in
                Glibc.write(descriptor, bytes.baseAddress! + start, bytes.count - start)
            }
            if count < 0 {
                guard errno == EINTR else { throw OutputFailure(number: errno) }
                continue
            }
            start += count
            writtenBytes += count
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Waits until a regular file's bytes are on the disk; elsewhere it does nothing.
    func synchronize() { _ = fdatasync(descriptor) }
}
