/// A calendar date, with a time of day where one was given, as precise as its source.
struct PublicationDate: Hashable {
    /// As it goes into the result.
    let iso8601: String

    /// Accepts `2022`, `2022-07`, `2022-07-16` and a full date and time of ISO 8601.
    init?(iso8601 text: String) {
        let day = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(day.count), day[0].utf8.count == 4, day.allSatisfy({ UInt($0) != nil }) else { return nil }
        iso8601 = text
    }
}
