/// Reads numbers in digits and in words: `1,000.5`, `2 1/2`, `twenty-five`, `a hundred and five`, `1.2 billion`.
struct NumberGrammar {
    let text: LexedText

    /// A number and the lexeme after it.
    struct Match {
        var number: DecimalNumber
        var end: Int
        /// The power of ten that "million" and the like multiplied it by.
        var exponent = 0
    }

    /// The number that starts at a lexeme and ends before a limit.
    func match(at index: Int, limit: Int) -> Match? {
        guard index < limit else { return nil }
        let first = text.lexemes[index]
        if first.has(.digits) { return digitsMatch(at: index, limit: limit) }
        if first.isIn(.cardinal) { return wordsMatch(at: index, limit: limit) }
        if first.isIn(.determiner), index + 1 < limit, text.lexemes[index + 1].isIn(.magnitude), first.length <= 2,
            text.lexemes[index + 1].gazetteer.kinds.contains(.common)
        {
            return magnitudes(DecimalNumber(mantissa: 1), from: index + 1, limit: limit)
        }
        return nil
    }

    /// Digits, with a fraction or a magnitude after them.
    private func digitsMatch(at index: Int, limit: Int) -> Match? {
        guard var number = digits(text.lexemes[index]) else { return nil }
        var end = index + 1
        let hyphen = end < limit && text.lexemes[end].isMark("-") && text.lexemes[end].has(.glued) ? 1 : 0
        if let fraction = fraction(at: end + hyphen, limit: limit), number.scale == 0 {
            // `2 1/2`, `2-1/2`
            guard let whole = number.scaled(byPowerOfTen: fraction.scale)?.adding(fraction.mantissa) else { return nil }
            number = DecimalNumber(mantissa: whole.mantissa, scale: fraction.scale)
            end += 3 + hyphen
        } else if let fraction = fraction(at: index, limit: limit) {
            number = fraction
            end += 2
        } else if end < limit, text.lexemes[end].isMark("½") {
            guard let whole = number.scaled(byPowerOfTen: 1)?.adding(5) else { return nil }
            number = DecimalNumber(mantissa: whole.mantissa, scale: 1)
            end += 1
        }
        return magnitudes(number, from: end, limit: limit)
    }

    /// `1/2`, `3/8`: a fraction with a short decimal.
    private func fraction(at index: Int, limit: Int) -> DecimalNumber? {
        guard index + 2 < limit, text.lexemes[index].has(.onlyDigits), text.lexemes[index + 1].isMark("/"),
            text.lexemes[index + 1].has(.glued), text.lexemes[index + 2].has(.onlyDigits),
            text.lexemes[index].number > 0, text.lexemes[index].number < text.lexemes[index + 2].number
        else { return nil }
        let units = [2: (5, 1), 4: (25, 2), 5: (2, 1), 8: (125, 3), 16: (625, 4), 32: (3125, 5)]
        guard let (unit, scale) = units[Int(text.lexemes[index + 2].number)] else { return nil }
        return DecimalNumber(mantissa: Int(text.lexemes[index].number) * unit, scale: scale)
    }

    /// `million` and the like after a number, a hyphen between or not.
    func magnitudes(_ number: DecimalNumber, from index: Int, limit: Int) -> Match {
        var result = Match(number: number, end: index)
        while true {
            var next = result.end
            if next + 1 < limit, text.lexemes[next].isMark("-"), text.lexemes[next].has(.glued) { next += 1 }
            guard next < limit, text.lexemes[next].isIn(.magnitude),
                let scaled = result.number.scaled(byPowerOfTen: Int(text.lexemes[next].number))
            else { return result }
            result = Match(
                number: scaled, end: next + 1, exponent: result.exponent + Int(text.lexemes[next].number))
        }
    }

    /// Lexemes of a number in words at most.
    private static let mostWords = 16

    /// `two hundred and twenty-five thousand`.
    private func wordsMatch(at index: Int, limit: Int) -> Match? {
        var total = 0
        var group = 0
        var end = index
        var lastWasUnit = false
        let limit = min(limit, index + Self.mostWords)
        scan: while end < limit {
            let lexeme = text.lexemes[end]
            if lexeme.isIn(.cardinal) {
                let value = Int(lexeme.number)
                // Two numbers side by side are no one number, but twenty-five is.
                if lastWasUnit, !(value < 10 && group % 100 >= 20 && group % 10 == 0) { break scan }
                group += value
                lastWasUnit = true
            } else if lexeme.isIn(.magnitude), end > index {
                let exponent = Int(lexeme.number)
                guard group < 1_000_000 else { return nil }
                if exponent == 2 {
                    group *= 100
                } else {
                    var factor = 1
                    for _ in 0..<min(exponent, 12) { factor *= 10 }
                    let (sum, overflow) = total.addingReportingOverflow(group * factor)
                    guard !overflow else { return nil }
                    total = sum
                    group = 0
                }
                lastWasUnit = false
            } else if end > index, lexeme.isMark("-"), lexeme.has(.glued), end + 1 < limit,
                text.lexemes[end + 1].isIn([.cardinal, .magnitude])
            {
                // The hyphen of `twenty-five`.
            } else if end > index, !lastWasUnit, end + 1 < limit, lexeme.length == 3, lexeme.isIn(.conjunction),
                text.lexemes[end + 1].isIn(.cardinal)
            {
                // The "and" of `a hundred and five`.
            } else {
                break
            }
            end += 1
        }
        while end > index, text.lexemes[end - 1].has(.mark) { end -= 1 }
        let (sum, overflow) = total.addingReportingOverflow(group)
        guard !overflow else { return nil }
        var match = Match(number: DecimalNumber(mantissa: sum), end: end)
        var last = end - 1
        while last > index, text.lexemes[last].isIn(.magnitude) {
            match.exponent += Int(text.lexemes[last].number)
            last -= 1
        }
        return match
    }

    /// The value of digits with separators: the last kind of separator is the decimal one unless it cuts groups of
    /// three.
    func digits(_ lexeme: Lexeme) -> DecimalNumber? {
        var mantissa = 0
        var groups = 0
        var sinceSeparator = 0
        var separator: UInt8 = 0
        var isDecimal = false
        for index in lexeme.range {
            let byte = text.text[index]
            if byte.isDigit {
                let (shifted, overflow) = mantissa.multipliedReportingOverflow(by: 10)
                guard !overflow, shifted < Int.max - 10 else { return nil }
                mantissa = shifted + Int(byte - 0x30)
                sinceSeparator += 1
            } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "'") {
                if separator != 0, separator != byte {
                    guard sinceSeparator == 3, !isDecimal else { return nil }
                    isDecimal = true
                } else if separator != 0, sinceSeparator != 3 {
                    return nil
                }
                separator = byte
                groups += 1
                sinceSeparator = 0
            } else {
                // `20th` and `10pm` are no amounts, `5m` and `$2bn` are read by who knows the unit.
                return nil
            }
        }
        guard groups > 0 else { return DecimalNumber(mantissa: mantissa) }
        if !isDecimal {
            let isThousands = sinceSeparator == 3 && (separator != UInt8(ascii: ".") || groups > 1 || !text.isEnglish)
            if groups > 1, !isThousands { return nil }
            isDecimal = !isThousands
        }
        return DecimalNumber(mantissa: mantissa, scale: isDecimal ? sinceSeparator : 0)
    }
}
