/// Decides when an answer may be written: at once, or when all before it have been.
struct ReorderWindow {
    private let isOrdered: Bool
    private(set) var completed: CompletedLines
    private var held: [Int: SettledLine] = [:]

    init(isOrdered: Bool, completed: CompletedLines) {
        self.isOrdered = isOrdered
        self.completed = completed
    }

    /// Takes an answer and gives those that are to be written now, in this order.
    mutating func accept(_ answer: SettledLine) -> [SettledLine] {
        guard isOrdered else {
            completed.insert(answer.number)
            return [answer]
        }
        held[answer.number] = answer
        var ready: [SettledLine] = []
        while let next = held.removeValue(forKey: completed.prefix + 1) {
            ready.append(next)
            completed.insert(next.number)
        }
        return ready
    }
}
