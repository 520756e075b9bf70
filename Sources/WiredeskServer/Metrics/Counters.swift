import Synchronization
import WiredeskModel

/// What the server has done since it started. Every thread adds to it; nobody waits.
final class Counters: Sendable {
    let connections = Atomic<Int>(0)
    let inFlight = Atomic<Int>(0)
    let requests = Atomic<Int>(0)
    let bytesIn = Atomic<Int>(0)
    let bytesOut = Atomic<Int>(0)
    let requestPayloads = PayloadCounter()
    let replyPayloads = PayloadCounter()
    /// From a request's arrival to its answer.
    let requestTimes = Histogram()
    /// From a request's arrival to the worker that takes it.
    let queueTimes = Histogram()
    let decodingTimes = Histogram()
    let readingTimes = Histogram()
    let entitiesTimes = Histogram()
    let summaryTimes = Histogram()
    let encodingTimes = Histogram()
    /// By `Rejection`.
    private let rejections = AtomicCounts<3>()
    /// How requests ended, by the number of their error; 0 is a result.
    private let outcomes = AtomicCounts<128>()
    /// How connections ended that an error ended, by its number.
    private let connectionErrors = AtomicCounts<128>()
    /// Stages that the compute deadline stopped, by `WorkStep`.
    private let timeouts = AtomicCounts<5>()
    /// Microseconds that a request takes a worker, smoothed.
    private let serviceTime = Atomic<Int>(0)

    func reject(_ reason: Rejection) { rejections.add(at: reason.rawValue) }

    func finish(_ error: ErrorCode?, microseconds: Int) {
        inFlight.increment(by: -1)
        outcomes.add(at: Int(error?.rawValue ?? 0))
        requestTimes.record(microseconds: microseconds)
    }

    func endConnection(_ error: ErrorCode) { connectionErrors.add(at: Int(error.rawValue)) }

    func record(_ report: StageReport) {
        let step = WorkStep(report.name)
        if report.status == .timeout { timeouts.add(at: step.rawValue) }
        if let microseconds = report.microseconds { record(step, microseconds: microseconds) }
    }

    func record(_ step: WorkStep, microseconds: Int) {
        switch step {
        case .decoding: decodingTimes.record(microseconds: microseconds)
        case .reading: readingTimes.record(microseconds: microseconds)
        case .entities: entitiesTimes.record(microseconds: microseconds)
        case .summary: summaryTimes.record(microseconds: microseconds)
        case .encoding: encodingTimes.record(microseconds: microseconds)
        }
    }

    var results: Int { outcomes[0] }
    var errors: Int { outcomes.values.dropFirst().reduce(0, +) }
    /// Requests that were told to come again.
    var rejected: Int { rejections.values.reduce(0, +) }

    func rejected(for reason: Rejection) -> Int { rejections[reason.rawValue] }
    func requests(endedBy error: ErrorCode) -> Int { outcomes[Int(error.rawValue)] }
    func connections(endedBy error: ErrorCode) -> Int { connectionErrors[Int(error.rawValue)] }
    func timeouts(of step: WorkStep) -> Int { timeouts[step.rawValue] }

    /// Exponential smoothing over about the last sixteen requests; a lost update between two workers is no harm.
    func recordServiceTime(microseconds: Int) {
        let old = serviceTime.load(ordering: .relaxed)
        serviceTime.store(old == 0 ? microseconds : old + (microseconds - old) / 16, ordering: .relaxed)
    }

    /// Milliseconds until a full queue of this depth should have room again: what it takes to work off half of it.
    func retryAfter(queueDepth: Int, workers: Int) -> Int {
        let wait = serviceTime.load(ordering: .relaxed) * (queueDepth / 2 + 1) / workers / 1000
        return min(max(wait, 20), 5000)
    }
}
