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
        ("It opened in January nineteen ninety-seven in Oslo.", "January nineteen ninety-seven", .date, "1997-01"),
        ("It has been so since the nineties.", "the nineties", .date, "199"),
        ("They lived there in the late '80s.", "the late '80s", .date, "198"),
        ("They met on Labor Day.", "Labor Day", .date, "2022-09-05"),
        ("They met on Christmas Eve in Oslo.", "Christmas Eve", .date, "2021-12-24"),
        ("They met on Good Friday in Oslo.", "Good Friday", .date, "2022-04-15"),
        ("They met in Easter week in Oslo.", "Easter week", .date, "2022-W15"),
        ("They met the day before yesterday.", "the day before yesterday", .date, "2022-07-18"),
        ("They met the day after Christmas.", "the day after Christmas", .date, "2021-12-26"),
        ("They are the leaders of tomorrow and know it.", "tomorrow", .date, "FUTURE_REF"),
        ("It happened at 7 p.m. local time (1100 GMT) on Monday.", "7 p.m. local time", .time, "2022-07-18T19:00"),
        ("The quake struck at 0224 GMT there.", "0224 GMT", .time, "2022-07-20T02:24"),
        ("The polls close at 8pm tonight.", "8pm tonight", .time, "2022-07-20T20:00"),
        ("It happened at midnight on Monday.", "midnight on Monday", .time, "2022-07-18T24:00"),
        ("It happened on the morning of July 4 there.", "the morning of July 4", .time, "2022-07-04TMO"),
        ("By mid-afternoon Monday, the water had risen.", "mid-afternoon Monday", .time, "2022-07-18TAF"),
        ("They met on the Fourth of July.", "the Fourth of July", .date, "2022-07-04"),
        ("They met on January first.", "January first", .date, "2022-01-01"),
        ("It has stood for half a century.", "half a century", .duration, "P50Y"),
        ("It took a quarter of an hour.", "a quarter of an hour", .duration, "PT15M"),
        ("They waited for half an hour.", "half an hour", .duration, "PT30M"),
        ("They waited 2 hours and 15 minutes.", "2 hours and 15 minutes", .duration, "PT2H15M"),
        ("Prices doubled over the past decade.", "the past decade", .duration, "P10Y"),
        ("They said it would last a week.", "a week", .duration, "P1W"),
        ("They meet twice a week.", "twice a week", .set, "P1W"),
        ("They meet every other week.", "every other week", .set, "P2W"),
        ("It cost them 310,000 crowns a day.", "a day", .set, "P1D"),
        ("The shop is open 24 hours a day.", "24 hours a day", .set, "P1D"),
        ("The fees are paid annually.", "annually", .set, "P1Y"),
        ("The fees are paid quarterly.", "quarterly", .set, "P3M"),
        ("They can make 30 per day there.", "per day", .set, "P1D"),
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

    @Test(arguments: [
        ("They gather on July 23 and 24 in Tirana.", "24", "July 24"),
        ("They gathered on 14-15 June.", "14", "14 June"),
        ("They gather on the 25th and 26th of August.", "the 25th", "25th August"),
    ])
    func namesEachDayOfASeriesWithItsMonth(_ text: String, _ words: String, _ name: String) throws {
        let entity = try EntityFixture(text, published: "2022-07-20").entity(mentioned: words)
        #expect(entity?.name == name)
    }

    @Test func takesATimeOfDayForTheDayNamedLast() throws {
        let fixture = try EntityFixture(
            "They voted on Sunday. The polls closed at 22:30, and the last vote was cast at 2:30 the next day.",
            published: "2022-07-20")
        #expect(fixture.entity(mentioned: "22:30")?.value == "2022-07-17T22:30")
        #expect(fixture.entity(mentioned: "2:30 the next day")?.value == "2022-07-18T02:30")
    }

    @Test func givesTimesThatRecurNoDay() throws {
        let fixture = try EntityFixture("The shop is open each day between 2pm and 6pm.", published: "2022-07-20")
        #expect(fixture.entity(mentioned: "2pm")?.value == "XXXX-XX-XXT14:00")
        #expect(fixture.entity(mentioned: "6pm")?.value == "XXXX-XX-XXT18:00")
    }

    @Test(arguments: ["A week later", "The following month", "The next day"])
    func leavesWhatIsLaterThanNothingOpen(_ words: String) throws {
        let fixture = try EntityFixture(words + ", the minister was back in the city.", published: "2022-07-20")
        #expect(fixture.entity(mentioned: words)?.value == nil)
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
        "A second goal came soon after from April Jones.", "He scored in the 20th minute of the game.",
        "They import three-quarters of their food.", "It costs a quarter of that.",
        "The people aged 16 to 24 year olds.",
        "They sat in Room 2010 and took Flight 1990.", "The programme was called This Week by them.",
        "It soon became a flood.", "They met near Easter Road.", "It was the last day of the season.",
        "Winds reached 190 kilometers per hour and 90 miles an hour.", "They read the daily Herald.",
    ])
    func leavesOtherWordsAlone(_ text: String) throws {
        let fixture = try EntityFixture(text, published: "2022-07-20")
        #expect(
            fixture.entities.filter { [.date, .time, .duration, .set].contains($0.type) && $0.value != "FUTURE_REF" }
                .isEmpty)
    }
}
