import Synchronization

/// Bytes that all requests in the server may hold together, or those of one kind.
package final class MemoryBudget: Sendable {
    package let limit: Int
    /// The budget that this one is a part of.
    private let whole: MemoryBudget?
    private let used = Atomic<Int>(0)

    init(_ limit: Int, of whole: MemoryBudget? = nil) {
        self.limit = limit
        self.whole = whole
    }

    var inUse: Int { used.load(ordering: .relaxed) }

    /// False when the bytes would not fit.
    package func reserve(_ bytes: Int) -> Bool {
        guard used.wrappingAdd(bytes, ordering: .acquiringAndReleasing).newValue <= limit,
            whole?.reserve(bytes) ?? true
        else {
            used.wrappingSubtract(bytes, ordering: .acquiringAndReleasing)
            return false
        }
        return true
    }

    package func release(_ bytes: Int) {
        used.wrappingSubtract(bytes, ordering: .acquiringAndReleasing)
        whole?.release(bytes)
    }
}
