/// What an amount counts.
struct AmountUnit {
    let type: EntityType
    /// An ISO 4217 code, or the symbol of the unit.
    let symbol: String
    /// Hundredths of the symbol's unit: cents, basis points.
    var isHundredth = false
    /// The lexeme after the unit.
    let end: Int

    /// How a result says it: `EUR 422000`, `58 %`, `12.5 km`, `10-15 %`.
    func value(_ numbers: AmountNumbers) -> String {
        let number = numbers.text(isHundredth: isHundredth)
        return type == .money ? symbol + " " + number : number + " " + symbol
    }
}
