import Synchronization

/// Stops an analysis from outside: a deadline, a cancellation, or both.
public struct Interruption: Sendable {
    /// Shared between who cancels and the work that is cancelled.
    public final class Cancellation: Sendable {
        private let flag = Atomic<Bool>(false)

        public init() {}

        public func cancel() { flag.store(true, ordering: .releasing) }

        public var isCancelled: Bool { flag.load(ordering: .acquiring) }
    }

    /// The caller stops waiting then.
    public var deadline: ContinuousClock.Instant?
    public var cancellation: Cancellation?
    /// The engine stops then, and answers with what it has.
    private(set) var computeDeadline: ContinuousClock.Instant?

    public init(deadline: ContinuousClock.Instant? = nil, cancellation: Cancellation? = nil) {
        self.deadline = deadline
        self.cancellation = cancellation
    }

    func limited(to duration: Duration) -> Interruption {
        var limited = self
        limited.computeDeadline = .now + duration
        return limited
    }

    /// Throws `cancelled` or `deadlineExceeded` when it is time to stop. To be called about every millisecond of work.
    public func check() throws(WiredeskError) {
        if cancellation?.isCancelled == true { throw WiredeskError(.cancelled, "cancelled by the caller") }
        guard deadline != nil || computeDeadline != nil else { return }
        let now = ContinuousClock.now
        if let deadline, now >= deadline { throw WiredeskError(.deadlineExceeded, "the caller's deadline has passed") }
        if let computeDeadline, now >= computeDeadline {
            throw WiredeskError(.deadlineExceeded, "the article took longer than the compute deadline")
        }
    }

    /// Whether nobody waits for the answer any more.
    var isAbandoned: Bool {
        if cancellation?.isCancelled == true { return true }
        guard let deadline else { return false }
        return ContinuousClock.now >= deadline
    }
}
