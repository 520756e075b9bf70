/// How long answers take when one is waited for at a time, in microseconds.
struct Latency {
    var median: Double
    /// 99 of 100 take no longer.
    var tail: Double

    /// - Parameter times: at least one.
    init(_ times: [Double]) {
        let sorted = times.sorted()
        median = sorted[sorted.count / 2]
        tail = sorted[sorted.count * 99 / 100]
    }

    init(median: Double, tail: Double) {
        self.median = median
        self.tail = tail
    }
}
