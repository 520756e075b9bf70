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

    /// `1 piece`, `2 pieces`.
    static func of(_ number: Int, _ noun: String) -> String {
        "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
    }
}
