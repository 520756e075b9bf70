/// What stands after a number: percent, a currency's name, a unit of measure.
extension AmountGrammar {
    func unit(of numbers: AmountNumbers) -> AmountUnit? {
        let end = numbers.end
        if let percent = percent(at: end) { return percent }
        if let code = Currency.sign(at(end)) { return AmountUnit(type: .money, symbol: code, end: end + 1) }
        let unit = at(end).isMark("-") && at(end).has(.glued) ? end + 1 : end
        return money(numbers.number, at: unit) ?? measure(at: unit)
    }

    private func percent(at index: Int) -> AmountUnit? {
        let next = at(index + 1).key
        func found(_ count: Int, isHundredth: Bool = false) -> AmountUnit {
            AmountUnit(type: .percent, symbol: "%", isHundredth: isHundredth, end: index + count)
        }
        switch at(index).key {
        case AmountWords.percent, AmountWords.pct: return found(1)
        case AmountWords.per where next == AmountWords.cent: return found(2)
        case AmountWords.percentage where next == AmountWords.points || next == AmountWords.point: return found(2)
        case AmountWords.basis where next == AmountWords.points || next == AmountWords.point:
            return found(2, isHundredth: true)
        default: return at(index).isMark("%") ? found(1) : nil
        }
    }

    private func money(_ number: DecimalNumber, at unit: Int) -> AmountUnit? {
        var name = unit
        let country = at(name).gazetteer.country
        if at(name).gazetteer.kinds.contains(.demonym) || AmountWords.unitedStates.contains(at(name).key),
            at(name + 1).isIn(.currency)
        {
            name += 1
        }
        guard at(name).isIn(.currency), let code = Currency.code(at(name), country: name > unit ? country : 0) else {
            return nil
        }
        switch code {
        case "GBP" where at(name).key == AmountWords.pounds || at(name).key == AmountWords.pound:
            // Small numbers of pounds are weights more often than money.
            guard name > unit || (number.integer ?? 0) >= 1000 || text.language == "en-GB" else {
                return AmountUnit(type: .quantity, symbol: "lb", end: name + 1)
            }
        case "KRW" where at(name).key == AmountWords.won:
            guard (number.integer ?? 0) >= 100 else { return nil }
        case "cent": return AmountUnit(type: .money, symbol: "USD", isHundredth: true, end: name + 1)
        case "penny": return AmountUnit(type: .money, symbol: "GBP", isHundredth: true, end: name + 1)
        default: break
        }
        return AmountUnit(type: .money, symbol: code, end: name + 1)
    }

    private func measure(at index: Int) -> AmountUnit? {
        let isSquare = at(index).key == AmountWords.square
        let name = isSquare || at(index).key == AmountWords.cubic ? index + 1 : index
        // "95 °F".
        if at(index).isMark("°") { return temperature(at: index + 1) ?? found("°", index + 1) }
        guard at(name).isIn(.measure), let symbol = Measure.symbol(at(name)),
            !at(name).has(.capital) || at(name).has(.allCapitals) || at(name).length > 4
        else { return nil }
        if name > index { return found((isSquare ? "sq " : "cu ") + symbol, name + 1) }
        if symbol == "°" { return temperature(at: name + 1) ?? found(symbol, name + 1) }
        return speed(symbol, at: name + 1) ?? found(symbol, name + 1)
    }

    private func found(_ symbol: String, _ end: Int) -> AmountUnit {
        AmountUnit(type: .quantity, symbol: symbol, end: end)
    }

    /// The scale after "degrees".
    private func temperature(at index: Int) -> AmountUnit? {
        switch at(index).key {
        case AmountWords.celsius, AmountWords.centigrade: found("°C", index + 1)
        case AmountWords.fahrenheit: found("°F", index + 1)
        case AmountWords.c where at(index).has(.capital): found("°C", index + 1)
        case AmountWords.f where at(index).has(.capital): found("°F", index + 1)
        default: nil
        }
    }

    /// A length a time: `miles per hour`, `metres a second`, `km/h`.
    private func speed(_ symbol: String, at index: Int) -> AmountUnit? {
        guard ["km", "mi", "m", "ft"].contains(symbol), !isTaken(index + 1),
            at(index).isMark("/") || at(index).key == AmountWords.per
                || at(index).isIn(.determiner) && at(index).length <= 2
        else { return nil }
        switch at(index + 1).key {
        case AmountWords.hour, AmountWords.h, AmountWords.hr:
            return found(symbol == "mi" ? "mph" : symbol + "/h", index + 2)
        case AmountWords.second, AmountWords.s: return found(symbol + "/s", index + 2)
        default: return nil
        }
    }

    /// A unit that its number is written to without a space: `2.5km`, `35C`.
    func gluedMeasure(at index: Int) -> AmountExpression? {
        let lexeme = at(index)
        let split = lettersStart(of: lexeme)
        guard let symbol = Measure.glued(text.string(split..<Int(lexeme.end))),
            let number = numbers.digits(Lexeme(start: lexeme.start, end: Int32(split)))
        else { return nil }
        // "35C" is hot, "737C" is none; a capital before it makes a name, "Gate 35C".
        if symbol.hasPrefix("°"), (number.integer ?? 1000) > 130 || at(index - 1).has(.capital) { return nil }
        let unit =
            speed(symbol, at: index + 1) ?? AmountUnit(type: .quantity, symbol: symbol, end: index + 1)
        return AmountExpression(
            lexemes: index..<unit.end, type: .quantity, value: number.text + " " + unit.symbol)
    }
}
