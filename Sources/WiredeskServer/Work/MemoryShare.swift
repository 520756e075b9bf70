/// What one holder has of a budget, as it grows and shrinks.
struct MemoryShare {
    let budget: MemoryBudget
    private var bytes = 0

    init(of budget: MemoryBudget) {
        self.budget = budget
    }

    /// False when it would not fit; then nothing is held any more.
    mutating func change(to count: Int) -> Bool {
        if count > bytes, !budget.reserve(count - bytes) {
            budget.release(bytes)
            bytes = 0
            return false
        }
        if count < bytes { budget.release(bytes - count) }
        bytes = count
        return true
    }
}
