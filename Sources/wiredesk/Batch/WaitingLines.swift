/// Lines in the order they were read. Adding and taking are constant time on average, and a line that was taken is
/// let go of at once, which a slice of an array would not do.
struct WaitingLines {
    private var added: [InputLine] = []
    /// In reverse: the next line is the last.
    private var next: [InputLine] = []

    var isEmpty: Bool { added.isEmpty && next.isEmpty }

    mutating func append(_ line: InputLine) { added.append(line) }

    mutating func popFirst() -> InputLine? {
        if next.isEmpty {
            next = added.reversed()
            added.removeAll(keepingCapacity: true)
        }
        return next.popLast()
    }
}
