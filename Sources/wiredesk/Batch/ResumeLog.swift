import Glibc
import WiredeskModel

/// The record of what a batch job has done, which only ever grows: a line for each checkpoint, the last whole one
/// counts. A job that was killed goes on from there.
struct ResumeLog: ~Copyable {
    private let descriptor: Int32
    /// What the log said when it was opened.
    let last: Checkpoint
    private var due: ContinuousClock.Instant

    /// Short enough that little is done twice, long enough that waiting for the disk costs nothing.
    private static let interval = Duration.seconds(1)
    /// More than a line of the log ever has.
    private static let tailBytes = 1 << 20

    private init(descriptor: Int32, last: Checkpoint) {
        self.descriptor = descriptor
        self.last = last
        due = .now + Self.interval
    }

    /// Opens the log, or begins one.
    static func open(_ path: String) throws(OutputFailure) -> ResumeLog {
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw OutputFailure(number: errno) }
        var information = stat()
        guard fstat(descriptor, &information) == 0 else { throw OutputFailure(number: errno) }
        let size = Int(information.st_size)
        let tail = Self.read(descriptor, from: max(0, size - Self.tailBytes))
        // A line cut short by a kill says nothing and must not spoil the next.
        let whole = tail.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        guard ftruncate(descriptor, size - (tail.count - whole)) == 0 else { throw OutputFailure(number: errno) }
        let lines = tail[..<whole].split(separator: 0x0A)
        let last = lines.last.flatMap { try? JSONReader.decode(Checkpoint.self, from: $0) } ?? Checkpoint()
        return ResumeLog(descriptor: descriptor, last: last)
    }

    deinit { close(descriptor) }

    /// Whether it is time for the next checkpoint.
    var isDue: Bool { ContinuousClock.now >= due }

    mutating func append(_ checkpoint: Checkpoint) throws(OutputFailure) {
        let line = JSONWriter.encode(checkpoint) + [0x0A]
        guard write(descriptor, line, line.count) == line.count else { throw OutputFailure(number: errno) }
        due = .now + Self.interval
    }

    private static func read(_ descriptor: Int32, from offset: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: tailBytes) { buffer, count in
            count = max(0, pread(descriptor, buffer.baseAddress, buffer.count, offset))
        }
    }
}
