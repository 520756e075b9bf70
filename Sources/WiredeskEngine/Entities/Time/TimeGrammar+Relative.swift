/// Times said by their distance from the day of publication or from a time just named.
extension TimeGrammar {
    /// `today`, `yesterday`, `now`, `daily`.
    func timeWord(at index: Int) -> TimeExpression? {
        let range = index..<index + 1
        // "USA Today", "Conservative News Daily": a capital beside another inside a sentence is a name's.
        if at(index).has(.capital), !at(index).has(.opening), at(index - 1).has(.capital) || at(index + 1).has(.capital)
        {
            return nil
        }
        switch at(index).number {
        case 1: return withDayPart(day(range, offset: 0))
        case 2: return withDayPart(day(range, offset: -1))
        case 3 where at(index - 1).key == TimeWords.of && !at(index + 1).has(.clitic):
            // "the leaders of tomorrow"
            return expression(range, .date, "FUTURE_REF")
        case 3: return withDayPart(day(range, offset: 1))
        case 4:
            guard let day = day(range, offset: 0) else { return nil }
            return expression(
                range, .time, day.value.map { $0 + "TNI" }, basis: day.basis, date: day.date, precision: day.precision)
        case 5: return expression(range, .date, "PRESENT_REF")
        case 6: return expression(range, .date, "PAST_REF")
        case 7:
            // "soon after" and "it soon became" tell of what followed then.
            let next = at(index + 1)
            if next.key == TimeWords.as || next.key == TimeWords.after || tense(around: index) < 0 { return nil }
            return expression(range, .date, "FUTURE_REF")
        case 8 where at(index + 1).has(.capital) && !at(index + 1).isIn([.weekday, .month]):
            // "the daily Herald" is a newspaper.
            return nil
        case 8: return expression(range, .set, "P1D")
        case 9: return expression(range, .set, "P1W")
        case 10: return expression(range, .set, "P1M")
        case 12: return expression(range, .set, "P1Y")
        case 13: return expression(range, .set, "PT1H")
        case 14: return at(index - 1).key == TimeWords.the ? expression(range, .date, "FUTURE_REF") : nil
        default: return nil
        }
    }

    /// `paid quarterly`; before a noun, as in "quarterly earnings", the word says what kind they are.
    func frequency(at index: Int) -> TimeExpression? {
        guard let value = TimeWords.frequencies[at(index).key] else { return nil }
        let next = at(index + 1)
        return next.has(.word) && !next.isIn(.closed) ? nil : expression(index..<index + 1, .set, value)
    }

    /// A day so many days from publication; without a value when that is not known to the day.
    private func day(_ range: Range<Int>, offset: Int) -> TimeExpression? {
        guard let reference, reference.precision == .day else { return expression(range, .date, nil) }
        let date = reference.date.adding(days: offset)
        return expression(range, .date, date.iso, basis: reference.basis, date: date)
    }

    /// The part of the day after a day: `Friday morning`, `yesterday afternoon`, `Friday at noon`.
    func withDayPart(_ day: TimeExpression?) -> TimeExpression? {
        guard var day else { return nil }
        let next = day.lexemes.upperBound
        let early = at(next).isIn(.timeModifier) && at(next + 1).isIn(.dayPart) ? 1 : 0
        guard at(next + early).isIn(.dayPart), let code = dayPart(at: next + early) else { return day }
        day.lexemes = day.lexemes.lowerBound..<next + early + 1
        day.type = .time
        day.value = day.value.map { $0 + code }
        return day
    }

    /// TIMEX3's code of a part of the day.
    func dayPart(at index: Int) -> String? {
        switch at(index).number {
        case 1: "TMO"
        case 2: "TAF"
        case 3: "TEV"
        case 4: "TNI"
        case 5: "T12:00"
        case 6: "T24:00"
        default: nil
        }
    }

    /// `last week`, `the past three months`, `this year's third quarter`, `next Friday`, `that same day`.
    mutating func deictic(at index: Int) -> TimeExpression? {
        let word = at(index)
        var next = index + 1
        if at(next).isIn([.last, .next]), word.key == TimeWords.this || word.key == TimeWords.these { next += 1 }
        if word.key == TimeWords.that, at(next).key == TimeWords.same { next += 1 }
        let direction = at(next - 1).isIn(.last) ? -1 : at(next - 1).isIn(.next) ? 1 : 0
        let leansOnText =
            word.key == TimeWords.that || word.key == TimeWords.same || word.key == TimeWords.previous
            || word.key == TimeWords.following || at(next - 1).key == TimeWords.same
        let start = index

        if word.key == TimeWords.these {
            return at(next).key == TimeWords.days ? expression(start..<next + 1, .date, "PRESENT_REF") : nil
        }
        // "the past three months": a length of time.
        // "would last a week" is a verb.
        let isArticle = at(next).key == TimeWords.a || at(next).key == TimeWords.an
        if direction != 0, !isArticle, let length = length(from: next) {
            return expression(start..<length.end, .duration, length.value)
        }
        let target = at(next)
        if target.isIn(.weekday), target.has(.capital) {
            guard !leansOnText, let day = weekday(at: next, offset: direction) else { return nil }
            return widened(day, from: start)
        }
        if target.isIn(.month), target.has(.capital) {
            guard !leansOnText, dayOfMonth(at: next + 1) == nil else { return nil }
            return monthWithoutYear(start..<next + 1, month: Int(target.number), offset: direction)
        }
        if target.isIn(.season) { return season(at: next, offset: direction).map { widened($0, from: start) } }
        if target.isIn(.holiday) { return holiday(at: next, offset: direction).map { widened($0, from: start) } }
        if target.isIn(.dayPart), target.unit == 0 || target.timeUnit == .night {
            return partOfThisDay(start..<next + 1, at: next, direction: direction, leansOnText: leansOnText)
        }
        guard let unit = target.timeUnit, !isPluralUnit(next) else { return nil }
        // "This Week" is a programme, unless all around is in capitals too.
        if target.has(.capital), target.shape.isDisjoint(with: [.titleCase, .shouted]) { return nil }
        // "the past century" is a length of time; "the past year" is the one before this.
        if word.key == TimeWords.past, unit == .decade || unit == .century {
            return expression(start..<next + 1, .duration, Self.duration(DecimalNumber(mantissa: 1), unit))
        }
        if unit == .year, !leansOnText, at(next + 1).has(.clitic),
            at(next + 2).isIn(.ordinal), at(next + 3).timeUnit == .quarter || at(next + 4).timeUnit == .quarter
        {
            let quarter = at(next + 3).timeUnit == .quarter ? next + 3 : next + 4
            guard let reference else { return nil }
            let year = reference.date.year + direction
            return expression(
                start..<quarter + 1, .date, CivilDate.padded(year, 4) + "-Q\(at(next + 2).number)",
                basis: reference.basis)
        }
        // "last year's quarter" is the one reported on, a year before.
        if unit == .year, !leansOnText, at(next + 1).has(.clitic), at(next + 2).timeUnit == .quarter,
            !isPluralUnit(next + 2),
            let report = lastReport, let reference
        {
            let value = report.ofYear(reference.date.year + direction).value
            return expression(start..<next + 3, .date, value, basis: reference.basis)
        }
        let base = leansOnText ? anchor ?? reference : reference
        // "that day" and "the same year" need a time just named, and so does "the next day".
        if leansOnText, direction == 0, anchor == nil { return nil }
        if word.key == TimeWords.following, anchor == nil { return expression(start..<next + 1, .date, nil) }
        if unit == .day, at(start - 1).key == TimeWords.the, direction != 0, word.key != TimeWords.past {
            // "the last day of the season"
            if at(next + 1).key == TimeWords.of { return nil }
            return anchor.flatMap { period(start..<next + 1, unit: unit, offset: direction, from: $0) }
                ?? expression(start..<next + 1, .date, nil)
        }
        // "to this day" is no date.
        if word.key == TimeWords.this, unit == .day, at(start - 1).key == TimeWords.to { return nil }
        guard let base else { return expression(start..<next + 1, .date, nil) }
        return period(start..<next + 1, unit: unit, offset: direction, from: base)
    }

    private func widened(_ expression: TimeExpression, from start: Int) -> TimeExpression {
        var wide = expression
        wide.lexemes = start..<expression.lexemes.upperBound
        return wide
    }

    func isPluralUnit(_ index: Int) -> Bool {
        let lexeme = at(index)
        return lexeme.length > 3 && text.text[Int(lexeme.end) - 1] | 0x20 == UInt8(ascii: "s")
    }

    private func partOfThisDay(
        _ range: Range<Int>, at index: Int, direction: Int, leansOnText: Bool
    ) -> TimeExpression? {
        guard let code = dayPart(at: index) else { return nil }
        let base = leansOnText || direction > 0 ? anchor ?? reference : reference
        guard let base, base.precision == .day else { return expression(range, .time, nil) }
        // "last night" is the night before the day of publication.
        let date = base.date.adding(days: direction)
        return expression(range, .time, date.iso + code, basis: base.basis, date: date)
    }

    /// The calendar period of a unit so many units from a reference: the week, the month, the year.
    func period(
        _ range: Range<Int>, unit: TimeUnit, offset: Int, from base: TimeReference
    ) -> TimeExpression? {
        let date = base.date
        let basis = base.basis
        func needs(_ precision: TimeReference.Precision) -> Bool { base.precision.rawValue >= precision.rawValue }
        func clamp(_ value: CivilDate) -> CivilDate? { (1...9999).contains(value.year) ? value : nil }
        switch unit {
        case .second, .minute, .hour: return nil
        case .day:
            guard needs(.day), let day = clamp(date.adding(days: offset)) else { break }
            return expression(range, .date, day.iso, basis: basis, date: day)
        case .night:
            guard needs(.day), let day = clamp(date.adding(days: offset)) else { break }
            return expression(range, .time, day.iso + "TNI", basis: basis, date: day)
        case .week, .fortnight, .weekend:
            guard needs(.day), let day = clamp(date.adding(days: offset * (unit == .fortnight ? 14 : 7))) else { break }
            let monday = day.adding(days: 1 - day.weekday)
            return expression(
                range, .date, day.isoWeekValue + (unit == .weekend ? "-WE" : ""), basis: basis, date: monday)
        case .month:
            guard needs(.month), let month = clamp(date.adding(months: offset)) else { break }
            return expression(range, .date, month.isoMonth, basis: basis, date: month, precision: .month)
        case .quarter:
            guard needs(.month), let month = clamp(date.adding(months: offset * 3)) else { break }
            return expression(range, .date, month.isoYear + "-Q\((month.month + 2) / 3)", basis: basis)
        case .year:
            guard let year = clamp(CivilDate(year: date.year + offset, month: 1, day: 1)) else { break }
            return expression(range, .date, year.isoYear, basis: basis, date: year, precision: .year)
        case .decade:
            guard (1...998).contains(date.year / 10 + offset) else { break }
            return expression(range, .date, CivilDate.padded(date.year / 10 + offset, 3), basis: basis)
        case .century:
            guard (1...98).contains(date.year / 100 + offset) else { break }
            return expression(range, .date, CivilDate.padded(date.year / 100 + offset, 2), basis: basis)
        case .millennium: break
        }
        return expression(range, .date, nil)
    }

    /// `summer`, `last summer`, `the summer of 1998`. Spring and fall are verbs as well: they need a sign.
    func season(at index: Int, offset: Int?) -> TimeExpression? {
        let lexeme = at(index)
        let codes = ["SP", "SU", "FA", "WI"]
        guard (1...4).contains(lexeme.number) else { return nil }
        let code = codes[Int(lexeme.number) - 1]
        var next = index + 1
        if at(next).key == TimeWords.of { next += 1 }
        if let (year, end) = saidYear(at: next) {
            return expression(index..<end, .date, CivilDate.padded(year, 4) + "-" + code)
        }
        if let (year, end, basis) = relativeYear(at: index + 1) {
            return expression(index..<end, .date, CivilDate.padded(year, 4) + "-" + code, basis: basis)
        }
        let isSafe = lexeme.number == 2 || lexeme.number == 4 || lexeme.length > 5
        let introduced =
            at(index - 1).key == TimeWords.the
            && (at(index - 2).isIn(.preposition) || at(index - 2).isIn(.timeModifier))
        guard offset != nil || introduced || isSafe && !lexeme.has(.capital) else { return nil }
        if isPluralUnit(index), offset == nil, !introduced {
            return expression(index..<index + 1, .set, "XXXX-" + code)
        }
        guard let reference, reference.precision != .year else {
            return expression(index..<index + 1, .date, "XXXX-" + code)
        }
        // Winter of a year runs over its end; the year is that of its December.
        let firstMonth = [3, 6, 9, 12][Int(lexeme.number) - 1]
        var year = reference.date.year
        switch offset {
        case .some(let offset) where offset < 0:
            if reference.date.month <= firstMonth + 2 { year -= 1 }
        case .some(let offset) where offset > 0:
            if reference.date.month >= firstMonth { year += 1 }
        case .some: break
        case nil:
            let tense = tense(around: index)
            if tense < 0, reference.date.month < firstMonth { year -= 1 }
            if tense > 0, reference.date.month > firstMonth + 2 { year += 1 }
        }
        return expression(
            index..<index + 1, .date, CivilDate.padded(year, 4) + "-" + code, basis: reference.basis)
    }
}
