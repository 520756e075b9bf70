import ArgumentParser

/// A length of time on the command line: `500ms`, `5s`, `1.5s`, `2m`, `1h`; a bare number counts seconds.
struct TimeLimit: ExpressibleByArgument {
    let duration: Duration
    /// As it was written, which is how the help shows a default.
    let defaultValueDescription: String

    init?(argument: String) {
        let digits = argument.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let milliseconds: Double
        switch argument.dropFirst(digits.count) {
        case "ms": milliseconds = 1
        case "s", "": milliseconds = 1000
        case "m": milliseconds = 60_000
        case "h": milliseconds = 3_600_000
        default: return nil
        }
        // A year at most keeps every later sum far from overflowing.
        guard let number = Double(digits), number > 0, number * milliseconds <= 365 * 86_400_000 else { return nil }
        defaultValueDescription = argument
        duration = .microseconds(max(1, Int64(number * milliseconds * 1000)))
    }

    /// Whole milliseconds, at least one.
    var milliseconds: Int { max(1, Int(duration / .milliseconds(1))) }
}
