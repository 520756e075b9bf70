/// Symbols of units of measure.
enum Measure {
    /// By the number that `WordClasses` gives a unit's name.
    private static let symbols = [
        "", "km", "mi", "m", "cm", "mm", "ft", "in", "yd", "kg", "g", "mg", "lb", "oz", "short ton", "t", "L", "mL",
        "gal", "bbl", "acre", "ha", "mph", "km/h", "kn", "W", "kW", "MW", "GW", "Hz", "MHz", "GHz", "B", "kB", "MB",
        "GB", "TB", "°", "°C", "°F", "V", "kWh", "MWh", "GWh",
    ]

    static func symbol(_ lexeme: Lexeme) -> String? {
        guard lexeme.isIn(.measure), symbols.indices.contains(Int(lexeme.number)) else { return nil }
        return symbols[Int(lexeme.number)]
    }

    /// The symbol of a unit that is written to its number without a space. The letters of 5G, 4K and 100m mean other
    /// things as often.
    static func glued(_ letters: String) -> String? {
        switch letters {
        case "km", "cm", "mm", "ft", "kg", "mg", "oz", "lb", "mph", "ha", "kW", "MW", "GW", "Hz", "MHz", "GHz", "MB",
            "GB", "TB", "kWh", "MWh", "GWh":
            letters
        case "kms": "km"
        case "lbs": "lb"
        case "kmh", "kph": "km/h"
        case "ml", "mL": "mL"
        case "C": "°C"
        case "F": "°F"
        default: nil
        }
    }
}
