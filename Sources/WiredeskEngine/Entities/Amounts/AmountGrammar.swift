/// Finds money, percentages and measured quantities.
struct AmountGrammar {
    let text: LexedText
    let numbers: NumberGrammar
    /// For each lexeme, whether a time holds it.
    let taken: [Bool]
    private var sentence = 0..<0
    private var found: [AmountExpression] = []

    static func expressions(
        in text: LexedText, taken: [Bool], interruption: Interruption
    ) throws(WiredeskError) -> [AmountExpression] {
        var grammar = AmountGrammar(text: text, numbers: NumberGrammar(text: text), taken: taken)
        for (index, sentence) in text.sentences.enumerated() {
            if index & 31 == 0 { try interruption.check() }
            grammar.read(sentence)
        }
        return grammar.found
    }

    private init(text: LexedText, numbers: NumberGrammar, taken: [Bool]) {
        self.text = text
        self.numbers = numbers
        self.taken = taken
    }

    func isTaken(_ index: Int) -> Bool { sentence.contains(index) && taken[index] }

    func at(_ index: Int) -> Lexeme {
        sentence.contains(index) ? text.lexemes[index] : Lexeme(start: 0, end: 0)
    }

    private mutating func read(_ sentence: Range<Int>) {
        self.sentence = sentence
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            let lexeme = text.lexemes[index]
            let mayStart =
                lexeme.has(.digits) || lexeme.isIn(.cardinal) || lexeme.has(.mark) && lexeme.mark != 0x2C
                || lexeme.isIn(.determiner) && lexeme.length <= 2 || lexeme.isIn(.currency)
                || lexeme.key == AmountWords.half || lexeme.has(.capital) && lexeme.length <= 12
            if mayStart, !taken[index], let amount = match(at: index) {
                found.append(amount)
                index = amount.lexemes.upperBound
            } else {
                index += 1
            }
        }
    }

    private func match(at index: Int) -> AmountExpression? {
        let lexeme = at(index)
        if let code = Currency.sign(lexeme) { return signed(code, signAt: index) }
        // `USD 5 million`, `Rs 500 crore`.
        if lexeme.has(.capital) {
            let code = lexeme.has(.allCapitals) && !lexeme.has(.shouted) ? Currency.code(lexeme) : nil
            if let code = code ?? Currency.prefix(text.text[lexeme.range]),
                let numbers = amountNumbers(at: index + 1, unitFollows: false)
            {
                return money(code, index..<numbers.end, numbers)
            }
            if let money = gluedCode(at: index) { return money }
        }
        guard !lexeme.has(.mark) else { return nil }
        if let share = shareOfPoint(at: index) { return share }
        if let numbers = amountNumbers(at: index, unitFollows: true), let unit = unit(of: numbers) {
            return counted(numbers, unit, from: index)
        }
        return lexeme.has(.digits) ? gluedMeasure(at: index) : nil
    }

    private func counted(_ numbers: AmountNumbers, _ unit: AmountUnit, from index: Int) -> AmountExpression {
        var (numbers, start) = (numbers, index)
        let isSigned = (at(index - 1).isMark("-") || at(index - 1).isMark("−")) && at(index).has(.glued)
        if unit.type != .money, at(index - 1).key == AmountWords.minus || isSigned && !at(index - 1).has(.glued) {
            numbers.isNegative = true
            start -= 1
        }
        return AmountExpression(lexemes: start..<unit.end, type: unit.type, value: unit.value(numbers))
    }

    private func money(_ code: String, _ range: Range<Int>, _ numbers: AmountNumbers) -> AmountExpression {
        let unit = AmountUnit(type: .money, symbol: code, end: range.upperBound)
        return AmountExpression(lexemes: range, type: .money, value: unit.value(numbers))
    }

    /// Money with its sign in front: `$1.2 billion`, `US$5m`, `€422,000`, `$3 to $4 million`.
    private func signed(_ sign: String, signAt index: Int) -> AmountExpression? {
        guard let numbers = amountNumbers(at: index + 1, unitFollows: false) else { return nil }
        var start = index
        var code = sign
        if sign == "USD", at(index).has(.glued), at(index - 1).has(.allCapitals) || at(index - 1).length == 1 {
            switch text.string(at(index - 1).range) {
            case "US": break
            case "A", "AU": code = "AUD"
            case "C", "CA": code = "CAD"
            case "HK": code = "HKD"
            case "NZ": code = "NZD"
            case "S": code = "SGD"
            case "NT": code = "TWD"
            case "R": code = "BRL"
            default: return nil
            }
            start -= 1
        }
        return money(code, start..<numbers.end, numbers)
    }

    /// `Rs500 crore`, `SFr20m`, `CHF30m`: a code that its number is written to without a space.
    private func gluedCode(at index: Int) -> AmountExpression? {
        let lexeme = at(index)
        guard let digit = text.text[lexeme.range].firstIndex(where: \.isDigit), digit - Int(lexeme.start) <= 3,
            let code = Currency.prefix(text.text[Int(lexeme.start)..<digit]),
            let first = number(Lexeme(start: Int32(digit), end: lexeme.end, shape: .digits), end: index + 1)
        else { return nil }
        let whole = numbers.magnitudes(first.number, from: first.end, limit: sentence.upperBound)
        return money(code, index..<whole.end, AmountNumbers(number: whole.number, end: whole.end))
    }

    /// `half a percentage point`, `a quarter of a percentage point`.
    private func shareOfPoint(at index: Int) -> AmountExpression? {
        var next = index
        let value: String
        if at(next).key == AmountWords.half {
            value = "0.5 %"
            next += 1
        } else if at(next + 1).key == AmountWords.quarter, at(next + 2).key == AmountWords.of {
            value = "0.25 %"
            next += 3
        } else {
            return nil
        }
        guard at(next).isIn(.determiner), at(next + 1).key == AmountWords.percentage,
            at(next + 2).key == AmountWords.point
        else { return nil }
        return AmountExpression(lexemes: index..<next + 3, type: .percent, value: value)
    }

    // MARK: - Numbers

    /// A number or a range: `10`, `10-15`, `3 to 4 million`, `between 20 and 30`.
    ///
    /// - Parameter unitFollows: whether what is counted is said after the number, not by a sign before it.
    private func amountNumbers(at index: Int, unitFollows: Bool) -> AmountNumbers? {
        guard let first = number(at: index) else { return nil }
        let single = AmountNumbers(number: first.number, end: first.end)
        var next = first.end
        let joint = at(next)
        let start = unitFollows ? index - 1 : index - 2
        let isJoined =
            joint.isMark("-") || joint.isMark("–") || joint.key == AmountWords.to && at(start).key != AmountWords.from
            || joint.key == AmountWords.and && at(start).key == AmountWords.between
        guard isJoined else { return single }
        next += 1
        if !unitFollows, Currency.sign(at(next)) != nil, at(next).mark == at(index - 1).mark { next += 1 }
        guard let second = number(at: next) else { return single }
        // "$3 to $4 million" are both millions, "$500,000 to $1 million" are not.
        var low = first.number
        if first.exponent == 0, let scaled = low.scaled(byPowerOfTen: second.exponent), scaled < second.number {
            low = scaled
        }
        guard low < second.number else { return single }
        let range = AmountNumbers(low: low, number: second.number, end: second.end)
        return unitFollows && unit(of: range) == nil ? single : range
    }

    /// A number, one with its magnitude glued on or a half of a magnitude included: `5m`, `2.5bn`, `half a million`.
    private func number(at index: Int) -> NumberGrammar.Match? {
        guard index < sentence.upperBound, index >= sentence.lowerBound, !taken[index] else { return nil }
        if let number = numbers.match(at: index, limit: sentence.upperBound) { return number }
        let lexeme = at(index)
        if lexeme.key == AmountWords.half, at(index + 1).isIn(.determiner), at(index + 2).isIn(.magnitude) {
            return numbers.magnitudes(
                DecimalNumber(mantissa: 5, scale: 1), from: index + 2, limit: sentence.upperBound)
        }
        return lexeme.has(.digits) ? number(lexeme, end: index + 1) : nil
    }

    /// Digits with letters after them that scale: `5m`, `2.5bn`.
    private func number(_ lexeme: Lexeme, end: Int) -> NumberGrammar.Match? {
        let split = lettersStart(of: lexeme)
        let digits = Lexeme(start: lexeme.start, end: Int32(split))
        let exponent: Int
        switch text.string(split..<Int(lexeme.end)).lowercased() {
        case "": exponent = 0
        case "k": exponent = 3
        case "m", "mn", "mln": exponent = 6
        case "b", "bn": exponent = 9
        case "tn": exponent = 12
        default: return nil
        }
        guard let scaled = numbers.digits(digits)?.scaled(byPowerOfTen: exponent) else { return nil }
        return NumberGrammar.Match(number: scaled, end: end, exponent: exponent)
    }

    /// Where the letters at the end of digits begin.
    func lettersStart(of lexeme: Lexeme) -> Int {
        var split = Int(lexeme.end)
        while split > Int(lexeme.start), text.text[split - 1].isLetter { split -= 1 }
        return split
    }
}
