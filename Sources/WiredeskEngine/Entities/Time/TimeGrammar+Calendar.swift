/// Days, months, years and longer, said by name or number.
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
    private func slashDate(_ range: Range<Int>, _ first: Int, _ second: Int, _ last: Lexeme) -> TimeExpression? {
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

    private func isMonth(_ index: Int) -> Bool {
        let lexeme = at(index)
        return lexeme.isIn(.month) && lexeme.has(.capital)
    }

    /// `16 July 2022`, `16th of July`.
    func dayAndMonth(at index: Int) -> TimeExpression? {
        guard let day = dayOfMonth(at: index) else { return nil }
        var next = index + 1
        if at(next).key == TimeWords.of { next += 1 } else if at(next).isMark("-"), at(next).has(.glued) { next += 1 }
        guard isMonth(next) else { return nil }
        let month = Int(at(next).number)
        var end = next + 1
        if at(end).isMark(","), yearNumber(at: end + 1) != nil { end += 1 }
        if at(end).isMark("-"), at(end).has(.glued), yearNumber(at: end + 1) != nil { end += 1 }
        if let year = yearNumber(at: end) { return dated(index..<end + 1, year: year, month: month, day: day) }
        if let (year, end, basis) = relativeYear(at: next + 1) {
            return dated(index..<end, year: year, month: month, day: day, basis: basis)
        }
        return dayWithoutYear(index..<next + 1, month: month, day: day)
    }

    private func dated(
        _ range: Range<Int>, year: Int, month: Int, day: Int, basis: String? = nil
    ) -> TimeExpression? {
        guard CivilDate.isValid(year: year, month: month, day: day) else { return nil }
        let date = CivilDate(year: year, month: month, day: day)
        return expression(range, .date, date.iso, basis: basis, date: date)
    }

    /// The year is the one that brings the day nearest to the reference, unless the tense says otherwise.
    private func dayWithoutYear(_ range: Range<Int>, month: Int, day: Int) -> TimeExpression? {
        guard day <= CivilDate.length(ofMonth: month, year: 2000) else { return nil }
        let open = "XXXX-" + CivilDate.padded(month, 2) + "-" + CivilDate.padded(day, 2)
        guard let reference, reference.precision != .year else { return expression(range, .date, open) }
        let tense = tense(around: range.lowerBound)
        var best: CivilDate?
        for year in reference.date.year - 1...reference.date.year + 1
        where CivilDate.isValid(year: year, month: month, day: day) {
            let date = CivilDate(year: year, month: month, day: day)
            let distance = date.days - reference.date.days
            let agrees = tense == 0 || distance == 0 || (distance > 0) == (tense > 0)
            guard let current = best else {
                best = date
                continue
            }
            let currentDistance = current.days - reference.date.days
            let currentAgrees = tense == 0 || currentDistance == 0 || (currentDistance > 0) == (tense > 0)
            // Against the tense only within two months: "said it was expected by June 30".
            let cost = abs(distance) + (agrees ? 0 : 120)
            if cost < abs(currentDistance) + (currentAgrees ? 0 : 120) { best = date }
        }
        guard let best else { return expression(range, .date, open) }
        return expression(range, .date, best.iso, basis: reference.basis, date: best)
    }

    /// `of last year`, `this year`, `of that year` after a month or day: the year, the end and the basis.
    func relativeYear(at index: Int) -> (year: Int, end: Int, basis: String)? {
        var next = index
        if at(next).key == TimeWords.of { next += 1 }
        let word = at(next)
        guard at(next + 1).timeUnit == .year, at(next + 1).key == TimeWords.year else { return nil }
        if word.key == TimeWords.that || word.key == TimeWords.same {
            guard let anchor else { return nil }
            return (anchor.date.year, next + 2, anchor.basis)
        }
        guard let reference else { return nil }
        if word.key == TimeWords.this { return (reference.date.year, next + 2, reference.basis) }
        if word.isIn(.last) { return (reference.date.year - 1, next + 2, reference.basis) }
        if word.isIn(.next) { return (reference.date.year + 1, next + 2, reference.basis) }
        return nil
    }

    /// `July 16, 2022`, `July 23 and 24`, `July 2022`, `May and June of this year`, `July`.
    mutating func month(at index: Int) -> TimeExpression? {
        guard isMonth(index) else { return nil }
        let month = Int(at(index).number)
        var next = index + 1
        if at(next).isMark("."), at(next).has(.glued), dayOfMonth(at: next + 1) != nil { next += 1 }
        if let day = dayOfMonth(at: next) { return monthAndDays(index, month: month, day: day, dayIndex: next) }
        let comma = at(next).isMark(",") ? 1 : 0
        if let year = yearNumber(at: next + comma) {
            return monthly(index..<next + comma + 1, year: year, month: month)
        }
        if at(next).key == TimeWords.of, let year = yearNumber(at: next + 1) {
            return monthly(index..<next + 2, year: year, month: month)
        }
        if let (year, end, basis) = relativeYear(at: next) {
            return monthly(index..<end, year: year, month: month, basis: basis)
        }
        // "May and June of this year": the year is said once, after the last.
        if at(next).key == TimeWords.and || at(next).key == TimeWords.to || at(next).isMark("-")
            || at(next).isMark("–"), isMonth(next + 1)
        {
            if let (year, _, basis) = relativeYear(at: next + 2) {
                return monthly(index..<index + 1, year: year, month: month, basis: basis)
            }
            if let year = yearNumber(at: next + 2) { return monthly(index..<index + 1, year: year, month: month) }
        }
        guard isMonthByContext(index) else { return nil }
        return monthWithoutYear(index..<index + 1, month: month)
    }

    /// Whether a capitalised word that may be a month is one: abbreviations alone are not, nor are names of people
    /// (`April said`) and the verbs `may` and `march` at the start of a sentence.
    private func isMonthByContext(_ index: Int) -> Bool {
        let lexeme = at(index)
        let previous = at(index - 1)
        // "from April Jones": a month's name before another name is a person's, but "in April Apple" is not.
        let isFirstName = [4, 5, 6, 8].contains(lexeme.number) && at(index + 1).has(.capital)
        if isFirstName, at(index + 1).has(.word), !at(index + 1).isIn([.month, .weekday, .closed]),
            previous.key != TimeWords.in, !previous.isIn([.last, .next, .timeModifier]), previous.key != TimeWords.this
        {
            return false
        }
        if previous.isIn([.preposition, .last, .next, .timeModifier, .title]) || previous.key == TimeWords.this
            || previous.isMark("-")
        {
            return !previous.isIn(.title)
        }
        if lexeme.length <= 4, !(lexeme.key == TimeWords.may || lexeme.number == 6 || lexeme.number == 7) {
            return false
        }
        // May, March, April, June and August are names and words too.
        switch lexeme.number {
        case 3, 4, 5, 6, 8:
            if lexeme.has(.opening) || lexeme.has(.titleCase) { return false }
            if previous.has(.capital), !previous.isIn(.weekday) { return false }
            if at(index + 1).has(.capital), !at(index + 1).isIn([.month, .weekday]) { return false }
            return lexeme.number != 5 && lexeme.number != 3 || at(index + 1).isIn([.conjunction, .auxiliary])
                || previous.isIn(.conjunction)
        default: return !(previous.has(.capital) && at(index + 1).has(.capital))
        }
    }

    private func monthly(_ range: Range<Int>, year: Int, month: Int, basis: String? = nil) -> TimeExpression {
        let date = CivilDate(year: year, month: month, day: 1)
        return expression(range, .date, date.isoMonth, basis: basis, date: date, precision: .month)
    }

    /// The latest such month, or the next when the tense is the future.
    func monthWithoutYear(_ range: Range<Int>, month: Int, offset: Int? = nil) -> TimeExpression {
        guard let reference, reference.precision != .year else {
            return expression(range, .date, "XXXX-" + CivilDate.padded(month, 2))
        }
        var year = reference.date.year
        let isFuture = offset.map { $0 > 0 } ?? (tense(around: range.lowerBound) > 0)
        if let offset, offset < 0 {
            if month >= reference.date.month { year -= 1 }
        } else if offset == 0 {
            // "this October" is in the year of the reference.
        } else if isFuture {
            if month < reference.date.month { year += 1 }
        } else if month > reference.date.month {
            year -= 1
        }
        return monthly(range, year: year, month: month, basis: reference.basis)
    }

    /// A month with one day or several: `July 23`, `July 23-24, 2022`, `July 23, 24 and 25`.
    private mutating func monthAndDays(_ index: Int, month: Int, day: Int, dayIndex: Int) -> TimeExpression? {
        var days = [(day, dayIndex)]
        var end = dayIndex + 1
        while days.count < 8 {
            let separator = at(end)
            let joins =
                separator.key == TimeWords.and || separator.key == TimeWords.or || separator.key == TimeWords.to
                || separator.isMark("-") || separator.isMark("–") || separator.isMark(",")
            guard joins, let another = dayOfMonth(at: end + 1), another > days[days.count - 1].0,
                yearNumber(at: end + 1) == nil, !isCounted(end + 1)
            else { break }
            days.append((another, end + 1))
            end += 2
        }
        var year: Int?
        var basis: String?
        let comma = at(end).isMark(",") || at(end).key == TimeWords.of ? 1 : 0
        if let said = yearNumber(at: end + comma), !isClockOrCount(after: end + comma) {
            year = said
            end += comma + 1
        } else if let said = relativeYear(at: end) {
            (year, end, basis) = (said.year, said.end, said.basis)
        }
        for (position, (day, place)) in days.enumerated() {
            let isLast = position == days.count - 1
            let range = (position == 0 ? index : place)..<(isLast ? end : place + 1)
            let expression =
                year.map { dated(range, year: $0, month: month, day: day, basis: basis) }
                ?? dayWithoutYear(range, month: month, day: day)
            guard let expression else { return nil }
            if isLast { return expression }
            add(expression)
        }
        return nil
    }

    /// Whether a number counts what comes after it: "July 23 and 24 people".
    private func isCounted(_ index: Int) -> Bool {
        let next = at(index + 1)
        return next.has(.word) && !next.has(.capital)
            && !next.isIn([.preposition, .conjunction, .auxiliary, .determiner, .pronoun])
    }

    private func isClockOrCount(after index: Int) -> Bool { at(index + 1).isMark(":") && at(index + 2).has(.digits) }

    /// `Friday`, `Friday, July 16`, `Friday morning`, `Fridays`.
    mutating func weekday(at index: Int, offset: Int? = nil) -> TimeExpression? {
        let lexeme = at(index)
        guard lexeme.has(.capital) || lexeme.length > 5 else { return nil }
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
        case nil: days = back == 0 ? 0 : tense(around: index) > 0 ? 7 - back : -back
        }
        let date = reference.date.adding(days: days)
        return withDayPart(
            expression(index..<index + 1, .date, date.iso, basis: reference.basis, date: date))
    }

    /// `20th century`, `nineteenth-century`, `1990s`, `'80s`.
    func century(at index: Int) -> TimeExpression? {
        let lexeme = at(index)
        if lexeme.has(.digits), !lexeme.has(.onlyDigits), lexeme.number >= 0,
            text.text[Int(lexeme.end) - 1] == UInt8(ascii: "s")
        {
            if lexeme.length == 5, lexeme.number % 10 == 0, (1000...2990).contains(lexeme.number) {
                return expression(index..<index + 1, .date, String(lexeme.number / 10))
            }
            if lexeme.length == 3, lexeme.number % 10 == 0, lexeme.number >= 10 {
                return expression(index..<index + 1, .date, "19" + String(lexeme.number / 10))
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
        if next.isMark("/") || next.isMark(":") { return nil }
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

    /// `nineteen ninety-six`, `two thousand five` after a preposition.
    func spokenYear(at index: Int) -> TimeExpression? {
        let first = at(index)
        guard first.number == 19 || first.number == 18, at(index + 1).isIn(.cardinal) else { return nil }
        guard let rest = numbers.match(at: index + 1, limit: sentence.upperBound), let value = rest.number.integer,
            (10...99).contains(value)
        else { return nil }
        let date = CivilDate(year: Int(first.number) * 100 + value, month: 1, day: 1)
        return expression(index..<rest.end, .date, date.isoYear, date: date, precision: .year)
    }
}
