/// A day of the proleptic Gregorian calendar. The day count follows Howard Hinnant's "chrono-Compatible Low-Level Date
/// Algorithms".
struct CivilDate: Hashable, Comparable {
    var year: Int
    var month: Int
    var day: Int

    init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// - Parameter days: since 1970-01-01.
    init(days: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Since 1970-01-01.
    var days: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// ISO 8601: 1 is Monday, 7 Sunday.
    var weekday: Int {
        let sinceMonday = (days + 3) % 7
        return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1
    }

    /// The ISO 8601 week, with the year it belongs to.
    var isoWeek: (year: Int, week: Int) {
        let thursday = CivilDate(days: days - weekday + 4)
        let firstDay = CivilDate(year: thursday.year, month: 1, day: 1)
        return (thursday.year, (thursday.days - firstDay.days) / 7 + 1)
    }

    func adding(days count: Int) -> CivilDate { CivilDate(days: days + count) }

    /// The same day some months on, or the last of that month when it has no such day.
    func adding(months count: Int) -> CivilDate {
        let index = year * 12 + month - 1 + count
        let newYear = index >= 0 ? index / 12 : (index - 11) / 12
        let newMonth = index - newYear * 12 + 1
        return CivilDate(
            year: newYear, month: newMonth, day: min(day, Self.length(ofMonth: newMonth, year: newYear)))
    }

    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    static func isValid(year: Int, month: Int, day: Int) -> Bool {
        (1...9999).contains(year) && (1...12).contains(month) && day >= 1 && day <= length(ofMonth: month, year: year)
    }

    static func < (left: CivilDate, right: CivilDate) -> Bool { left.days < right.days }

    var iso: String { isoMonth + "-" + Self.padded(day, 2) }
    var isoMonth: String { isoYear + "-" + Self.padded(month, 2) }
    var isoYear: String { Self.padded(year, 4) }
    var isoWeekValue: String {
        let (year, week) = isoWeek
        return Self.padded(year, 4) + "-W" + Self.padded(week, 2)
    }

    static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
