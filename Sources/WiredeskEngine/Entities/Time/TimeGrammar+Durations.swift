/// Lengths of time, what is counted back or on from them, and what recurs.
extension TimeGrammar {
    /// A counted length of time.
    struct Length {
        var value: String
        var unit: TimeUnit
        /// Nil for "several" and "a few".
        var count: Int?
        var end: Int
    }

    /// `three days`, `2 1/2 years`, `a few weeks`, `a couple of months`, `12 to 18 months`, `two-week`.
    func length(from index: Int) -> Length? {
        var next = index
        var number: DecimalNumber?
        var isVague = false
        let first = at(next)
        if first.key == TimeWords.several || first.key == TimeWords.few || first.key == TimeWords.many {
            isVague = true
            next += 1
        } else if first.key == TimeWords.a || first.key == TimeWords.an {
            if at(next + 1).key == TimeWords.few {
                isVague = true
                next += 2
            } else if at(next + 1).key == TimeWords.couple {
                number = DecimalNumber(mantissa: 2)
                next += at(next + 2).key == TimeWords.of ? 3 : 2
            } else if at(next + 1).key == TimeWords.dozen {
                number = DecimalNumber(mantissa: 12)
                next += 2
            } else if at(next + 1).key == TimeWords.quarter, at(next + 2).key == TimeWords.of,
                at(next + 3).key == TimeWords.a || at(next + 3).key == TimeWords.an, at(next + 4).isIn(.timeUnit)
            {
                number = DecimalNumber(mantissa: 25, scale: 2)
                next += 4
            } else if at(next + 1).isIn(.timeUnit), !isPluralUnit(next + 1) {
                number = DecimalNumber(mantissa: 1)
                next += 1
            }
        } else if first.key == TimeWords.half, at(next + 1).key == TimeWords.a || at(next + 1).key == TimeWords.an {
            number = DecimalNumber(mantissa: 5, scale: 1)
            next += 2
        }
        if !isVague, number == nil {
            guard let match = numbers.match(at: next, limit: sentence.upperBound) else { return nil }
            number = match.number
            next = match.end
            // "12 to 18 months", "two or three weeks": the first, as TIMEX3 has it.
            if at(next).key == TimeWords.to || at(next).key == TimeWords.or || at(next).isMark("–"),
                let second = numbers.match(at: next + 1, limit: sentence.upperBound), at(second.end).isIn(.timeUnit)
            {
                next = second.end
            }
            if at(next).key == TimeWords.and, at(next + 1).key == TimeWords.a, at(next + 2).key == TimeWords.half {
                number = number?.scaled(byPowerOfTen: 1)?.adding(5).map {
                    DecimalNumber(mantissa: $0.mantissa, scale: 1)
                }
                next += 3
            }
        }
        if at(next).isMark("-"), at(next).has(.glued) { next += 1 }
        if at(next).key == TimeWords.more || at(next).isIn(.next) || at(next).key == TimeWords.trading
            || at(next).key == TimeWords.working
        {
            next += 1
        }
        guard let unit = at(next).timeUnit, unit != .night || at(next - 1).isIn(.cardinal) || isVague else {
            return nil
        }
        // "one second" is a length; "a second goal" is none.
        if at(next).isIn(.ordinal), !isPluralUnit(next) {
            guard number?.integer == 1, !at(next + 1).has(.word) || at(next + 1).isIn(.closed) else { return nil }
        }
        // "Six-Day War", "60 Minutes": capitals inside a sentence are a name's.
        if at(next).has(.capital), at(next).shape.isDisjoint(with: [.opening, .titleCase, .shouted]) { return nil }
        // "three-quarters of its food" and "a quarter of a point" are shares.
        let isShare = at(next + 1).key == TimeWords.of && yearNumber(at: next + 2) == nil
        if unit == .quarter, isShare || isPluralUnit(next) && at(next - 1).isMark("-") { return nil }
        // "the 1988 quarter": a year before a unit is no count.
        if yearNumber(at: next - 1) != nil, !isPluralUnit(next) { return nil }
        var end = next + 1
        if number != nil, at(end).key == TimeWords.and, at(end + 1).key == TimeWords.a,
            at(end + 2).key == TimeWords.half,
            unit == .minute || unit == .hour || unit == .year
        {
            let small = unit == .minute ? "30S" : unit == .hour ? "30M" : "6M"
            end += 3
            guard let count = number?.integer else { return nil }
            let (prefix, suffix, _) = unit.duration
            return Length(value: "\(prefix)\(count)\(suffix)\(small)", unit: unit, count: count, end: end)
        }
        if let count = number?.integer, let rest = remainder(of: unit, at: end) {
            let (prefix, suffix, factor) = unit.duration
            return Length(
                value: "\(prefix)\(count * factor)\(suffix)\(rest.value)", unit: unit, count: count, end: rest.end)
        }
        return Length(value: Self.duration(number, unit), unit: unit, count: number?.integer, end: end)
    }

    /// What a length of time goes on with in the next smaller unit: the minutes of `2 hours and 15 minutes`.
    private func remainder(of unit: TimeUnit, at index: Int) -> (value: String, end: Int)? {
        guard let smaller = [TimeUnit.hour: TimeUnit.minute, .minute: .second, .year: .month][unit] else { return nil }
        let start = at(index).key == TimeWords.and || at(index).isMark(",") ? index + 1 : index
        guard at(start).has(.digits) || at(start).isIn(.cardinal),
            let match = numbers.match(at: start, limit: sentence.upperBound), let count = match.number.integer,
            count < 1000, at(match.end).timeUnit == smaller
        else { return nil }
        return ("\(count)\(smaller.duration.suffix)", match.end + 1)
    }

    /// An ISO 8601 duration; without a number `X` stands for it.
    static func duration(_ number: DecimalNumber?, _ unit: TimeUnit) -> String {
        let (prefix, suffix, factor) = unit.duration
        guard let number else { return prefix + "X" + (factor >= 10 ? "Y" : suffix) }
        if let count = number.integer, count < 1_000_000 { return prefix + String(count * factor) + suffix }
        // Parts of a unit that has a smaller one: "2 1/2 years", "half a century", "a quarter of an hour".
        let smaller: (factor: Int, whole: String, part: String)? =
            switch unit {
            case .year: (12, "Y", "M")
            case .hour: (60, "H", "M")
            default: nil
            }
        if let smaller, let parts = number.times(smaller.factor)?.integer {
            let (whole, part) = parts.quotientAndRemainder(dividingBy: smaller.factor)
            return prefix + (whole > 0 ? "\(whole)\(smaller.whole)" : "") + "\(part)\(smaller.part)"
        }
        if factor > 1, let whole = number.times(factor) { return prefix + whole.text + suffix }
        return prefix + number.text + suffix
    }

    /// A length of time, or the time that lies so far back or ahead: `three days`, `two years ago`, `a week later`.
    func counted(at index: Int) -> TimeExpression? {
        guard let length = length(from: index) else { return nil }
        var end = length.end
        // An age says what somebody is, not how long something takes: "a 6-year-old", "52 years old".
        let noun = at(end).isMark("-") ? at(end + 1).key : at(end).key
        if noun == TimeWords.old || noun == TimeWords.olds { return nil }
        // "a year-earlier loss" is read from its year on.
        if at(end).isMark("-"), noun == TimeWords.earlier || noun == TimeWords.ago { return nil }
        if at(end).isMark("-"), at(end + 1).key == TimeWords.long { end += 2 }
        let isArticle = at(index).key == TimeWords.a || at(index).key == TimeWords.an
        let word = at(end)
        var direction = 0
        var leansOnText = true
        if word.key == TimeWords.ago {
            direction = -1
            leansOnText = false
        } else if word.key == TimeWords.earlier || word.key == TimeWords.before {
            direction = -1
        } else if word.key == TimeWords.later {
            direction = 1
        } else if word.key == TimeWords.from, at(end + 1).key == TimeWords.now {
            direction = 1
            leansOnText = false
            end += 1
        }
        if direction != 0 {
            // "three days before the vote" is a length before something else than a time.
            if word.key == TimeWords.before, !endsClause(end + 1) {
                return expression(index..<end, .duration, length.value)
            }
            guard let count = length.count, count < 100_000 else {
                return expression(index..<end + 1, .date, direction < 0 ? "PAST_REF" : "FUTURE_REF")
            }
            // Clock units give no calendar value: the length is what is said.
            if length.unit == .second || length.unit == .minute || length.unit == .hour {
                return expression(index..<end, .duration, length.value)
            }
            let range = index..<end + 1
            let isYearBack = length.unit == .year && count == 1 && direction < 0
            if isYearBack, let report = currentReport {
                return expression(range, .date, report.ofYear(report.year - 1).value, basis: reference?.basis)
            }
            // What came later than nothing named lies nowhere: the day of publication is the last there is.
            let base = leansOnText ? anchor ?? (direction < 0 ? reference : nil) : reference
            guard let base else { return expression(range, .date, nil) }
            var date = shifted(range, length.unit, by: direction * count, from: base)
            // "a year ago" compares; what lies "a year earlier" does so with the same year.
            if isYearBack, !leansOnText { date?.date = nil }
            return date
        }
        // "24 hours a day", "five days a week".
        if !isArticle,
            [TimeWords.a, TimeWords.an, TimeWords.per, TimeWords.each, TimeWords.every].contains(at(end).key),
            let whole = at(end + 1).timeUnit, !isPluralUnit(end + 1), whole.rawValue > length.unit.rawValue
        {
            return expression(index..<end + 2, .set, Self.duration(DecimalNumber(mantissa: 1), whole))
        }
        if isArticle, length.count == 1 {
            // "$5 a day" recurs; "a week" is a length.
            // "90 miles an hour" is a speed.
            if at(index - 1).isIn(.measure), length.unit == .hour || length.unit == .second { return nil }
            if at(index - 1).has(.digits) || at(index - 1).isIn([.currency, .magnitude, .measure])
                || isFrequency(index - 1) || isCountedThing(index - 1)
            {
                return expression(frequencyStart(index)..<end, .set, length.value)
            }
            if at(end).has(.word), at(end - 1).isMark("-") { return nil }
        }
        return expression(index..<end, .duration, length.value)
    }

    /// Whether what follows "before" is no clause or name of its own: a mark, a comma, the sentence's end.
    func endsClause(_ index: Int) -> Bool {
        !at(index).has(.word) && !at(index).has(.digits)
            || at(index).isIn([.auxiliary, .conjunction]) && !at(index).isIn([.determiner, .pronoun])
    }

    /// The plural after a number: the crowns of "310,000 crowns a day".
    private func isCountedThing(_ index: Int) -> Bool {
        let thing = at(index)
        return thing.has(.word) && thing.length > 3 && text.text[Int(thing.end) - 1] == UInt8(ascii: "s")
            && (at(index - 1).has(.digits) || at(index - 1).isIn([.cardinal, .magnitude]))
    }

    private func isFrequency(_ index: Int) -> Bool { Self.frequencies.contains(at(index).key) }

    /// Where "twice a week" and "three times a year" begin.
    private func frequencyStart(_ index: Int) -> Int {
        guard isFrequency(index - 1) else { return index }
        let isCounted =
            at(index - 2).isIn(.cardinal) || at(index - 2).has(.onlyDigits) || at(index - 2).key == TimeWords.several
        return isCounted && at(index - 1).key == Self.times ? index - 2 : index - 1
    }

    private static let times = WordKey.of("times")
    private static let frequencies: Set<UInt64> = [times, WordKey.of("once"), WordKey.of("twice"), WordKey.of("time")]

    /// The calendar unit that lies a number of units from a reference.
    private func shifted(
        _ range: Range<Int>, _ unit: TimeUnit, by count: Int, from base: TimeReference
    ) -> TimeExpression? {
        switch unit {
        case .decade: return period(range, unit: .year, offset: count * 10, from: base)
        case .century: return period(range, unit: .year, offset: count * 100, from: base)
        case .fortnight: return period(range, unit: .week, offset: count * 2, from: base)
        default: return period(range, unit: unit, offset: count, from: base)
        }
    }

    /// `every day`, `each year`, `every two weeks`, `every Friday`.
    func recurring(at index: Int) -> TimeExpression? {
        guard at(index).key == TimeWords.every || at(index).key == TimeWords.each else { return nil }
        var next = index + 1
        // "every other week".
        let isOther = at(next).key == TimeWords.other
        if isOther { next += 1 }
        if let unit = at(next).timeUnit, !at(next).isIn(.ordinal) || at(next).key == TimeWords.quarter {
            return expression(index..<next + 1, .set, Self.duration(DecimalNumber(mantissa: isOther ? 2 : 1), unit))
        }
        if let length = length(from: next) { return expression(index..<length.end, .set, length.value) }
        if at(next).isIn(.weekday) { return expression(index..<next + 1, .set, "XXXX-WXX-\(at(next).number)") }
        if at(next).isIn(.month), at(next).has(.capital) {
            return expression(index..<next + 1, .set, "XXXX-" + CivilDate.padded(Int(at(next).number), 2))
        }
        if at(next).isIn(.season), (1...4).contains(at(next).number) {
            return expression(index..<next + 1, .set, "XXXX-" + ["SP", "SU", "FA", "WI"][Int(at(next).number) - 1])
        }
        if at(next).isIn(.dayPart), let part = dayPart(at: next) {
            return expression(index..<next + 1, .set, "XXXX-XX-XX" + part)
        }
        return nil
    }
}
