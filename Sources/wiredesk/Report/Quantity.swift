/// Numbers for people.
enum Quantity {
    /// `1,234,567`.
    static func grouped(_ number: Int) -> String {
        let digits = String(number)
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3), grouped != "-" { grouped.append(",") }
            grouped.append(digit)
        }
        return grouped
    }

    /// Seconds as `0:09`, `12:30`, `3:04:10`; with days where there are any.
    static func clock(_ seconds: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let minutes = "\(two(seconds / 60 % 60)):\(two(seconds % 60))"
        switch seconds {
        case ..<3600: return "\(seconds / 60):\(two(seconds % 60))"
        case ..<86_400: return "\(seconds / 3600):\(minutes)"
        default: return "\(seconds / 86_400) d \(two(seconds / 3600 % 24)):\(minutes)"
        }
    }

    /// `0.50`, for numbers from 0 to 10^15.
    static func hundredths(_ number: Double) -> String {
        let hundredths = Int((min(max(number, 0), 1e15) * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }

    /// `1 piece`, `2 pieces`.
    static func of(_ number: Int, _ noun: String) -> String {
        "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
    }
}
