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

    /// As line mode has it: `100:3,250:0,...,inf:1`, how many fell up to each bound and above the one before.
    var line: String {
        zip(bounds.map(String.init) + ["inf"], counts).map { "\($0):\($1)" }.joined(separator: ",")
    }
}
