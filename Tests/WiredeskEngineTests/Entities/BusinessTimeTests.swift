import Testing

@testable import WiredeskEngine

/// Periods of business reports. Published on Wednesday, 20 July 2022.
@Suite struct BusinessTimeTests {
    @Test(arguments: [
        ("Profit fell in the second quarter. Sales in the latest period rose.", "the latest period", "2022-Q2"),
        ("Profit fell in the second quarter from a year earlier.", "a year earlier", "2021-Q2"),
        (
            "Profit fell in the second quarter. A loss was made in the year-ago period.", "the year-ago period",
            "2021-Q2"
        ),
        ("Profit fell in the second quarter. It paid tax in the quarter.", "the quarter", "2022-Q2"),
        ("Profit fell in the second quarter from the 2021 quarter.", "the 2021 quarter", "2021-Q2"),
        (
            "Profit rose in the second quarter, against the same period last year.", "the same period last year",
            "2021-Q2"
        ),
        ("Profit was $5 million in the quarter ended June 30.", "the quarter", "2022-Q2"),
        ("Profit fell in the year-ago third quarter.", "the year-ago third quarter", "2021-Q3"),
        ("Sales fell to $3 million from $4 million a year ago.", "a year ago", "2021"),
        ("Sales were $3 million. A year ago it lost money. A year earlier it had none.", "A year earlier", "2021"),
        ("Sales were up in the year ended March 31.", "the year", "P1Y"),
        ("They expect more sales for the full year.", "the full year", "2022"),
        ("They expect to close the deal by year-end.", "year-end", "2022"),
        ("They expect to close the deal by the end of the year.", "the end of the year", "2022"),
        ("Sales rose in the first half of the year.", "the first half of the year", "2022-H1"),
        ("Sales rose in the first six months of 2021.", "the first six months of 2021", "2021-H1"),
        ("They lost money in fiscal 2021 there.", "fiscal 2021", "2021"),
    ])
    func readsPeriods(_ text: String, _ words: String, _ value: String) throws {
        let entity = try #require(try EntityFixture(text, published: "2022-07-20").entity(mentioned: words))
        #expect(entity.value == value)
    }

    @Test func comparesWithTheYearOfTheLongerPeriodNamedSince() throws {
        let fixture = try EntityFixture(
            "Profit fell in the second quarter. In the nine months it rose from a year earlier.",
            published: "2022-07-20")
        #expect(fixture.entity(mentioned: "a year earlier")?.value == "2021")
    }

    @Test func takesNoQuarterToComeForTheOneReported() throws {
        let fixture = try EntityFixture(
            "Profit fell in the second quarter. It will rise in the third quarter, from a year earlier.",
            published: "2022-07-20")
        #expect(fixture.entity(mentioned: "a year earlier")?.value == "2021-Q2")
    }
}
