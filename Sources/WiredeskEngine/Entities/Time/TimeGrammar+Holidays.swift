/// Holidays whose day each year's calendar gives.
extension TimeGrammar {
    /// `Christmas`, `last Easter`, `Christmas Eve`. Said alone they name the feast, not a day.
    func holiday(at index: Int, offset: Int?) -> TimeExpression? {
        guard at(index).has(.capital), var holiday = Holiday.numbered(Int(at(index).number)) else { return nil }
        var end = index + 1
        var hasDay = at(end).key == TimeWords.day
        if at(end).key == TimeWords.eve, at(index).number == 1 {
            holiday = .fixed(month: 12, day: 24)
            hasDay = true
        }
        if hasDay { end += 1 }
        // "Easter Road" is a place.
        if at(end).has(.capital), !at(end).isIn([.weekday, .month, .timeUnit, .closed]) { return nil }
        // "Easter week", "Thanksgiving weekend".
        if let unit = at(end).timeUnit, unit == .week || unit == .weekend, !isPluralUnit(end),
            let day = day(of: holiday, index..<end, offset: offset), let date = day.date
        {
            let suffix = unit == .weekend ? "-WE" : ""
            return expression(index..<end + 1, .date, date.isoWeekValue + suffix, basis: day.basis, date: date)
        }
        let isDated = offset != nil || hasDay || yearNumber(at: end) != nil
        guard isDated || at(index - 1).isIn([.preposition, .timeModifier]) else { return nil }
        return day(of: holiday, index..<end, offset: offset)
    }

    /// `Labor Day`, `New Year's Eve`, read at "Day" or "Eve".
    func holidayDay(at index: Int) -> TimeExpression? {
        guard at(index).has(.capital), at(index).key == TimeWords.day || at(index).key == TimeWords.eve else {
            return nil
        }
        let name = at(index - 1).has(.clitic) ? index - 2 : index - 1
        guard at(name).has(.capital), let holiday = Holiday.days[at(name).key] else { return nil }
        let isNewYear = at(name).key == TimeWords.year
        if isNewYear, at(name - 1).key != TimeWords.new { return nil }
        if at(index).key == TimeWords.eve {
            return isNewYear ? day(of: .fixed(month: 12, day: 31), name - 1..<index + 1, offset: nil) : nil
        }
        return day(of: holiday, (isNewYear ? name - 1 : name)..<index + 1, offset: nil)
    }

    /// `Good Friday`, read at the day of the week.
    func holidayWeekday(at index: Int) -> TimeExpression? {
        guard at(index - 1).has(.capital), at(index).has(.capital),
            let holiday = Holiday.named(at(index - 1).key, weekday: Int(at(index).number))
        else { return nil }
        return day(of: holiday, index - 1..<index + 1, offset: nil)
    }

    /// The holiday of the year that is said after it, else of the one that brings it nearest.
    private func day(of holiday: Holiday, _ range: Range<Int>, offset: Int?) -> TimeExpression? {
        let end = range.upperBound
        if let year = yearNumber(at: end) ?? yearNumber(at: end + 1), at(end).isMark(",") || yearNumber(at: end) != nil
        {
            let wide = range.lowerBound..<(yearNumber(at: end) == nil ? end + 2 : end + 1)
            let day = holiday.date(in: year)
            return expression(wide, .date, day.iso, date: day)
        }
        guard let reference else { return expression(range, .date, nil) }
        var day = holiday.date(in: reference.date.year)
        if reference.precision == .day {
            let distance = day.days - reference.date.days
            let direction = offset ?? tense(around: range.lowerBound)
            if distance > 0, offset.map({ $0 < 0 }) ?? (distance > (direction > 0 ? 366 : 60)) {
                day = holiday.date(in: reference.date.year - 1)
            } else if distance < 0, offset.map({ $0 > 0 }) ?? (direction > 0 && distance < -30) {
                day = holiday.date(in: reference.date.year + 1)
            }
        }
        return expression(range, .date, day.iso, basis: reference.basis, date: day)
    }
}
