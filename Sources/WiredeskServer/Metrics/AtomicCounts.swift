import Synchronization

/// A row of counters that any thread may add to without waiting for another.
struct AtomicCounts<let size: Int>: ~Copyable, Sendable {
    private let counts = InlineArray<size, Atomic<Int>> { _ in Atomic(0) }

    func add(_ amount: Int = 1, at index: Int) {
        counts[index].increment(by: amount)
    }

    subscript(index: Int) -> Int { counts[index].current }

    /// All of them; each is read on its own.
    var values: [Int] { (0..<size).map { self[$0] } }
}

extension Atomic<Int> {
    func increment(by amount: Int = 1) {
        wrappingAdd(amount, ordering: .relaxed)
    }

    var current: Int { load(ordering: .relaxed) }
}
