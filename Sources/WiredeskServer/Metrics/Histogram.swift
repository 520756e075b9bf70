import Synchronization

/// How many durations fell between fixed bounds, and their sum.
struct Histogram: ~Copyable, Sendable {
    /// Upper bounds in microseconds, inclusive. They span a short text's reading and the longest that an article may
    /// take.
    static let bounds: InlineArray<16, Int> = [
        100, 250, 500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000,
        5_000_000, 10_000_000,
    ]

    /// One more than there are bounds: what lies above them all.
    private let counts = AtomicCounts<17>()
    private let total = Atomic<Int>(0)

    func record(microseconds: Int) {
        var index = 0
        while index < Self.bounds.count, microseconds > Self.bounds[index] { index += 1 }
        counts.add(at: index)
        total.increment(by: microseconds)
    }

    var reading: HistogramReading {
        HistogramReading(
            bounds: Self.bounds.indices.map { Self.bounds[$0] }, counts: counts.values, microseconds: total.current)
    }
}
