/// A measurement in words and bars.
struct BenchReport {
    let result: BenchResult

    private static let barWidth = 40

    var text: String {
        let latencies = result.latencies
        var lines = [
            "\(Quantity.of(latencies.count, "answer")) in \(Self.decimal(result.seconds)) s: "
                + "\(Self.decimal(result.perSecond))/s, \(Self.decimal(Double(result.bytes) / 1e6 / max(result.seconds, 1e-9))) MB/s of articles"
        ]
        if let rate = result.rate {
            lines.append("asked for: \(Self.decimal(rate))/s; times count from when a request was due")
        }
        for error in result.errors { lines.append("failed, \(error.code): \(Quantity.grouped(error.count))") }
        if result.unsent > 0 {
            lines.append("not sent, because too many were under way: \(Quantity.grouped(result.unsent))")
        }
        guard latencies.count > 0 else { return lines.joined(separator: "\n") }
        lines.append("")
        lines.append("mean \(Self.time(latencies.mean))")
        for (name, share) in [("p50", 0.5), ("p90", 0.9), ("p99", 0.99), ("p99.9", 0.999), ("max", 1)] {
            lines.append(
                "\(name)\(String(repeating: " ", count: 5 - name.count))\(Self.time(latencies.quantile(share)))")
        }
        lines.append("")
        let rows = latencies.doublings
        let most = rows.map(\.count).max() ?? 1
        for row in rows {
            // Even one answer in a million shows.
            let width = row.count == 0 ? 0 : max(1, row.count * Self.barWidth / most)
            let bar = String(repeating: "#", count: width) + String(repeating: " ", count: Self.barWidth - width)
            lines.append("below \(Self.time(row.end)) \(bar) \(Quantity.grouped(row.count))")
        }
        return lines.joined(separator: "\n")
    }

    /// Ten columns: `     850 µs`, `   12.5 ms`, `    3.21 s`.
    private static func time(_ microseconds: Int) -> String {
        let value = Double(microseconds)
        let text =
            switch microseconds {
            case ..<1000: "\(microseconds) µs"
            case ..<1_000_000: "\(decimal(value / 1000)) ms"
            default: "\(decimal(value / 1_000_000)) s"
            }
        return String(repeating: " ", count: max(0, 10 - text.count)) + text
    }

    /// Three digits that count, no more than two of them behind the point.
    private static func decimal(_ value: Double) -> String {
        guard value.isFinite, value < 1e15 else { return "-" }
        if value >= 100 { return Quantity.grouped(Int(value.rounded())) }
        let (scale, digits) = value >= 10 ? (10.0, 1) : (100.0, 2)
        let scaled = Int((value * scale).rounded())
        let fraction = String(scaled % Int(scale))
        return "\(scaled / Int(scale)).\(String(repeating: "0", count: digits - fraction.count))\(fraction)"
    }
}
