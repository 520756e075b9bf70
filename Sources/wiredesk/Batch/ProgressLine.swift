/// What a job's progress looks like on one line of the terminal.
struct ProgressLine {
    /// Lines that are done, those of earlier runs included.
    var done: Int
    var failed: Int
    /// Lines a second.
    var rate: Double
    /// The part of the input that is done, 0 to 1, where that is known.
    var share: Double?
    /// Seconds until the end at this pace, where that is known.
    var secondsLeft: Double?

    private static let barWidth = 24

    /// `[######..................]  25 %  1,200 lines, 3 failed, 400/s, 0:09 left`
    var text: String {
        var parts: [String] = []
        if let share = share.map({ min(max($0, 0), 1) }) {
            let filled = Int(Double(Self.barWidth) * share)
            let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: Self.barWidth - filled)
            let percent = String(Int(share * 100))
            parts.append("[\(bar)] \(String(repeating: " ", count: max(0, 3 - percent.count)))\(percent) % ")
        }
        var words = [
            "\(Quantity.of(done, "line"))", "\(Quantity.grouped(failed)) failed", "\(Quantity.grouped(Int(rate)))/s",
        ]
        if let secondsLeft { words.append("\(Self.clock(secondsLeft)) left") }
        parts.append(words.joined(separator: ", "))
        return parts.joined(separator: " ")
    }

    /// `0:09`, `12:30`, `3:04:10`; days where there are any.
    private static func clock(_ seconds: Double) -> String {
        let seconds = Int(min(max(seconds, 0).rounded(.up), 1e9))
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let minutes = "\(two(seconds / 60 % 60)):\(two(seconds % 60))"
        switch seconds {
        case ..<3600: return "\(seconds / 60):\(two(seconds % 60))"
        case ..<86_400: return "\(seconds / 3600):\(minutes)"
        default: return "\(seconds / 86_400) d \(two(seconds / 3600 % 24)):\(minutes)"
        }
    }
}
