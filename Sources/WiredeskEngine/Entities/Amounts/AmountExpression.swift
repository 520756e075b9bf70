/// Money, a percentage or a measured quantity that the text names.
struct AmountExpression {
    var lexemes: Range<Int>
    var type: EntityType
    /// Number and unit: `EUR 422000`, `58 %`, `12.5 km`, a range `10-15 %`; an unknown currency is named by its sign.
    var value: String
}
