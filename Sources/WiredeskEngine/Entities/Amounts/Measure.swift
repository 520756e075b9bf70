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
}
