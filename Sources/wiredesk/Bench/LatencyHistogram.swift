/// Counts times by size, each to within 1 %, in the memory of a few pages: buckets of equal width below 128 µs, then 64 for
/// each doubling (the layout of HdrHistogram).
struct LatencyHistogram: Sendable {
    private static let halfBits = 6
    private static let half = 1 << halfBits

    private var counts: [Int] = []
    private(set) var count = 0
    private var sum = 0
    private(set) var maximum = 0

    /// - Parameter time: less than zero counts as none.
    mutating func record(_ time: Duration) {
        let microseconds = max(0, Int(min(time / .microseconds(1), 1e15)))
        let bucket = Self.bucket(of: microseconds)
        if bucket >= counts.count { counts += Array(repeating: 0, count: bucket + 1 - counts.count) }
        counts[bucket] += 1
        count += 1
        sum += microseconds
        maximum = max(maximum, microseconds)
    }

    /// Microseconds; 0 when nothing was recorded.
    var mean: Int { count == 0 ? 0 : sum / count }

    /// The time, in microseconds, that so many of the recorded ones do not exceed.
    ///
    /// - Parameter share: 0 to 1.
    func quantile(_ share: Double) -> Int {
        var left = max(1, Int((Double(count) * share).rounded(.up)))
        for (bucket, number) in counts.enumerated() {
            left -= number
            if left <= 0 { return min(Self.highest(in: bucket), maximum) }
        }
        return maximum
    }

    /// How many took up to each doubling of a time, as the upper end in microseconds and the number; from the first that is
    /// not empty to the last.
    var doublings: [(end: Int, count: Int)] {
        var rows: [(end: Int, count: Int)] = []
        for (bucket, number) in counts.enumerated() {
            let end = 1 << (Int.bitWidth - Self.highest(in: bucket).leadingZeroBitCount)
            if rows.last?.end == end { rows[rows.count - 1].count += number } else { rows.append((end, number)) }
        }
        return Array(rows.drop { $0.count == 0 })
    }

    private static func bucket(of value: Int) -> Int {
        let shift = max(0, Int.bitWidth - 1 - value.leadingZeroBitCount - halfBits)
        return half * shift + value >> shift
    }

    private static func highest(in bucket: Int) -> Int {
        let shift = max(0, bucket / half - 1)
        return (bucket - half * shift + 1) << shift - 1
    }
}
