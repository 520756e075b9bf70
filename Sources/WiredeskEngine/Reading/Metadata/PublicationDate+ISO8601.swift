extension PublicationDate {
    /// Reads ISO 8601 in the extended format (`2022`, `2022-07`, `2022-07-16`, and a day with a time) or the basic one
    /// (`20220716`, `20220716T100530Z`). A fraction of a second is read over; a zone is kept.
    init?(iso8601 text: String) {
        self.init(iso8601: Array(text.utf8)[...], allowingTail: false)
    }

    /// Reads the date that some text begins with, such as `2019-11-19 22:31:00 +0000` or `2019-11-19T22:31, updated`.
    init?(iso8601Prefix text: String) {
        self.init(iso8601: Array(text.utf8)[...], allowingTail: true)
    }

    private init?(iso8601 bytes: ArraySlice<UInt8>, allowingTail: Bool) {
        var scanner = ISO8601Scanner(bytes)
        guard let year = scanner.digits(4) else { return nil }
        var month: Int?
        var day: Int?
        if scanner.skip("-") {
            guard let value = scanner.digits(2) else { return nil }
            month = value
            if scanner.skip("-") {
                guard let value = scanner.digits(2) else { return nil }
                day = value
            }
        } else if let monthAndDay = scanner.digits(4) {
            month = monthAndDay / 100
            day = monthAndDay % 100
        }
        var time: Time?
        if day != nil {
            let beforeTime = scanner
            if scanner.skip("T") || scanner.skip("t") || scanner.skip(" ") {
                time = scanner.time()
                if time == nil {
                    guard allowingTail else { return nil }
                    scanner = beforeTime
                }
            }
        }
        guard scanner.isAtEnd || (allowingTail && !scanner.isAtDigit) else { return nil }
        if let date = PublicationDate(year: year, month: month, day: day, time: time) {
            self = date
        } else if allowingTail, let date = PublicationDate(year: year, month: month, day: day) {
            self = date
        } else {
            return nil
        }
    }
}
