import WiredeskModel

/// Values of dates, times and amounts for people.
enum ReadableValue {
    /// The value in words, or nil when it says nothing that the name does not.
    static func text(_ value: String, of type: EntityType) -> String? {
        // TIMEX3 writes X for what the text leaves open.
        if value.contains("X") { return nil }
        switch type {
        case .date, .time: return season(value) ?? week(value) ?? ReadableDate.text(value)
        case .duration, .set: return duration(value) ?? value
        case .money, .quantity: return amount(value)
        case .percent: return value.split(separator: " ").joined()
        default: return value
        }
    }

    /// `EUR 4200000` as `EUR 4,200,000`.
    private static func amount(_ value: String) -> String {
        value.split(separator: " ").map { word in
            guard word.count > 4, let number = Int(word) else { return String(word) }
            return Quantity.grouped(number)
        }.joined(separator: " ")
    }

    /// `2024-SU` as `summer 2024`.
    private static func season(_ value: String) -> String? {
        let seasons = ["SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter"]
        let parts = value.split(separator: "-")
        guard parts.count == 2, let season = seasons[String(parts[1])] else { return nil }
        return "\(season) \(parts[0])"
    }

    /// `2024-W11` as `week 11 of 2024`.
    private static func week(_ value: String) -> String? {
        let parts = value.split(separator: "-")
        guard parts.count == 2, parts[1].first == "W", let week = Int(parts[1].dropFirst()) else { return nil }
        return "week \(week) of \(parts[0])"
    }

    /// `P3W` as `3 weeks`, `PT90M` as `90 minutes`; nil for what has several parts.
    private static func duration(_ value: String) -> String? {
        let dates: [Character: String] = ["Y": "year", "M": "month", "W": "week", "D": "day"]
        let times: [Character: String] = ["H": "hour", "M": "minute", "S": "second"]
        guard value.first == "P", let letter = value.last else { return nil }
        let isTime = value.hasPrefix("PT")
        guard let unit = (isTime ? times : dates)[letter] else { return nil }
        let number = value.dropFirst(isTime ? 2 : 1).dropLast()
        guard !number.isEmpty, number.allSatisfy({ $0.isNumber || $0 == "." }) else { return nil }
        return Int(number).map { Quantity.of($0, unit) } ?? "\(number) \(unit)s"
    }
}
