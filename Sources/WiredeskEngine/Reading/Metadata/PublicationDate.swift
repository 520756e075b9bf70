/// A calendar date, with a time of day where one was given, as precise as its source.
struct PublicationDate: Hashable, Sendable {
    /// A time of day, to the minute at least.
    struct Time: Hashable, Sendable {
        var hour: Int
        var minute: Int
        var second: Int?
        /// Minutes east of UTC; nil where the source names no zone.
        var zone: Int?
    }

    /// What the source gives, from coarse to fine.
    enum Precision: Int, Comparable, Sendable {
        case year, month, day, time

        static func < (left: Precision, right: Precision) -> Bool { left.rawValue < right.rawValue }
    }

    let year: Int
    let month: Int?
    let day: Int?
    let time: Time?

    /// Refuses what no calendar holds, such as month 13 or 30 February.
    init?(year: Int, month: Int? = nil, day: Int? = nil, time: Time? = nil) {
        guard (1...9999).contains(year) else { return nil }
        if let month {
            guard (1...12).contains(month) else { return nil }
            if let day, !(1...Self.days(inMonth: month, of: year)).contains(day) { return nil }
        } else if day != nil {
            return nil
        }
        if let time {
            guard day != nil, (0...23).contains(time.hour), (0...59).contains(time.minute),
                (0...59).contains(time.second ?? 0), abs(time.zone ?? 0) <= 14 * 60
            else { return nil }
        }
        self.year = year
        self.month = month
        self.day = day
        self.time = time
    }

    var precision: Precision {
        if time != nil { return .time }
        if day != nil { return .day }
        return month == nil ? .year : .month
    }

    /// As it goes into the result: `2022`, `2022-07`, `2022-07-16`, `2022-07-16T10:05+02:00` or `2022-07-16T10:05:30Z`.
    var iso8601: String {
        var text: [UInt8] = []
        func add(_ sign: Unicode.Scalar?, _ value: Int, _ count: Int) {
            if let sign { text.append(UInt8(ascii: sign)) }
            var divisor = count == 4 ? 1000 : 10
            while divisor > 0 {
                text.append(0x30 + UInt8(value / divisor % 10))
                divisor /= 10
            }
        }
        add(nil, year, 4)
        if let month { add("-", month, 2) }
        if let day { add("-", day, 2) }
        if let time {
            add("T", time.hour, 2)
            add(":", time.minute, 2)
            if let second = time.second { add(":", second, 2) }
            if let zone = time.zone, zone != 0 {
                add(zone < 0 ? "-" : "+", abs(zone) / 60, 2)
                add(":", abs(zone) % 60, 2)
            } else if time.zone != nil {
                text.append(UInt8(ascii: "Z"))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The earliest moment it can mean, in seconds since 1970-01-01T00:00:00Z; without a zone, UTC is taken.
    var secondsSinceEpoch: Int {
        var seconds = Self.daysSinceEpoch(year: year, month: month ?? 1, day: day ?? 1) * 86_400
        if let time {
            seconds += time.hour * 3600 + time.minute * 60 + (time.second ?? 0) - (time.zone ?? 0) * 60
        }
        return seconds
    }

    /// The calendar day alone.
    var withoutTime: PublicationDate {
        PublicationDate(year: year, month: month, day: day) ?? self
    }

    /// Whether both may name the same moment, one more precisely than the other.
    func agrees(with other: PublicationDate) -> Bool {
        guard year == other.year else { return false }
        guard let month, let otherMonth = other.month else { return true }
        guard month == otherMonth else { return false }
        guard let day, let otherDay = other.day else { return true }
        return day == otherDay
    }

    /// Whether it is before the other for sure: on an earlier day, or at an earlier moment where both give one.
    func isEarlier(than other: PublicationDate) -> Bool {
        guard agrees(with: other) else { return secondsSinceEpoch < other.secondsSinceEpoch }
        guard time?.zone != nil, other.time?.zone != nil else { return false }
        return secondsSinceEpoch < other.secondsSinceEpoch
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days from 1970-01-01 in the proleptic Gregorian calendar, counting years from March (Hinnant, "chrono-compatible
    /// low-level date algorithms").
    private static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

extension PublicationDate {
    /// The date of a moment, in UTC.
    init?(secondsSinceEpoch seconds: Int) {
        guard (0..<253_402_300_800).contains(seconds) else { return nil }
        let shifted = seconds / 86_400 + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let ofDay = seconds % 86_400
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1,
            time: Time(hour: ofDay / 3600, minute: ofDay % 3600 / 60, second: ofDay % 60, zone: 0))
    }
}
