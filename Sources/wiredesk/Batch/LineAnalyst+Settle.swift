extension LineAnalyst {
    /// The line with its answer.
    func settle(_ line: InputLine) async -> SettledLine {
        let (bytes, isFailure) = await answer(to: line)
        return SettledLine(number: line.number, bytes: bytes, isFailure: isFailure, cost: line.cost)
    }
}
