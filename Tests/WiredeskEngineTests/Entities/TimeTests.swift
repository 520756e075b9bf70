import Testing

@testable import WiredeskEngine

/// Published on Wednesday, 20 July 2022, unless a test says otherwise.
@Suite struct TimeTests {
    @Test(arguments: [
        ("It opened on July 16, 2019 in Oslo.", "July 16, 2019", EntityType.date, "2019-07-16"),
        ("It opened on 16 July 2019 in Oslo.", "16 July 2019", .date, "2019-07-16"),
        ("It opened on 2019-07-16 in Oslo.", "2019-07-16", .date, "2019-07-16"),
        ("It opened on 7/16/2019 in Oslo.", "7/16/2019", .date, "2019-07-16"),
        ("It opened in July 2019 in Oslo.", "July 2019", .date, "2019-07"),
        ("They met yesterday.", "yesterday", .date, "2022-07-19"),
        ("They met last week.", "last week", .date, "2022-W28"),
        ("They met on Friday.", "Friday", .date, "2022-07-15"),
        ("They will meet on Friday.", "Friday", .date, "2022-07-22"),
        ("They met on Friday morning.", "Friday morning", .time, "2022-07-15TMO"),
        ("They met in June of this year.", "June of this year", .date, "2022-06"),
        ("They met three years ago.", "three years ago", .date, "2019"),
        ("They met last October.", "last October", .date, "2021-10"),
        ("Sales fell in the third quarter of 2021.", "the third quarter of 2021", .date, "2021-Q3"),
        ("Prices rose in the 1990s.", "the 1990s", .date, "199"),
        ("It is a church of the 12th century.", "the 12th century", .date, "11"),
        ("They waited for more than four hours.", "more than four hours", .duration, "PT4H"),
        ("He served a two-week term.", "two-week", .duration, "P2W"),
        ("They waited 2 1/2 years.", "2 1/2 years", .duration, "P2Y6M"),
        ("They meet every Monday.", "every Monday", .set, "XXXX-WXX-1"),
        ("They meet every two weeks.", "every two weeks", .set, "P2W"),
        ("It begins at 10:30 p.m. on Friday.", "10:30 p.m. on Friday", .time, "2022-07-15T22:30"),
        ("She said so now.", "now", .date, "PRESENT_REF"),
    ])
    func readsTimes(_ text: String, _ words: String, _ type: EntityType, _ value: String) throws {
        let entity = try #require(try EntityFixture(text, published: "2022-07-20").entity(mentioned: words))
        #expect(entity.type == type)
        #expect(entity.value == value)
    }

    @Test func givesEachDayOfASeriesItsValue() throws {
        let fixture = try EntityFixture("They gather on July 23 and 24 in Tirana.", published: "2022-07-20")
        #expect(fixture.entity(mentioned: "July 23")?.value == "2022-07-23")
        #expect(fixture.entity(mentioned: "24")?.value == "2022-07-24")
    }

    @Test func givesBothMonthsTheYearSaidOnce() throws {
        let fixture = try EntityFixture("He came in May and June of this year.", published: "2022-07-20")
        #expect(fixture.entity(mentioned: "May")?.value == "2022-05")
        #expect(fixture.entity(mentioned: "June of this year")?.value == "2022-06")
    }

    @Test func countsFromTheTimeNamedLast() throws {
        let fixture = try EntityFixture(
            "It began on March 4, 2020. The week before, police came.", published: "2022-07-20")
        let week = try #require(fixture.entity(mentioned: "The week before"))
        #expect(week.value == "2020-W09")
        #expect(week.basis == "2020-03-04")
    }

    @Test func saysWhatARelativeTimeLeansOn() throws {
        let fixture = try EntityFixture("They met yesterday and on May 3, 2021.", published: "2022-07-20")
        #expect(fixture.entity(mentioned: "yesterday")?.basis == "published")
        #expect(fixture.entity(mentioned: "May 3, 2021")?.basis == nil)
    }

    @Test func leavesRelativeTimesOpenWithoutAnyDate() throws {
        let fixture = try EntityFixture("They met yesterday, on Friday and on July 16 about it.")
        #expect(fixture.entity(mentioned: "yesterday")?.value == nil)
        #expect(fixture.entity(mentioned: "Friday")?.value == "XXXX-WXX-5")
        #expect(fixture.entity(mentioned: "July 16")?.value == "XXXX-07-16")
    }

    @Test func takesADatelineForTheDayOfPublication() throws {
        let fixture = try EntityFixture("Sunday, August 2, 2015\n\nThe council met on Thursday to vote on it.")
        let day = try #require(fixture.entity(mentioned: "Thursday"))
        #expect(day.value == "2015-07-30")
        #expect(day.basis == "2015-08-02")
    }

    @Test(arguments: [
        "You may march if you like.", "Mark April as our guest.", "They sold 2000 tickets.",
        "The 6-year-old met a man 52 years old in his 30s.",
        "A second goal came soon after from April Jones.",
    ])
    func leavesOtherWordsAlone(_ text: String) throws {
        let fixture = try EntityFixture(text, published: "2022-07-20")
        #expect(
            fixture.entities.filter { ($0.type == .date || $0.type == .duration) && $0.value != "FUTURE_REF" }.isEmpty)
    }
}
