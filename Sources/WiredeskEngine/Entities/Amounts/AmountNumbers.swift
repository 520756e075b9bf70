/// The number of an amount, or both ends of a range.
struct AmountNumbers {
    var low: DecimalNumber?
    var number: DecimalNumber
    var isNegative = false
    /// The lexeme after the number.
    var end: Int

    func text(isHundredth: Bool) -> String {
        func plain(_ number: DecimalNumber) -> String {
            (isHundredth ? DecimalNumber(mantissa: number.mantissa, scale: number.scale + 2) : number).text
        }
        if let low { return plain(low) + "-" + plain(number) }
        return (isNegative ? "-" : "") + plain(number)
    }
}
