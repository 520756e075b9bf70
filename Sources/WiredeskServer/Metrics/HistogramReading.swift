/// What a `Histogram` holds at one moment.
package struct HistogramReading: Sendable, Hashable {
    /// Upper bounds in microseconds, inclusive, ascending.
    package var bounds: [Int]
    /// How many fell between a bound and the one before, and last how many above them all.
    package var counts: [Int]
    /// Sum of all durations.
    package var microseconds: Int

    package init(bounds: [Int], counts: [Int], microseconds: Int) {
        self.bounds = bounds
        self.counts = counts
        self.microseconds = microseconds
    }
}
