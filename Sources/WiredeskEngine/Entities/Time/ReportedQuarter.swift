/// The quarter that a report of results speaks of. "A year earlier" is then the same quarter, and "the latest period" is
/// that quarter.
struct ReportedQuarter {
    /// Paragraphs after the one that named it in which it is still meant.
    private static let reach = 6

    let year: Int
    let quarter: Int
    let paragraph: Int
    /// Whether the text has spoken of another period since: "a year earlier" may then mean that one's.
    var isInterrupted = false

    init(year: Int, quarter: Int, paragraph: Int) {
        self.year = year
        self.quarter = quarter
        self.paragraph = paragraph
    }

    /// Reads a value such as `1989-Q3`.
    init?(value: String, paragraph: Int) {
        let bytes = Array(value.utf8)
        guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"), bytes[5] == UInt8(ascii: "Q"),
            (0x31...0x34).contains(bytes[6]), let year = Int(value.prefix(4))
        else { return nil }
        self.init(year: year, quarter: Int(bytes[6] - 0x30), paragraph: paragraph)
    }

    /// The quarter of the calendar that holds the middle of the three months up to a day.
    init(endedOn day: CivilDate, paragraph: Int) {
        let middle = day.adding(days: -45)
        self.init(year: middle.year, quarter: (middle.month + 2) / 3, paragraph: paragraph)
    }

    var value: String { CivilDate.padded(year, 4) + "-Q\(quarter)" }

    func ofYear(_ year: Int) -> ReportedQuarter { ReportedQuarter(year: year, quarter: quarter, paragraph: paragraph) }

    func isMeant(inParagraph paragraph: Int) -> Bool { paragraph - self.paragraph <= Self.reach }

    /// Whether this is the quarter that results are compared with, not one that is reported now.
    func isCompared(with other: ReportedQuarter) -> Bool { quarter == other.quarter && year == other.year - 1 }
}
