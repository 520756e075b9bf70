import Synchronization

/// Bytes that all requests in the server may hold together.
package final class MemoryBudget: Sendable {
    package let limit: Int
    private let used = Atomic<Int>(0)

    init(_ limit: Int) {
        self.limit = limit
    }

    var inUse: Int { used.load(ordering: .relaxed) }

    /// False when the bytes would not fit.
    package func reserve(_ bytes: Int) -> Bool {
        guard used.wrappingAdd(bytes, ordering: .acquiringAndReleasing).newValue <= limit else {
            release(bytes)
            return false
        }
        return true
    }

    package func release(_ bytes: Int) {
        used.wrappingSubtract(bytes, ordering: .acquiringAndReleasing)
    }
}
