/// Periods that "the", an ordinal or nothing but their unit names.
extension TimeGrammar {
    /// What "the" introduces: `the week before`, `the next day`, `the week of March 6`, `the weekend`, `the past`.
    mutating func definite(at index: Int) -> TimeExpression? {
        guard at(index).key == TimeWords.the else { return nil }
        let next = index + 1
        if at(next).key == TimeWords.past, !at(next + 1).isIn([.timeUnit, .cardinal, .weekday, .season, .month]),
            !at(next + 1).has(.digits), at(next + 1).key != TimeWords.few, at(next + 1).key != TimeWords.several
        {
            return at(next + 1).has(.word) && !at(next + 1).isIn(.closed)
                ? nil : expression(index..<next + 1, .date, "PAST_REF")
        }
        if let expression = reportingPeriod(at: index) ?? periodInProgress(at: index) ?? spokenDecade(at: next) {
            return expression
        }
        if at(next).isIn([.last, .next]) || at(next).key == TimeWords.same {
            return deictic(at: next).map { found in
                TimeExpression(
                    lexemes: index..<found.lexemes.upperBound, type: found.type, value: found.value, basis: found.basis,
                    date: found.date, precision: found.precision)
            }
        }
        let isCurrent = at(next).key == TimeWords.current || at(next).key == TimeWords.latest
        if isCurrent, let unit = at(next + 1).timeUnit, let reference {
            return period(
                index..<next + 2, unit: unit, offset: unit == .quarter && at(next).key == TimeWords.latest ? -1 : 0,
                from: reference)
        }
        guard let unit = at(next).timeUnit, at(next).unit != 0, !isPluralUnit(next) else { return nil }
        if unit == .weekend {
            guard let reference else { return expression(index..<next + 1, .date, nil) }
            let isPast = reference.date.weekday <= 3 && tense(around: index) <= 0
            return period(index..<next + 1, unit: .weekend, offset: isPast ? -1 : 0, from: reference)
        }
        let word = at(next + 1)
        if unit == .week, word.key == TimeWords.of, let day = month(at: next + 2), let date = day.date,
            day.precision == .day
        {
            return expression(index..<day.lexemes.upperBound, .date, date.isoWeekValue, basis: day.basis, date: date)
        }
        let direction =
            word.key == TimeWords.before || word.key == TimeWords.earlier
            ? -1
            : word.key == TimeWords.after || word.key == TimeWords.later ? 1 : 0
        guard direction != 0 else { return nil }
        if word.key == TimeWords.before || word.key == TimeWords.after {
            if unit == .day, let day = dayBeside(at: next + 2), let date = day.date?.adding(days: direction) {
                return expression(
                    index..<day.lexemes.upperBound, .date, date.iso, basis: day.basis ?? reference?.basis, date: date)
            }
            guard endsClause(next + 2) else { return nil }
        }
        guard let base = anchor ?? reference else { return expression(index..<next + 2, .date, nil) }
        return period(index..<next + 2, unit: unit, offset: direction, from: base)
    }

    /// The day that another lies beside: "the day before yesterday", "the day after Christmas".
    private mutating func dayBeside(at index: Int) -> TimeExpression? {
        let count = found.count
        var day: TimeExpression?
        if at(index).isIn(.timeWord), (1...3).contains(at(index).number) {
            day = timeWord(at: index)
        } else if at(index).isIn(.weekday) {
            day = weekday(at: index)
        } else if at(index).isIn([.last, .next]) {
            day = deictic(at: index)
        } else if at(index).isIn(.holiday) {
            day = holiday(at: index, offset: nil)
        } else if isMonth(index), dayOfMonth(at: index + 1) != nil {
            day = month(at: index)
        }
        guard found.count == count, day?.precision == .day, day?.type == .date else { return nil }
        return day
    }

    /// A unit without a number: `years`, `for weeks`, `recent months`, `the year-earlier quarter`.
    func bareUnit(at index: Int) -> TimeExpression? {
        guard let unit = at(index).timeUnit else { return nil }
        let previous = at(index - 1)
        if let expression = holidayDay(at: index) ?? yearBefore(at: index) ?? yearEnd(at: index) { return expression }
        // "30 per day".
        let isSpeed = unit == .hour && at(index - 2).isIn(.measure)
        if previous.key == TimeWords.per, !isPluralUnit(index), unit != .second, !isSpeed {
            return expression(index - 1..<index + 1, .set, Self.duration(DecimalNumber(mantissa: 1), unit))
        }
        // "on weekends" recurs.
        if unit == .weekend, isPluralUnit(index) {
            return previous.isIn([.preposition, .conjunction])
                ? expression(index..<index + 1, .set, "XXXX-WXX-WE") : nil
        }
        guard isPluralUnit(index), unit != .second, unit != .minute || previous.isIn(.preposition) else { return nil }
        if at(index + 1).key == TimeWords.ago { return expression(index..<index + 2, .date, "PAST_REF") }
        if previous.key == TimeWords.recent, unit == .year || unit == .day {
            return expression(index - 1..<index + 1, .date, "PAST_REF")
        }
        if previous.isIn(.next) || previous.key == TimeWords.recent {
            return expression(index - 1..<index + 1, .duration, Self.duration(nil, unit))
        }
        guard previous.isIn(.preposition), previous.key != TimeWords.of || unit == .year else { return nil }
        return expression(index..<index + 1, .duration, Self.duration(nil, unit))
    }

    /// `the third quarter`, `third-quarter`, `the first half of 1998`.
    func ordinalPeriod(at index: Int) -> TimeExpression? {
        let lexeme = at(index)
        guard lexeme.isIn(.ordinal) || lexeme.has(.digits) && isOrdinalDigits(lexeme) || lexeme.key == TimeWords.last
        else { return nil }
        let next = at(index + 1).isMark("-") ? index + 2 : index + 1
        if let part = partOfYear(at: index) { return part }
        let isQuarter = at(next).timeUnit == .quarter && (1...4).contains(lexeme.number)
        let isHalf = at(next).key == TimeWords.half && (lexeme.key == TimeWords.last || (1...2).contains(lexeme.number))
        guard isQuarter || isHalf, !isPluralUnit(next) || isHalf else { return nil }
        let code = (isQuarter ? "-Q" : "-H") + (lexeme.key == TimeWords.last ? "2" : String(lexeme.number))
        let of = at(next + 1).key == TimeWords.of || at(next + 1).key == TimeWords.in ? 1 : 0
        if let year = yearNumber(at: next + 1 + of) {
            return expression(index..<next + 2 + of, .date, CivilDate.padded(year, 4) + code)
        }
        if let (year, end, basis) = relativeYear(at: next + 1) {
            return expression(index..<end, .date, CivilDate.padded(year, 4) + code, basis: basis)
        }
        // "the first half of the year"
        if at(next + 1).key == TimeWords.of, at(next + 2).key == TimeWords.the, at(next + 3).key == TimeWords.year,
            let reference
        {
            return expression(index..<next + 4, .date, reference.date.isoYear + code, basis: reference.basis)
        }
        guard isQuarter else { return nil }
        guard let reference, reference.precision != .year else {
            return expression(index..<next + 1, .date, "XXXX" + code)
        }
        let started = Int(lexeme.number) * 3 - 2 <= reference.date.month
        let isFuture = tense(around: index) > 0
        // "to open in the first quarter", said in autumn: results of a quarter are reported in the next one.
        let isOver = Int(lexeme.number) * 3 < reference.date.month - 3
        let isAim = isFuture && isOver && at(index - 1).key == TimeWords.the && at(index - 2).isIn(.preposition)
        let year = reference.date.year + (isAim ? 1 : started || isFuture ? 0 : -1)
        return expression(index..<next + 1, .date, CivilDate.padded(year, 4) + code, basis: reference.basis)
    }

    /// `the first six months of 2021`, `the last two quarters of last year`: a half or a quarter.
    private func partOfYear(at index: Int) -> TimeExpression? {
        let isLast = at(index).key == TimeWords.last
        guard isLast || at(index).isIn(.ordinal) && at(index).number == 1,
            at(index + 1).isIn(.cardinal) || at(index + 1).has(.onlyDigits),
            at(index + 2).timeUnit == .month || at(index + 2).timeUnit == .quarter, at(index + 3).key == TimeWords.of
        else { return nil }
        let code: String
        switch Int(at(index + 1).number) * (at(index + 2).timeUnit == .quarter ? 3 : 1) {
        case 3: code = isLast ? "-Q4" : "-Q1"
        case 6: code = isLast ? "-H2" : "-H1"
        default: return nil
        }
        if let year = yearNumber(at: index + 4) {
            return expression(index..<index + 5, .date, CivilDate.padded(year, 4) + code)
        }
        guard let (year, end, basis) = relativeYear(at: index + 3) else { return nil }
        return expression(index..<end, .date, CivilDate.padded(year, 4) + code, basis: basis)
    }
}
