/// Gives a batch job's articles, numbered from 1.
protocol InputReader: ~Copyable {
    /// The next one, or nil at the end.
    ///
    /// - Parameter completed: those whose bytes nobody will look at.
    mutating func next(skipping completed: CompletedLines) throws(InputFailure) -> InputLine?
}
