import Synchronization

/// Bytes that all requests in the server may hold together.
final class MemoryBudget: Sendable {
    let limit: Int
    private let used = Atomic<Int>(0)

    init(_ limit: Int) {
        self.limit = limit
    }

    /// False when the bytes would not fit.
    func reserve(_ bytes: Int) -> Bool {
        guard used.wrappingAdd(bytes, ordering: .acquiringAndReleasing).newValue <= limit else {
            release(bytes)
            return false
        }
        return true
    }

    func release(_ bytes: Int) {
        used.wrappingSubtract(bytes, ordering: .acquiringAndReleasing)
    }
}
