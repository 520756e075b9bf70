/// Months and days of the month.
extension TimeGrammar {
    func isMonth(_ index: Int) -> Bool {
        let lexeme = at(index)
        return lexeme.isIn(.month) && lexeme.has(.capital)
    }

    /// `16 July 2022`, `16th of July`; the 14 of `14-15 June`.
    func dayAndMonth(at index: Int) -> TimeExpression? {
        guard let day = dayOfMonth(at: index) else { return nil }
        let joins = at(index + 1).isMark("-") || at(index + 1).isMark("–") || Self.dayJoints.contains(at(index + 1).key)
        let monthIndex = at(index + 3).key == TimeWords.of ? index + 4 : index + 3
        if joins, let second = dayOfMonth(at: index + 2), second > day, isMonth(monthIndex),
            let last = dayAndMonth(at: index + 2)
        {
            let range = index..<index + 1
            var first =
                last.date.map { dated(range, year: $0.year, month: $0.month, day: day, basis: last.basis) }
                ?? dayWithoutYear(range, month: Int(at(monthIndex).number), day: day)
            first?.name = name(ofDayAt: index, monthAt: monthIndex)
            return first
        }
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

    private static let dayJoints: Set<UInt64> = [TimeWords.and, TimeWords.or, TimeWords.to]

    /// The day of the month that an ordinal in words names: `October eighth`, `the Fourth of July`.
    private func spokenDay(at index: Int) -> Int? {
        let (lexeme, next) = (at(index), at(index + 1))
        guard lexeme.isIn(.ordinal), (1...30).contains(lexeme.number), !next.isIn(.timeUnit), !next.isMark("-"),
            next.key != TimeWords.half
        else { return nil }
        return Int(lexeme.number)
    }

    /// `the Fourth of July`, `the first of May`.
    func spokenDayAndMonth(at index: Int) -> TimeExpression? {
        guard let day = spokenDay(at: index), at(index + 1).key == TimeWords.of, isMonth(index + 2) else { return nil }
        let month = Int(at(index + 2).number)
        if let year = yearNumber(at: index + 3) { return dated(index..<index + 4, year: year, month: month, day: day) }
        return dayWithoutYear(index..<index + 3, month: month, day: day)
    }

    func dated(
        _ range: Range<Int>, year: Int, month: Int, day: Int, basis: String? = nil
    ) -> TimeExpression? {
        guard CivilDate.isValid(year: year, month: month, day: day) else { return nil }
        let date = CivilDate(year: year, month: month, day: day)
        return expression(range, .date, date.iso, basis: basis, date: date)
    }

    /// The year is the one that brings the day nearest to the reference, unless the tense says otherwise.
    func dayWithoutYear(_ range: Range<Int>, month: Int, day: Int) -> TimeExpression? {
        guard day <= CivilDate.length(ofMonth: month, year: 2000) else { return nil }
        let open = "XXXX-" + CivilDate.padded(month, 2) + "-" + CivilDate.padded(day, 2)
        guard let reference, reference.precision != .year else { return expression(range, .date, open) }
        let sign = tenseSign(around: range.lowerBound)
        var best: (date: CivilDate, cost: Int)?
        for year in reference.date.year - 1...reference.date.year + 1
        where CivilDate.isValid(year: year, month: month, day: day) {
            let date = CivilDate(year: year, month: month, day: day)
            let distance = date.days - reference.date.days
            let agrees = sign.direction == 0 || distance == 0 || (distance > 0) == (sign.direction > 0)
            // Against the tense only within two months.
            let cost = abs(distance) + (agrees ? 0 : sign.isCertain ? 366 : 250)
            if best.map({ cost < $0.cost }) ?? true { best = (date, cost) }
        }
        guard let best = best?.date else { return expression(range, .date, open) }
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
        if let day = dayOfMonth(at: next) ?? spokenDay(at: next) {
            return monthAndDays(index, month: month, day: day, dayIndex: next)
        }
        let comma = at(next).isMark(",") ? 1 : 0
        let said = at(next).key == TimeWords.of ? next + 1 : next + comma
        if let (year, end) = saidYear(at: said) { return monthly(index..<end, year: year, month: month) }
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
    func isMonthByContext(_ index: Int) -> Bool {
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
            // "the May elections", but not "the March on Rome".
            let next = at(index + 1)
            if lexeme.number == 5, previous.key == TimeWords.the, next.has(.word), !next.isIn(.closed) { return true }
            return lexeme.number != 5 && lexeme.number != 3 || at(index + 1).isIn([.conjunction, .auxiliary])
                || previous.isIn(.conjunction)
        default: return !(previous.has(.capital) && at(index + 1).has(.capital))
        }
    }

    func monthly(_ range: Range<Int>, year: Int, month: Int, basis: String? = nil) -> TimeExpression {
        let date = CivilDate(year: year, month: month, day: 1)
        return expression(range, .date, date.isoMonth, basis: basis, date: date, precision: .month)
    }

    /// The year of a month is told by what is said of it, and by how near the month is: few call it "March" in August
    /// when they mean the March to come, or "September" when they mean last year's.
    func monthWithoutYear(_ range: Range<Int>, month: Int, offset: Int? = nil) -> TimeExpression {
        guard let reference, reference.precision != .year else {
            return expression(range, .date, "XXXX-" + CivilDate.padded(month, 2))
        }
        var year = reference.date.year
        let ahead = (month - reference.date.month + 12) % 12
        switch offset {
        case .some(let offset) where offset < 0:
            if month >= reference.date.month { year -= 1 }
        case .some(let offset) where offset > 0:
            if month <= reference.date.month { year += 1 }
        case .some:
            // "this October" is in the year of the reference.
            break
        case nil:
            if ahead != 0, isAhead(range.lowerBound, months: ahead) {
                if month < reference.date.month { year += 1 }
            } else if month > reference.date.month {
                year -= 1
            }
        }
        return monthly(range, year: year, month: month, basis: reference.basis)
    }

    /// Whether a month so many months ahead is meant, not the one a year before it.
    private func isAhead(_ index: Int, months: Int) -> Bool {
        let sign = tenseSign(around: index)
        if sign.isCertain { return sign.direction > 0 }
        if sign.direction > 0 { return true }
        if sign.followsInfinitive { return months <= 5 }
        // What is said to have happened in the month that comes is seldom said of the one eleven months ago.
        return months <= (sign.direction == 0 ? 3 : sign.distance > 4 ? 1 : 0)
    }

    /// A month with one day or several: `July 23`, `July 23-24, 2022`, `July 23, 24 and 25`.
    mutating func monthAndDays(_ index: Int, month: Int, day: Int, dayIndex: Int) -> TimeExpression? {
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
            guard var expression else { return nil }
            if position > 0 { expression.name = name(ofDayAt: place, monthAt: index) }
            if isLast { return expression }
            add(expression)
        }
        return nil
    }

    /// A day of a series with its month: "July 24" for the "24" of "July 23 and 24".
    private func name(ofDayAt day: Int, monthAt month: Int) -> String {
        let words = [text.string(at(month).range), text.string(at(day).range)]
        return (month < day ? words : words.reversed()).joined(separator: " ")
    }

    /// Whether a number counts what comes after it: "July 23 and 24 people".
    func isCounted(_ index: Int) -> Bool {
        let next = at(index + 1)
        return next.has(.word) && !next.has(.capital)
            && !next.isIn([.preposition, .conjunction, .auxiliary, .determiner, .pronoun])
    }

    func isClockOrCount(after index: Int) -> Bool { at(index + 1).isMark(":") && at(index + 2).has(.digits) }
}
