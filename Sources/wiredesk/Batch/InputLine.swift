/// A line as it was read.
struct InputLine: Sendable {
    /// From 1, empty lines counted.
    let number: Int
    /// Without its end; nil when the line was longer than a line may be.
    let content: [UInt8]?

    /// Bytes that it holds while it waits.
    var cost: Int { content?.count ?? 0 }
}
