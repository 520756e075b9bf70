/// Dates and times of ISO 8601 for people.
enum ReadableDate {
    /// `2025-03-11T09:30:00+01:00` as `11 March 2025, 09:30 +01:00`; less precise dates likewise, anything else as it
    /// is.
    static func text(_ iso8601: String) -> String {
        let halves = iso8601.split(separator: "T", maxSplits: 1)
        guard let date = halves.first.flatMap({ day(String($0)) }) else { return iso8601 }
        guard halves.count == 2, let time = time(halves[1]) else { return date }
        return "\(date), \(time)"
    }

    /// What a date says beyond an earlier one: of the same day only the time, and nothing if that adds nothing.
    static func text(_ iso8601: String, after earlier: String?) -> String? {
        guard let earlier, earlier.prefix(10) == iso8601.prefix(10) else { return text(iso8601) }
        guard iso8601 != earlier, iso8601.count > 11, let time = time(iso8601.dropFirst(11)) else { return nil }
        return time
    }

    private static func day(_ date: String) -> String? {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        let parts = date.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count > 1, let year = parts[0], let month = parts[1], (1...12).contains(month) else { return nil }
        guard parts.count == 3, let day = parts[2] else { return "\(months[month - 1]) \(year)" }
        return "\(day) \(months[month - 1]) \(year)"
    }

    /// Hours and minutes, and the zone if it is known.
    private static func time(_ time: Substring) -> String? {
        guard time.count >= 5 else { return nil }
        let clock = time.prefix(5)
        guard let start = time.dropFirst(5).firstIndex(where: { "Z+-".contains($0) }) else { return String(clock) }
        return "\(clock) \(time[start...] == "Z" ? "UTC" : String(time[start...]))"
    }
}
