/// The input cannot be read any more.
struct InputFailure: Error {
    /// As in `errno`.
    let number: Int32
}
