/// A decimal number, exactly: `mantissa` divided by ten to the `scale`.
struct DecimalNumber: Hashable, Comparable {
    var mantissa: Int
    var scale = 0

    /// The number as an integer, when it is one.
    var integer: Int? { normalized.scale == 0 ? normalized.mantissa : nil }

    /// The number times ten to a power; nil past the range of the machine's integers.
    func scaled(byPowerOfTen exponent: Int) -> DecimalNumber? {
        var result = self
        var left = exponent
        while left > 0, result.scale > 0 {
            result.scale -= 1
            left -= 1
        }
        while left > 0 {
            let (product, overflow) = result.mantissa.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            result.mantissa = product
            left -= 1
        }
        return result
    }

    func times(_ factor: Int) -> DecimalNumber? {
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: factor)
        return overflow ? nil : DecimalNumber(mantissa: product, scale: scale)
    }

    func adding(_ other: Int) -> DecimalNumber? {
        guard scale == 0 else { return nil }
        let (sum, overflow) = mantissa.addingReportingOverflow(other)
        return overflow ? nil : DecimalNumber(mantissa: sum)
    }

    static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
        // Amounts are compared, not calculated with: the nearest binary fraction does.
        left.approximate < right.approximate
    }

    private var approximate: Double {
        var value = Double(mantissa)
        for _ in 0..<scale { value /= 10 }
        return value
    }

    private var normalized: DecimalNumber {
        var result = self
        while result.scale > 0, result.mantissa % 10 == 0 {
            result.mantissa /= 10
            result.scale -= 1
        }
        return result
    }

    /// Plain decimal notation without a trailing zero: `1500000`, `2.5`.
    var text: String {
        let number = normalized
        guard number.scale > 0 else { return String(number.mantissa) }
        let digits = CivilDate.padded(number.mantissa, number.scale + 1)
        return digits.dropLast(number.scale) + "." + digits.suffix(number.scale)
    }
}
