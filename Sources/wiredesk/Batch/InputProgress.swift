import Synchronization

/// How much of a job's input was read and how much of that is done. The thread that reads and the loop that writes both
/// add to it.
final class InputProgress: Sendable {
    private let file: InputFile?
    private let size: Int?
    private let read = Atomic<Int>(0)
    /// Bytes of lines that were done in earlier runs.
    private let skipped = Atomic<Int>(0)
    private let done = Atomic<Int>(0)

    init(of source: InputSource) {
        if case .lines(let file) = source { self.file = file } else { file = nil }
        size = file?.size
    }

    /// A line was read, so many bytes of it inflated.
    func addRead(_ bytes: Int, isDone: Bool) {
        read.wrappingAdd(bytes, ordering: .relaxed)
        if isDone { skipped.wrappingAdd(bytes, ordering: .relaxed) }
    }

    /// A line that was read is done.
    func addDone(_ bytes: Int) {
        done.wrappingAdd(bytes, ordering: .relaxed)
    }

    /// The parts of the whole input, 0 to 1, that are done in all and by this run; nil where its size is not known, as a
    /// pipe's is not, or nothing is done yet.
    ///
    /// Of what is read and inflated ahead only what is done counts.
    var shares: (all: Double, ofThisRun: Double)? {
        guard let file, let size, size > 0 else { return nil }
        let read = Double(read.load(ordering: .relaxed))
        let done = Double(done.load(ordering: .relaxed))
        guard read > 0, done > 0 else { return nil }
        let taken = min(Double(file.position) / Double(size), 1)
        return (taken * (done + Double(skipped.load(ordering: .relaxed))) / read, taken * done / read)
    }
}
