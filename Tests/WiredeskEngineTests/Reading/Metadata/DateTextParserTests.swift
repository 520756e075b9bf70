import Testing

@testable import WiredeskEngine

@Suite struct DateTextParserTests {
    @Test(arguments: [
        ("Sunday, August 2, 2015", "2015-08-02"), ("Nov. 19, 2019, 10:31 pm", "2019-11-19T22:31"),
        ("19 Nov 2019 22:31:05 GMT", "2019-11-19T22:31:05Z"),
        ("Updated May 3rd, 2021 at 7:05 a.m. EDT", "2021-05-03T07:05-04:00"),
        ("4. Mai 2022, 10:05 Uhr", "2022-05-04T10:05"), ("Samstag, 16. Jänner 2021", "2021-01-16"),
        ("04.05.2022", "2022-05-04"), ("28.09.19", "2019-09-28"),
        ("publié le 1er mars 2020 à 10h05", "2020-03-01T10:05"),
        ("3 de mayo de 2022", "2022-05-03"), ("12 marzo 2018", "2018-03-12"), ("7 de setembro de 2021", "2021-09-07"),
        ("5 februari 2019", "2019-02-05"), ("12 września 2017", "2017-09-12"), ("9 мая 2020", "2020-05-09"),
        ("17 Agustus 2021", "2021-08-17"), ("3 Şubat 2020", "2020-02-03"), ("2022年7月16日", "2022-07-16"),
        ("2022년 7월 16일", "2022-07-16"), ("2019-11-19", "2019-11-19"), ("Dec 28 Sat 2013 00:28", "2013-12-28T00:28"),
        ("2019/11/9", "2019-11-09"),
        ("March 2020", "2020-03"),
        ("25/12/2020", "2020-12-25"), ("12/25/2020", "2020-12-25"), ("(21. November 2022)", "2022-11-21"),
    ])
    func readsWrittenDates(_ text: String, _ expected: String) {
        #expect(DateTextParser().first(in: text)?.date.iso8601 == expected)
    }

    @Test(arguments: [
        "3/4/2022", "31 February 2021", "may be 2 or 3", "Version 10.4.12345", "call 555-1234", "the 2022 season",
        "16 people",
        "10:31", "", "Mar 99",
    ])
    func leavesAloneWhatIsNoDate(_ text: String) {
        #expect(DateTextParser().first(in: text) == nil)
    }

    @Test func readsFiguresAsTheLanguageDoes() {
        #expect(DateTextParser(language: "en-US").first(in: "3/4/2022")?.date.iso8601 == "2022-03-04")
        #expect(DateTextParser(language: "en_US").first(in: "3/4/2022")?.date.iso8601 == "2022-03-04")
        #expect(DateTextParser(language: "fr").first(in: "3/4/2022")?.date.iso8601 == "2022-04-03")
        #expect(DateTextParser(language: "en").first(in: "3/4/2022") == nil)
    }

    @Test func saysWhereTheDateStands() throws {
        let text = "Hanoï, 4. Mai 2022 — Anna"
        let found = try #require(DateTextParser().first(in: text))
        #expect(Array(text.utf8)[found.range].elementsEqual("4. Mai 2022".utf8))
    }

    @Test func aSpanOfTimeIsNoZone() {
        #expect(DateTextParser().first(in: "19.01.2023, 10:00-11:30")?.date.iso8601 == "2023-01-19T10:00")
    }

    /// Whatever stands there, a date is a day of the calendar and lies inside the text.
    @Test func anyTextGivesRealDaysOnly() {
        var generator = SeededGenerator(state: 11)
        let pieces = [
            "31", "30", "29", "02", "2", "2023", "1999", "99", "12", "0", ".", "/", "-", " ", "February", "Mai", "de",
            "März", ":",
            "T", "Z", "+02:00", "年", "月", "日", "pm", "Uhr", "\u{FFFD}", "ß",
        ]
        let days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        for _ in 0..<5000 {
            let text = (0..<Int.random(in: 0...10, using: &generator)).map { _ in
                pieces[Int.random(in: 0..<pieces.count, using: &generator)]
            }.joined()
            for found in DateTextParser(monthComesFirst: Bool.random(using: &generator)).dates(in: text) {
                let month = found.date.month ?? 0
                #expect((1...12).contains(month))
                if let day = found.date.day { #expect((1...days[month - 1]).contains(day)) }
                #expect(found.range.upperBound <= text.utf8.count)
            }
        }
    }
}
