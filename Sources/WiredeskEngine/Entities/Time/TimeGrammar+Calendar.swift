/// Dates in figures, and days of the week.
extension TimeGrammar {
    /// `2015-08-02`, `8/13/2015`, `13.8.2015`, `2004-2009`.
    func numericDate(at index: Int) -> TimeExpression? {
        let first = at(index)
        if first.has(.onlyDigits), first.length == 4, at(index + 1).isMark("-"), at(index + 1).has(.glued) {
            let month = at(index + 2)
            let day = at(index + 4)
            if month.length == 2, at(index + 3).isMark("-"), at(index + 3).has(.glued), day.number > 0,
                CivilDate.isValid(year: Int(first.number), month: Int(month.number), day: Int(day.number))
            {
                let date = CivilDate(year: Int(first.number), month: Int(month.number), day: Int(day.number))
                return expression(index..<index + 5, .date, date.iso, date: date)
            }
        }
        if first.has(.onlyDigits), first.length <= 2, at(index + 1).isMark("/"), at(index + 3).isMark("/"),
            at(index + 1).has(.glued), at(index + 3).has(.glued), at(index + 4).has(.onlyDigits)
        {
            return slashDate(index..<index + 5, Int(first.number), Int(at(index + 2).number), at(index + 4))
        }
        return nil
    }

    /// Which of the first two numbers is the month is said only when the other cannot be.
    func slashDate(_ range: Range<Int>, _ first: Int, _ second: Int, _ last: Lexeme) -> TimeExpression? {
        var year = Int(last.number)
        if last.length == 2 { year += year < 70 ? 2000 : 1900 } else if last.length != 4 { return nil }
        guard first > 0, second > 0, first <= 31, second <= 31, min(first, second) <= 12 else { return nil }
        if first != second, first <= 12, second <= 12 { return expression(range, .date, CivilDate.padded(year, 4)) }
        let (month, day) = first <= 12 && second > 12 || first == second ? (first, second) : (second, first)
        guard CivilDate.isValid(year: year, month: month, day: day) else { return nil }
        let date = CivilDate(year: year, month: month, day: day)
        return expression(range, .date, date.iso, date: date)
    }

    /// The day of the month that a lexeme names: `16`, `16th`.
    func dayOfMonth(at index: Int) -> Int? {
        let lexeme = at(index)
        guard lexeme.has(.digits), (1...31).contains(lexeme.number), lexeme.length <= 4 else { return nil }
        if lexeme.has(.onlyDigits) { return lexeme.length <= 2 ? Int(lexeme.number) : nil }
        return isOrdinalDigits(lexeme) ? Int(lexeme.number) : nil
    }

    func isOrdinalDigits(_ lexeme: Lexeme) -> Bool {
        guard lexeme.length >= 3 else { return false }
        let end = Int(lexeme.end)
        switch (text.text[end - 2].lowercased, text.text[end - 1].lowercased) {
        case (UInt8(ascii: "t"), UInt8(ascii: "h")), (UInt8(ascii: "s"), UInt8(ascii: "t")),
            (UInt8(ascii: "n"), UInt8(ascii: "d")), (UInt8(ascii: "r"), UInt8(ascii: "d")):
            return true
        default: return false
        }
    }

    /// The year that a lexeme of four digits names.
    func yearNumber(at index: Int) -> Int? {
        let lexeme = at(index)
        guard lexeme.has(.onlyDigits), lexeme.length == 4, (1000...2999).contains(lexeme.number) else { return nil }
        return Int(lexeme.number)
    }

    /// `Friday`, `Friday, July 16`, `Friday morning`, `Fridays`.
    mutating func weekday(at index: Int, offset: Int? = nil) -> TimeExpression? {
        let lexeme = at(index)
        guard lexeme.has(.capital) || lexeme.length > 5 else { return nil }
        if offset == nil, let day = holidayWeekday(at: index) { return day }
        let isPlural = text.text[Int(lexeme.end) - 1] | 0x20 == UInt8(ascii: "s") && !lexeme.has(.dotted)
        if isPlural, offset == nil {
            return expression(index..<index + 1, .set, "XXXX-WXX-\(lexeme.number)")
        }
        var next = index + 1
        if at(next).isMark(",") { next += 1 }
        if offset == nil, next < sentence.upperBound {
            if isMonth(next), dayOfMonth(at: next + 1) != nil, var day = month(at: next), day.lexemes.lowerBound == next
            {
                day.lexemes = index..<day.lexemes.upperBound
                return day
            }
            if let day = dayAndMonth(at: next) {
                return expression(index..<day.lexemes.upperBound, .date, day.value, basis: day.basis, date: day.date)
            }
        }
        guard let reference, reference.precision == .day else {
            return withDayPart(expression(index..<index + 1, .date, "XXXX-WXX-\(lexeme.number)"))
        }
        let today = reference.date.weekday
        let wanted = Int(lexeme.number)
        let back = (today - wanted + 7) % 7
        let days: Int
        switch offset {
        case .some(let offset) where offset < 0: days = back == 0 ? -7 : -back
        case .some(let offset) where offset > 0: days = back == 0 ? 7 : 7 - back
        case .some: days = wanted - today
        case nil:
            let own = back == 0 ? 0 : tense(around: index) > 0 ? 7 - back : -back
            days = continued(before: index, to: wanted).map { $0.days - reference.date.days } ?? own
        }
        let date = reference.date.adding(days: days)
        return withDayPart(
            expression(index..<index + 1, .date, date.iso, basis: reference.basis, date: date))
    }

    /// The day of the week that follows one right before: "Friday and Saturday", "opens Friday and runs through Sunday".
    private func continued(before index: Int, to weekday: Int) -> CivilDate? {
        guard let reference, let last = found.last, last.lexemes.lowerBound >= sentence.lowerBound,
            let first = last.date, at(last.lexemes.upperBound - 1).isIn(.weekday)
        else { return nil }
        let gap = index - last.lexemes.upperBound
        let joint = at(index - 1).key
        let day = first.adding(days: (weekday - first.weekday + 7) % 7)
        if joint == TimeWords.through || joint == TimeWords.to { return gap <= 3 ? day : nil }
        guard gap == 1, joint == TimeWords.and || joint == TimeWords.or || at(index - 1).isMark("-") else { return nil }
        // "Friday and Thursday" go back.
        return (day <= reference.date) == (first <= reference.date) ? day : nil
    }
}
