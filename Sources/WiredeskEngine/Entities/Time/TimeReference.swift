/// What relative times are resolved against: a day, month or year, and where it was read.
struct TimeReference {
    enum Precision: Int { case year, month, day }

    var date: CivilDate
    var precision: Precision
    /// As `Entity.basis` says it: `published`, or the ISO 8601 date in the text.
    var basis: String

    /// Reads `2022`, `2022-07`, `2022-07-16` or a date with a time after it.
    init?(iso8601 value: String, basis: String) {
        let parts = value.utf8.prefix(10).split(separator: UInt8(ascii: "-"))
        guard let year = parts.first.flatMap({ Int(String($0) ?? "") }), year > 0, year < 10_000 else { return nil }
        let month = parts.count > 1 ? Int(String(parts[1]) ?? "") : nil
        let day = parts.count > 2 ? Int(String(parts[2]) ?? "") : nil
        date = CivilDate(year: year, month: month ?? 1, day: day ?? 1)
        precision = day != nil ? .day : month != nil ? .month : .year
        guard CivilDate.isValid(year: date.year, month: date.month, day: date.day) else { return nil }
        self.basis = basis
    }

    init(date: CivilDate, precision: Precision, basis: String) {
        self.date = date
        self.precision = precision
        self.basis = basis
    }
}
