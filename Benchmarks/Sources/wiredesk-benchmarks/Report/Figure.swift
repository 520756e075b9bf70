import Foundation

/// Numbers as people read them.
enum Figure {
    /// Three digits that count, at most two of them behind the point: `1,234`, `56.7`, `0.89`.
    static func text(_ value: Double) -> String {
        switch abs(value) {
        case 99.95...: grouped(Int(value.rounded()))
        case 9.995...: String(format: "%.1f", value)
        default: String(format: "%.2f", value)
        }
    }

    static func grouped(_ value: Int) -> String {
        var text = String(abs(value))
        var end = text.count - 3
        while end > 0 {
            text.insert(",", at: text.index(text.startIndex, offsetBy: end))
            end -= 3
        }
        return value < 0 ? "-" + text : text
    }
}
