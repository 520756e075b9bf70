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

    private func at(_ index: Int) -> Lexeme {
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
            if mayStart, !taken[index], let amount = match(at: index) {
                found.append(amount)
                index = amount.lexemes.upperBound
            } else {
                index += 1
            }
        }
    }

    private func match(at index: Int) -> AmountExpression? {
        if let code = Currency.sign(at(index)) { return signed(code, signAt: index) }
        // `USD 5 million`.
        if at(index).isIn(.currency), at(index).has(.allCapitals), let number = number(at: index + 1),
            let code = Currency.code(at(index))
        {
            return AmountExpression(lexemes: index..<number.end, type: .money, value: code + " " + number.number.text)
        }
        guard !at(index).has(.mark), let number = number(at: index) else { return nil }
        return counted(number, from: index)
    }

    /// Money with its sign in front: `$1.2 billion`, `US$5m`, `€422,000`.
    private func signed(_ sign: String, signAt index: Int) -> AmountExpression? {
        guard let number = number(at: index + 1) else { return nil }
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
        return AmountExpression(lexemes: start..<number.end, type: .money, value: code + " " + number.number.text)
    }

    /// A number with what it counts behind it.
    private func counted(_ number: NumberGrammar.Match, from index: Int) -> AmountExpression? {
        let end = number.end
        let next = at(end)
        if next.isMark("%") || next.key == AmountWords.percent || next.key == AmountWords.pct {
            return AmountExpression(lexemes: index..<end + 1, type: .percent, value: number.number.text + " %")
        }
        if next.key == AmountWords.per, at(end + 1).key == AmountWords.cent {
            return AmountExpression(lexemes: index..<end + 2, type: .percent, value: number.number.text + " %")
        }
        if next.key == AmountWords.percentage,
            at(end + 1).key == AmountWords.points || at(end + 1).key == AmountWords.point
        {
            return AmountExpression(lexemes: index..<end + 2, type: .percent, value: number.number.text + " %")
        }
        if let code = Currency.sign(next) {
            return AmountExpression(lexemes: index..<end + 1, type: .money, value: code + " " + number.number.text)
        }
        var unit = end
        if at(unit).isMark("-"), at(unit).has(.glued) { unit += 1 }
        if let money = money(number.number, unit: unit, from: index) { return money }
        let isSquare = at(unit).key == AmountWords.square || at(unit).key == AmountWords.cubic
        let name = isSquare ? unit + 1 : unit
        guard at(name).isIn(.measure), let symbol = Measure.symbol(at(name)),
            !at(name).has(.capital) || at(name).has(.allCapitals) || at(name).length > 4
        else { return nil }
        let prefix = isSquare ? (at(unit).key == AmountWords.square ? "sq " : "cu ") : ""
        return AmountExpression(
            lexemes: index..<name + 1, type: .quantity, value: number.number.text + " " + prefix + symbol)
    }

    private func money(_ number: DecimalNumber, unit: Int, from index: Int) -> AmountExpression? {
        var name = unit
        let country = at(name).gazetteer.country
        if at(name).gazetteer.kinds.contains(.demonym), at(name + 1).isIn(.currency) { name += 1 }
        guard at(name).isIn(.currency), let code = Currency.code(at(name), country: name > unit ? country : 0) else {
            return nil
        }
        let range = index..<name + 1
        switch code {
        case "GBP" where at(name).key == AmountWords.pounds || at(name).key == AmountWords.pound:
            // Small numbers of pounds are weights more often than money.
            guard (number.integer ?? 0) >= 1000 || text.language == "en-GB" else {
                return AmountExpression(lexemes: range, type: .quantity, value: number.text + " lb")
            }
        case "KRW" where at(name).key == AmountWords.won:
            guard (number.integer ?? 0) >= 100 else { return nil }
        case "cent":
            guard number.scale == 0 else { return nil }
            return AmountExpression(
                lexemes: range, type: .money, value: "USD " + DecimalNumber(mantissa: number.mantissa, scale: 2).text)
        case "penny":
            guard number.scale == 0 else { return nil }
            return AmountExpression(
                lexemes: range, type: .money, value: "GBP " + DecimalNumber(mantissa: number.mantissa, scale: 2).text)
        default: break
        }
        return AmountExpression(lexemes: range, type: .money, value: code + " " + number.text)
    }

    /// A number, one with its magnitude or unit glued on included: `5m`, `2.5bn`.
    private func number(at index: Int) -> NumberGrammar.Match? {
        guard index < sentence.upperBound, !taken[index] else { return nil }
        if let number = numbers.match(at: index, limit: sentence.upperBound) { return number }
        let lexeme = at(index)
        guard lexeme.has(.digits) else { return nil }
        var split = Int(lexeme.end)
        while split > Int(lexeme.start), text.text[split - 1].isLetter { split -= 1 }
        let suffix = text.string(split..<Int(lexeme.end)).lowercased()
        let exponents = ["k": 3, "m": 6, "mn": 6, "mln": 6, "b": 9, "bn": 9, "tn": 12]
        guard let exponent = exponents[suffix] else { return nil }
        let digits = Lexeme(start: lexeme.start, end: Int32(split))
        guard let scaled = numbers.digits(digits)?.scaled(byPowerOfTen: exponent) else { return nil }
        return NumberGrammar.Match(number: scaled, end: index + 1)
    }
}
