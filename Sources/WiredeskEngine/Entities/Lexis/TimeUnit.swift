/// A unit of the calendar or the clock.
enum TimeUnit: UInt8 {
    case second = 1
    case minute, hour, day, night, weekend, week, fortnight, month, quarter, year, decade, century, millennium

    /// What an ISO 8601 duration calls it, before and after the number; TIMEX3 writes decades as `E`, centuries `C`.
    var duration: (prefix: String, suffix: String, factor: Int) {
        switch self {
        case .second: ("PT", "S", 1)
        case .minute: ("PT", "M", 1)
        case .hour: ("PT", "H", 1)
        case .day, .night: ("P", "D", 1)
        case .weekend: ("P", "D", 2)
        case .week: ("P", "W", 1)
        case .fortnight: ("P", "W", 2)
        case .month: ("P", "M", 1)
        case .quarter: ("P", "M", 3)
        case .year: ("P", "Y", 1)
        case .decade: ("P", "Y", 10)
        case .century: ("P", "Y", 100)
        case .millennium: ("P", "Y", 1000)
        }
    }
}
