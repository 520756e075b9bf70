/// The input cannot be read any more.
struct InputFailure: Error {
    /// For people.
    let message: String
}

extension InputFailure {
    /// - Parameter number: as in `errno`.
    init(number: Int32) { self.init(message: Diagnostic.describe(number)) }
}
