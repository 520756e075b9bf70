/// What happened on a server between two readings, for a terminal.
struct WatchFrame {
    let server: String
    let earlier: ServerReading
    let later: ServerReading
    /// Between the two.
    let seconds: Double

    var text: String {
        var lines = [
            TerminalText.safe(
                "\(server)  version \(later.text("version") ?? "?"), up \(Quantity.clock(later.number("uptime_s")))"),
            "",
            row("connections", later.number("connections")),
            row("in flight", later.number("in_flight")),
            row("queued", later.number("queued")),
        ]
        let limit = later.number("memory_limit")
        let share = limit > 0 ? ", \(later.number("memory") * 100 / limit) % of what articles may hold" : ""
        lines.append(row("memory", "\(Self.megabytes(Double(later.number("memory")))) MB\(share)"))
        lines.append("")
        for key in ["requests", "results", "errors", "rejected"] as [Substring] {
            lines.append(row(String(key), "\(Quantity.grouped(Int(rate(key).rounded())))/s"))
        }
        lines.append(row("in", "\(Self.megabytes(rate("bytes_in"))) MB/s"))
        lines.append(row("out", "\(Self.megabytes(rate("bytes_out"))) MB/s"))
        lines.append("")
        for (name, share) in [("p50", 0.5), ("p90", 0.9), ("p99", 0.99)] { lines.append(row(name, quantile(share))) }
        return lines.joined(separator: "\n")
    }

    private func row(_ name: String, _ value: any CustomStringConvertible) -> String {
        "  \(name)\(String(repeating: " ", count: max(1, 14 - name.count)))\(value)"
    }

    private func rate(_ key: Substring) -> Double {
        // A server that was started again counts from nothing.
        seconds > 0 ? Double(max(0, later.number(key) - earlier.number(key))) / seconds : 0
    }

    /// Within which bound so many of the requests since the earlier reading were answered.
    private func quantile(_ share: Double) -> String {
        let before = earlier.times
        let counts = later.times.enumerated().map { index, entry in
            (bound: entry.bound, count: max(0, entry.count - (index < before.count ? before[index].count : 0)))
        }
        let total = counts.reduce(0) { $0 + $1.count }
        guard total > 0 else { return "-" }
        var left = max(1, Int((Double(total) * share).rounded(.up)))
        for (bound, count) in counts {
            left -= count
            guard left <= 0 else { continue }
            return bound.map { "up to \(Self.milliseconds($0)) ms" } ?? "longer than the server counts"
        }
        return "-"
    }

    private static func milliseconds(_ microseconds: Int) -> String {
        let fraction = microseconds % 1000
        guard fraction > 0 else { return Quantity.grouped(microseconds / 1000) }
        var digits = String(fraction + 1000).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return "\(microseconds / 1000).\(digits)"
    }

    private static func megabytes(_ bytes: Double) -> String {
        let hundredths = Int((max(0, bytes) / 10_000).rounded())
        return "\(Quantity.grouped(hundredths / 100)).\(String(hundredths % 100 + 100).dropFirst())"
    }
}
