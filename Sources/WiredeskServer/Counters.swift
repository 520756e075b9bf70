import Synchronization

/// What the server has done since it started.
final class Counters: Sendable {
    let connections = Atomic<Int>(0)
    let inFlight = Atomic<Int>(0)
    let requests = Atomic<Int>(0)
    let results = Atomic<Int>(0)
    let errors = Atomic<Int>(0)
    /// Requests that were refused because the server was full.
    let rejected = Atomic<Int>(0)
    let bytesIn = Atomic<Int>(0)
    let bytesOut = Atomic<Int>(0)
    /// Microseconds that a request takes a worker, smoothed.
    private let serviceTime = Atomic<Int>(0)

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

extension Atomic<Int> {
    func increment(by amount: Int = 1) {
        wrappingAdd(amount, ordering: .relaxed)
    }

    var current: Int { load(ordering: .relaxed) }
}
