/// The numbers of the lines that are done: all up to one, and some beyond it.
struct CompletedLines: Equatable, Sendable {
    /// Every line up to this number is done.
    private(set) var prefix: Int
    private(set) var beyond: Set<Int>

    init(prefix: Int = 0, beyond: Set<Int> = []) {
        self.prefix = prefix
        self.beyond = beyond
        absorb()
    }

    func contains(_ number: Int) -> Bool { number <= prefix || beyond.contains(number) }

    mutating func insert(_ number: Int) {
        beyond.insert(number)
        absorb()
    }

    private mutating func absorb() {
        while beyond.remove(prefix + 1) != nil { prefix += 1 }
    }
}
