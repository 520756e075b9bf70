/// A feast whose day the calendar of each year gives. Those that countries keep on different days are left out.
enum Holiday {
    case fixed(month: Int, day: Int)
    /// The nth such day of the week in a month (ISO 8601: 1 is Monday); -1 is the last.
    case weekday(Int, nth: Int, month: Int)
    /// Days after Easter Sunday.
    case easter(days: Int)
    /// The United States vote on the Tuesday after the first Monday of November.
    case electionDay

    func date(in year: Int) -> CivilDate {
        switch self {
        case .fixed(let month, let day): return CivilDate(year: year, month: month, day: day)
        case .weekday(let weekday, let nth, let month):
            if nth < 0 {
                let last = CivilDate(year: year, month: month, day: CivilDate.length(ofMonth: month, year: year))
                return last.adding(days: -((last.weekday - weekday + 7) % 7))
            }
            let first = CivilDate(year: year, month: month, day: 1)
            return first.adding(days: (weekday - first.weekday + 7) % 7 + (nth - 1) * 7)
        case .easter(let days): return Self.easter(year).adding(days: days)
        case .electionDay: return Holiday.weekday(1, nth: 1, month: 11).date(in: year).adding(days: 1)
        }
    }

    /// Western Easter Sunday (the anonymous Gregorian algorithm).
    private static func easter(_ year: Int) -> CivilDate {
        let a = year % 19
        let b = year / 100
        let c = year % 100
        let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let sum = h + l - 7 * m + 114
        return CivilDate(year: year, month: sum / 31, day: sum % 31 + 1)
    }

    /// By the numbers of the class `holiday`.
    static func numbered(_ number: Int) -> Holiday? {
        switch number {
        case 1: .fixed(month: 12, day: 25)
        case 2: .weekday(4, nth: 4, month: 11)
        case 3: .easter(days: 0)
        case 4: .fixed(month: 10, day: 31)
        default: nil
        }
    }

    /// By the word before "Day": "Labor Day".
    static let days: [UInt64: Holiday] = [
        WordKey.of("labor"): .weekday(1, nth: 1, month: 9),
        WordKey.of("memorial"): .weekday(1, nth: -1, month: 5),
        WordKey.of("columbus"): .weekday(1, nth: 2, month: 10),
        WordKey.of("presidents"): .weekday(1, nth: 3, month: 2),
        WordKey.of("veterans"): .fixed(month: 11, day: 11),
        WordKey.of("remembrance"): .fixed(month: 11, day: 11),
        WordKey.of("armistice"): .fixed(month: 11, day: 11),
        WordKey.of("election"): .electionDay,
        WordKey.of("valentine"): .fixed(month: 2, day: 14),
        WordKey.of("patrick"): .fixed(month: 3, day: 17),
        WordKey.of("boxing"): .fixed(month: 12, day: 26),
        WordKey.of("bastille"): .fixed(month: 7, day: 14),
        WordKey.of("canada"): .fixed(month: 7, day: 1),
        WordKey.of("anzac"): .fixed(month: 4, day: 25),
        WordKey.of("may"): .fixed(month: 5, day: 1),
        WordKey.of("year"): .fixed(month: 1, day: 1),
    ]

    /// By the word before "Friday", "Monday", "Sunday" or "Wednesday": "Good Friday".
    static func named(_ word: UInt64, weekday: Int) -> Holiday? {
        switch weekday {
        case 1 where word == WordKey.of("easter"): .easter(days: 1)
        case 3 where word == WordKey.of("ash"): .easter(days: -46)
        case 5 where word == WordKey.of("good"): .easter(days: -2)
        case 7 where word == WordKey.of("palm"): .easter(days: -7)
        case 7 where word == WordKey.of("easter"): .easter(days: 0)
        default: nil
        }
    }
}
