/// Years, decades and centuries.
extension TimeGrammar {
    /// `the nineties`, where no temperature or age can be meant: "since the nineties", "the late sixties".
    func spokenDecade(at index: Int) -> TimeExpression? {
        guard at(index).length >= 7, isPluralUnit(index), let decade = Self.decades[at(index).key],
            at(index - 1).key == TimeWords.the || at(index - 1).isIn(.timeModifier)
        else { return nil }
        let before = at(index - 1).isIn(.timeModifier) ? index - 1 : index - 2
        let introduced = at(before).isIn(.timeModifier) || Self.decadePrepositions.contains(at(before).key)
        return introduced ? expression(index..<index + 1, .date, decade) : nil
    }

    private static let decades: [UInt64: String] = [
        WordKey.of("twenties"): "192", WordKey.of("thirties"): "193", WordKey.of("forties"): "194",
        WordKey.of("fifties"): "195", WordKey.of("sixties"): "196", WordKey.of("seventies"): "197",
        WordKey.of("eighties"): "198", WordKey.of("nineties"): "199",
    ]

    private static let decadePrepositions: Set<UInt64> = [
        TimeWords.of, TimeWords.since, TimeWords.during, WordKey.of("through"), WordKey.of("throughout"),
        WordKey.of("until"), WordKey.of("from"), WordKey.of("before"),
    ]

    /// `20th century`, `nineteenth-century`, `1990s`, `'80s`.
    func century(at index: Int) -> TimeExpression? {
        let lexeme = at(index)
        if lexeme.has(.digits), !lexeme.has(.onlyDigits), lexeme.number >= 0,
            text.text[Int(lexeme.end) - 1] == UInt8(ascii: "s")
        {
            if lexeme.length == 5, lexeme.number % 10 == 0, (1000...2990).contains(lexeme.number) {
                return expression(index..<index + 1, .date, String(lexeme.number / 10))
            }
            if lexeme.length == 3, lexeme.number % 10 == 0, lexeme.number >= 10, !at(index - 1).isIn(.pronoun) {
                let hasMark = lexeme.has(.glued) && (at(index - 1).isMark("'") || at(index - 1).isMark("’"))
                return expression(
                    (hasMark ? index - 1 : index)..<index + 1, .date, "19" + String(lexeme.number / 10))
            }
            return nil
        }
        guard lexeme.isIn(.ordinal) || isOrdinalDigits(lexeme), lexeme.number > 0, lexeme.number <= 30 else {
            return nil
        }
        let next = at(index + 1).isMark("-") ? index + 2 : index + 1
        guard at(next).timeUnit == .century else { return nil }
        return expression(index..<next + 1, .date, CivilDate.padded(Int(lexeme.number) - 1, 2))
    }

    /// What is told apart by numbers: "Room 2010", "Flight 1990".
    private static let numberedThings: Set<UInt64> = [
        WordKey.of("route"), WordKey.of("room"), WordKey.of("flight"), WordKey.of("highway"), WordKey.of("suite"),
        WordKey.of("section"), WordKey.of("resolution"), WordKey.of("bill"), WordKey.of("page"),
        WordKey.of("apartment"),
        WordKey.of("number"), WordKey.of("no."), WordKey.of("convoy"), WordKey.of("unit"), WordKey.of("article"),
    ]

    /// Four digits, where what stands around them does not count or name something else.
    func year(at index: Int) -> TimeExpression? {
        guard let year = yearNumber(at: index) else { return nil }
        let previous = at(index - 1)
        let next = at(index + 1)
        if at(index).has(.glued),
            !(previous.isMark("-") || previous.isMark("–") || previous.isMark("(") || previous.isMark("'")
                || previous.isMark("/") || previous.isMark("\"") || previous.isMark("“"))
        {
            return nil
        }
        if previous.isMark("$") || previous.isMark("€") || previous.isMark("£") || next.isMark("%") { return nil }
        if next.isIn([.measure, .magnitude, .currency]), !next.isIn(.timeUnit) { return nil }
        if next.isMark("/") || next.isMark(":") || next.isIn(.timeZone) && next.has(.allCapitals) { return nil }
        if Self.numberedThings.contains(previous.key) { return nil }
        if let period = reportingPeriod(ofYear: year, at: index) { return period }
        let isModern = (1900...2059).contains(year)
        let introduced =
            previous.isIn([.preposition, .timeModifier, .season, .last, .next]) || previous.isMark("(")
            || previous.key == TimeWords.fiscal || previous.timeUnit == .year
        if !introduced {
            guard isModern else { return nil }
            // "2000 people": a plural noun after a round number is counted.
            if year % 100 == 0, next.has(.word), !next.has(.capital), next.length > 3,
                text.text[Int(next.end) - 1] == UInt8(ascii: "s")
            {
                return nil
            }
        } else if !isModern {
            let dates =
                previous.key == TimeWords.in || previous.key == TimeWords.since || previous.isMark("(")
                || previous.key == TimeWords.from || previous.key == TimeWords.by || previous.key == TimeWords.to
                || previous.isIn(.season) || previous.key == TimeWords.until || previous.isIn(.timeModifier)
            guard dates, year >= 1100, year < 2100 else { return nil }
            if next.has(.word), !next.has(.capital),
                !next.isIn([.preposition, .conjunction, .auxiliary, .pronoun, .determiner])
            {
                return nil
            }
        }
        let date = CivilDate(year: year, month: 1, day: 1)
        return expression(index..<index + 1, .date, date.isoYear, date: date, precision: .year)
    }

    /// `nineteen ninety-six`; `two thousand` after "year".
    func spokenYear(at index: Int) -> TimeExpression? {
        guard let (year, end) = yearInWords(at: index) else { return nil }
        let date = CivilDate(year: year, month: 1, day: 1)
        return expression(index..<end, .date, date.isoYear, date: date, precision: .year)
    }

    /// A year in figures or words.
    func saidYear(at index: Int) -> (year: Int, end: Int)? {
        yearNumber(at: index).map { ($0, index + 1) } ?? yearInWords(at: index)
    }

    private func yearInWords(at index: Int) -> (year: Int, end: Int)? {
        let first = at(index)
        guard first.isIn(.cardinal) else { return nil }
        if first.number == 2, at(index + 1).isIn(.magnitude), at(index + 1).number == 3,
            at(index - 1).key == TimeWords.year,
            let match = numbers.match(at: index, limit: sentence.upperBound), let year = match.number.integer,
            (2000..<2100).contains(year)
        {
            return (year, match.end)
        }
        guard first.number == 19 || first.number == 18 || first.number == 20, at(index + 1).isIn(.cardinal),
            let rest = numbers.match(at: index + 1, limit: sentence.upperBound), let value = rest.number.integer,
            (10...99).contains(value)
        else { return nil }
        return (Int(first.number) * 100 + value, rest.end)
    }
}
