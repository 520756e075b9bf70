/// Times of day.
extension TimeGrammar {
    /// `10 p.m.`, `10:35 a.m. EST Tuesday`, `22:30`, `5 o'clock`, `noon`, `midnight Friday`.
    mutating func clock(at index: Int) -> TimeExpression? {
        // "10:35 a.m. (0735 GMT)" says the same twice; "High Noon" is a name.
        if at(index - 1).isMark("("), at(index + 1).isIn(.timeZone), at(index + 2).isMark(")") { return nil }
        if at(index).has(.capital), !at(index).has(.opening), at(index - 1).has(.capital) { return nil }
        guard let start = hourAndMinute(at: index) else { return nil }
        var (hour, end) = (start.hour, start.end)
        if at(end).key == TimeWords.in, at(end + 1).key == TimeWords.the, at(end + 2).isIn(.dayPart) {
            if at(end + 2).number != 1, hour < 12 { hour += 12 }
            end += 3
        }
        while at(end).isIn(.timeZone), at(end).has(.allCapitals) { end += 1 }
        if at(end).key == TimeWords.local, at(end + 1).key == TimeWords.time { end += 2 }
        var day: TimeExpression?
        var next = end
        if at(next).isMark(",") || at(next).key == TimeWords.on { next += 1 }
        if at(next).isIn(.weekday) {
            day = weekday(at: next)
        } else if at(next).isIn(.month) {
            let count = found.count
            day = month(at: next)
            guard found.count == count else { return nil }
        } else if at(next).isIn(.timeWord), (1...4).contains(at(next).number) {
            day = timeWord(at: next)
            // "8 p.m. tonight" is a time of today.
            if at(next).number == 4 { end = next + 1 }
        } else if at(next).key == TimeWords.the,
            at(next + 1).isIn([.next, .last]) || at(next + 1).key == TimeWords.same
        {
            // "2:30 the next day".
            day = definite(at: next)
            if day?.precision != .day || day?.date == nil { day = nil }
        }
        // "10:35 a.m. (0735 GMT) Friday": the other zone's time stands between.
        if day == nil, at(end).isMark("("), at(end + 1).has(.digits), at(end + 2).isIn(.timeZone),
            at(end + 3).isMark(")")
        {
            let next = at(end + 4).key == TimeWords.on ? end + 5 : end + 4
            if at(next).isIn(.weekday) { day = weekday(at: next) }
        } else if let day, day.type == .date {
            end = day.lexemes.upperBound
        }
        let time = "T" + CivilDate.padded(hour, 2) + ":" + CivilDate.padded(start.minute, 2)
        if let day, let date = day.date {
            return expression(index..<end, .time, date.iso + time, basis: day.basis, date: date)
        }
        guard let day = dayOfClock else { return expression(index..<end, .time, "XXXX-XX-XX" + time) }
        return expression(index..<end, .time, day.date.iso + time, basis: day.basis, date: day.date)
    }

    /// The day of a time of day that names none: the one named last, where that is not far, else that of
    /// publication; none for what recurs, "each day between 2pm and 6pm".
    private var dayOfClock: TimeReference? {
        if let last = found.last, last.lexemes.lowerBound >= sentence.lowerBound {
            if last.type == .set { return nil }
            if let value = last.value, last.type == .time, value.hasPrefix("X") { return nil }
        }
        if let anchor, anchor.precision == .day, paragraph - anchorParagraph <= 3 { return anchor }
        guard let reference, reference.precision == .day else { return nil }
        return reference
    }

    private func hourAndMinute(at index: Int) -> (hour: Int, minute: Int, end: Int)? {
        let lexeme = at(index)
        if lexeme.isIn(.dayPart), lexeme.number == 5 || lexeme.number == 6 {
            // Midnight ends the day that is named with it.
            return lexeme.number == 5 ? (12, 0, index + 1) : (24, 0, index + 1)
        }
        // "2245 GMT", as agencies write it.
        if lexeme.has(.onlyDigits), lexeme.length == 4, at(index + 1).isIn(.timeZone), at(index + 1).has(.allCapitals),
            lexeme.number / 100 < 24, lexeme.number % 100 < 60
        {
            return (Int(lexeme.number) / 100, Int(lexeme.number) % 100, index + 1)
        }
        guard lexeme.has(.digits) || lexeme.isIn(.cardinal) && at(index + 1).key == TimeWords.clock else { return nil }
        let bytes = text.text[lexeme.range]
        var hour = 0
        var minute = 0
        var position = bytes.startIndex
        if lexeme.has(.digits) {
            while position < bytes.endIndex, bytes[position].isDigit, hour < 100 {
                hour = hour * 10 + Int(bytes[position] - 0x30)
                position += 1
            }
            var minuteDigits = 0
            if position < bytes.endIndex, bytes[position] == UInt8(ascii: ":") || bytes[position] == UInt8(ascii: ".") {
                position += 1
                while position < bytes.endIndex, bytes[position].isDigit, minuteDigits < 2 {
                    minute = minute * 10 + Int(bytes[position] - 0x30)
                    minuteDigits += 1
                    position += 1
                }
                guard minuteDigits == 2 else { return nil }
            }
            guard hour < 24, minute < 60 else { return nil }
            if position < bytes.endIndex {
                // `10pm`, `10:30am`.
                guard bytes.endIndex - position == 2, bytes[position + 1] | 0x20 == UInt8(ascii: "m") else {
                    return nil
                }
                let isAfternoon = bytes[position] | 0x20 == UInt8(ascii: "p")
                guard isAfternoon || bytes[position] | 0x20 == UInt8(ascii: "a"), hour <= 12 else { return nil }
                return (hour % 12 + (isAfternoon ? 12 : 0), minute, index + 1)
            }
            let next = at(index + 1)
            if hour <= 12, hour > 0, TimeWords.am.contains(next.key) || TimeWords.pm.contains(next.key) {
                let isAfternoon = TimeWords.pm.contains(next.key)
                // "1 am" could be a verb only after I: a number before it decides.
                return (hour % 12 + (isAfternoon ? 12 : 0), minute, index + 2)
            }
            if next.key == TimeWords.clock { return (hour, minute, index + 2) }
            if at(index + 1).key == TimeWords.in, at(index + 2).key == TimeWords.the, at(index + 3).isIn(.dayPart),
                minuteDigits == 2 || at(index - 1).key == TimeWords.at
            {
                return (hour, minute, index + 1)
            }
            guard minuteDigits == 2, bytes.contains(UInt8(ascii: ":")) else { return nil }
            return (hour, minute, index + 1)
        }
        return (Int(lexeme.number), 0, index + 2)
    }

    /// `mid-afternoon yesterday`, `the morning of Sept. 11`, `evening on Friday`.
    mutating func partOfNamedDay(at index: Int) -> TimeExpression? {
        guard let code = dayPart(at: index), (1...4).contains(at(index).number) else { return nil }
        var next = index + 1
        let isOf = at(next).key == TimeWords.of
        if isOf || at(next).key == TimeWords.on { next += 1 }
        var day: TimeExpression?
        if at(next).isIn(.timeWord), (1...3).contains(at(next).number) {
            day = timeWord(at: next)
        } else if at(next).isIn(.weekday) {
            day = weekday(at: next)
        } else if isOf, at(next).isIn(.month), dayOfMonth(at: next + 1) != nil {
            let count = found.count
            day = month(at: next)
            guard found.count == count else { return nil }
        } else if isOf, at(next).has(.digits) {
            day = dayAndMonth(at: next)
        }
        guard let day, day.type == .date, let date = day.date, let value = day.value else { return nil }
        return expression(index..<day.lexemes.upperBound, .time, value + code, basis: day.basis, date: date)
    }
}
