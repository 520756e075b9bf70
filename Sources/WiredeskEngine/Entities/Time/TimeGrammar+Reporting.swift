/// Periods of business reports: `the quarter ended Sept. 30`, `the latest period`, `the 1988 quarter`, `year-ago
/// results`.
extension TimeGrammar {
    /// The quarter named last, where it is not long ago.
    var lastReport: ReportedQuarter? {
        guard let reported, reported.isMeant(inParagraph: paragraph) else { return nil }
        return reported
    }

    /// The quarter that the text reports on, while it speaks of no other period.
    var currentReport: ReportedQuarter? {
        guard let report = lastReport, !report.isInterrupted else { return nil }
        return report
    }

    /// The quarter that was over last, which firms report on.
    private var lastQuarter: ReportedQuarter? {
        guard let reference, reference.precision != .year else { return nil }
        let last = reference.date.adding(months: -3)
        return ReportedQuarter(year: last.year, quarter: (last.month + 2) / 3, paragraph: paragraph)
    }

    /// What "the" introduces: a quarter, period or year that is told by the report that it stands in.
    func reportingPeriod(at index: Int) -> TimeExpression? {
        var next = index + 1
        let isLatest = at(next).key == TimeWords.latest
        let isCurrent = at(next).key == TimeWords.current
        let isFull = at(next).key == TimeWords.full
        let isCompared = [TimeWords.same, TimeWords.comparable, TimeWords.corresponding].contains(at(next).key)
        if isLatest || isCurrent || isFull || isCompared { next += 1 }
        let isFiscal = at(next).key == TimeWords.fiscal
        if isFiscal { next += 1 }
        let range = index..<next + 1
        if at(next).key == TimeWords.year, isLatest, isFiscal, let reference {
            return period(range, unit: .year, offset: -1, from: reference)
        }
        if at(next).key == TimeWords.year, !isCompared, !isLatest {
            if closes(after: next) { return expression(range, .duration, "P1Y") }
            let isAlone = at(index - 1).key == TimeWords.for && !at(next + 1).has(.word) && !at(next + 1).isMark("-")
            guard isFull || isFiscal || isAlone, at(next + 1).key != TimeWords.of, let present else { return nil }
            return period(range, unit: .year, offset: 0, from: present)
        }
        let isQuarter = at(next).timeUnit == .quarter && !isPluralUnit(next)
        guard isQuarter || at(next).key == TimeWords.period, !isCurrent, !isFull else { return nil }
        if isCompared || isQuarter, let end = yearBack(at: next + 1), let report = currentReport {
            return expression(index..<end, .date, report.ofYear(report.year - 1).value, basis: reference?.basis)
        }
        if isCompared { return nil }
        // The quarter of a firm's own year that was just named, else the calendar's.
        if isQuarter, closes(after: next), currentReport == nil, let last = closingDay(at: next + 2) {
            return expression(range, .date, ReportedQuarter(endedOn: last, paragraph: paragraph).value)
        }
        guard isLatest != isQuarter, at(next + 1).key != TimeWords.of, !at(next + 1).isMark("-"),
            let report = isQuarter ? lastReport : currentReport
        else { return nil }
        return expression(range, .date, report.value, basis: reference?.basis)
    }

    /// Whether the end follows: "ended", "ending", "to March".
    private func closes(after index: Int) -> Bool {
        at(index + 1).key == TimeWords.ended || at(index + 1).key == TimeWords.ending
            || at(index + 1).key == TimeWords.to && isMonth(index + 2)
    }

    private func closingDay(at index: Int) -> CivilDate? {
        guard isMonth(index), let day = dayOfMonth(at: index + 1) else { return nil }
        let month = Int(at(index).number)
        let comma = at(index + 2).isMark(",") ? 1 : 0
        if let year = yearNumber(at: index + 2 + comma) {
            return dated(index..<index + 2, year: year, month: month, day: day)?.date
        }
        return dayWithoutYear(index..<index + 2, month: month, day: day)?.date
    }

    /// The end of `last year`, `a year ago` or `a year earlier`.
    private func yearBack(at index: Int) -> Int? {
        let next = at(index).key == TimeWords.of || at(index).key == TimeWords.in ? index + 1 : index
        guard at(next + 1).key == TimeWords.year else { return nil }
        if at(next).key == TimeWords.last { return next + 2 }
        let isBack = [TimeWords.ago, TimeWords.earlier, TimeWords.before].contains(at(next + 2).key)
        return at(next).key == TimeWords.a && isBack ? next + 3 : nil
    }

    /// `the 1988 second quarter`, `the 1988 quarter`, `the 1988 period`.
    func reportingPeriod(ofYear year: Int, at index: Int) -> TimeExpression? {
        let next = index + 1
        let value = CivilDate.padded(year, 4)
        if at(next).isIn(.ordinal), (1...4).contains(at(next).number) {
            let quarter = at(next + 1).isMark("-") ? next + 2 : next + 1
            guard at(quarter).timeUnit == .quarter, !isPluralUnit(quarter) else { return nil }
            return expression(index..<quarter + 1, .date, value + "-Q\(at(next).number)")
        }
        guard at(next).key == TimeWords.period || at(next).timeUnit == .quarter && !isPluralUnit(next) else {
            return nil
        }
        let report = currentReport ?? (at(next).timeUnit == .quarter ? lastQuarter : nil)
        return expression(index..<next + 1, .date, report?.ofYear(year).value ?? value)
    }

    /// `year-ago results`, `the year-earlier quarter`, `the year-ago third quarter`.
    func yearBefore(at index: Int) -> TimeExpression? {
        guard at(index).key == TimeWords.year, at(index + 1).isMark("-"),
            at(index + 2).key == TimeWords.ago || at(index + 2).key == TimeWords.earlier, let reference
        else { return nil }
        let next = index + 3
        if at(next).isIn(.ordinal), (1...4).contains(at(next).number), at(next + 1).timeUnit == .quarter {
            let value = CivilDate.padded(reference.date.year - 1, 4) + "-Q\(at(next).number)"
            return expression(index..<next + 2, .date, value, basis: reference.basis)
        }
        let isQuarter = at(next).timeUnit == .quarter
        let end = isQuarter || at(next).key == TimeWords.period ? next + 1 : next
        if let report = currentReport ?? (isQuarter ? lastQuarter : nil) {
            return expression(index..<end, .date, report.ofYear(report.year - 1).value, basis: reference.basis)
        }
        return period(index..<end, unit: .year, offset: -1, from: reference)
    }

    /// `by year-end`, `at year's end`.
    func yearEnd(at index: Int) -> TimeExpression? {
        guard at(index).key == TimeWords.year, at(index - 1).isIn([.preposition, .approximator]), let reference else {
            return nil
        }
        let end = at(index + 1).has(.clitic) || at(index + 1).isMark("-") ? index + 2 : index + 1
        guard at(end).key == TimeWords.end, !at(end + 1).isMark("-") else { return nil }
        return period(index..<end + 1, unit: .year, offset: 0, from: reference)
    }

    /// `the end of the month`, `later in the year`: the period that the report, or the year it speaks of, is in.
    func periodInProgress(at index: Int) -> TimeExpression? {
        let unit = at(index + 1)
        guard let length = unit.timeUnit, [.week, .month, .quarter, .year, .decade].contains(length),
            !isPluralUnit(index + 1), let present
        else { return nil }
        let isPart = at(index - 1).key == TimeWords.of && Self.parts.contains(at(index - 2).key)
        let isIn =
            at(index - 1).key == TimeWords.in
            && (at(index - 2).key == TimeWords.earlier || at(index - 2).key == TimeWords.later)
        guard isPart || isIn else { return nil }
        return period(index..<index + 2, unit: length, offset: 0, from: present)
    }

    /// What "the year" is the year of: in a tale of another year, the time named last.
    private var present: TimeReference? {
        guard let anchor, let reference, anchor.basis != reference.basis, anchor.date.year < reference.date.year else {
            return reference
        }
        return anchor
    }

    private static let parts: Set<UInt64> = [
        TimeWords.end, TimeWords.beginning, TimeWords.middle, TimeWords.start, WordKey.of("rest"),
        WordKey.of("remainder"), WordKey.of("close"),
    ]
}
