import Testing

@testable import WiredeskEngine

@Suite struct PublicationDateTests {
    @Test(arguments: [
        ("2022", "2022"), ("2022-07", "2022-07"), ("2022-07-16", "2022-07-16"), ("20220716", "2022-07-16"),
        ("2022-07-16T10:05", "2022-07-16T10:05"), ("2022-07-16T10:05:30Z", "2022-07-16T10:05:30Z"),
        ("2022-07-16T10:05:30.250+02:00", "2022-07-16T10:05:30+02:00"),
        ("20220716T100530-0330", "2022-07-16T10:05:30-03:30"), ("2020-02-29", "2020-02-29"),
    ])
    func readsWhatTheStandardAllows(_ text: String, _ canonical: String) {
        #expect(PublicationDate(iso8601: text)?.iso8601 == canonical)
    }

    @Test(arguments: [
        "", "22", "2022-13", "2022-00-01", "2022-02-30", "2021-02-29", "1900-02-29", "2022-07-16T24:10",
        "2022-07-16T10:60",
        "2022-07-16T10:05:30+25:00", "2022-07-16 noon", "2022/07/16", "2022-7-16", "2022-07-16T", "yesterday",
        "2022-07-",
    ])
    func refusesWhatNoCalendarHolds(_ text: String) {
        #expect(PublicationDate(iso8601: text) == nil)
    }

    @Test func countsZonesWhenItComparesMoments() throws {
        let east = try #require(PublicationDate(iso8601: "2022-07-16T01:00:00+02:00"))
        let utc = try #require(PublicationDate(iso8601: "2022-07-15T23:00:00Z"))
        #expect(east.secondsSinceEpoch == utc.secondsSinceEpoch)
        #expect(utc.secondsSinceEpoch == 1_657_926_000)
    }

    @Test(arguments: [0, 951_782_399, 951_782_400, 1_657_926_000, 4_102_444_800])
    func unixTimeAndBackAgain(_ seconds: Int) {
        #expect(PublicationDate(secondsSinceEpoch: seconds)?.secondsSinceEpoch == seconds)
    }

    @Test func ordersPrecisions() throws {
        let precisions = ["2022", "2022-07", "2022-07-16", "2022-07-16T10:05"].map {
            PublicationDate(iso8601: $0)?.precision
        }
        #expect(precisions == [.year, .month, .day, .time])
        #expect(PublicationDate.Precision.year < .time)
    }
}
