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
        if let secondsLeft { words.append("\(Quantity.clock(Int(min(max(secondsLeft, 0).rounded(.up), 1e9)))) left") }
        parts.append(words.joined(separator: ", "))
        return parts.joined(separator: " ")
    }
}
