/// A line with its answer.
struct SettledLine: Sendable {
    let number: Int
    /// The line of output, with its end.
    let bytes: [UInt8]
    let isFailure: Bool
    /// What the line had reserved of the budget.
    let cost: Int
}
