import Testing

@testable import WiredeskEngine

/// Days and months without a year lie ahead or behind by what is said of them. Published on Wednesday, 20 July 2022.
@Suite struct TimeDirectionTests {
    @Test(arguments: [
        ("They met on Friday.", "Friday", "2022-07-15"),
        ("They will meet on Friday.", "Friday", "2022-07-22"),
        ("They said they would meet on Friday.", "Friday", "2022-07-22"),
        ("They would have met on Friday.", "Friday", "2022-07-15"),
        ("The talks are set to resume on Friday.", "Friday", "2022-07-22"),
        ("They planned to leave the city on Friday.", "Friday", "2022-07-22"),
        ("The parliament votes on Friday.", "Friday", "2022-07-22"),
        ("The final is on Friday.", "Friday", "2022-07-22"),
        ("The shop is closed on Friday.", "Friday", "2022-07-22"),
        ("A report to be released on Friday says so.", "Friday", "2022-07-22"),
        ("He is accused of killing a man on Friday.", "Friday", "2022-07-15"),
        ("The court approved the plan on Friday.", "Friday", "2022-07-15"),
        ("The union plans a strike on Friday.", "Friday", "2022-07-22"),
        ("They put off the vote until Friday.", "Friday", "2022-07-22"),
        ("They had been in the city until Friday.", "Friday", "2022-07-15"),
        ("The game was moved to Friday.", "Friday", "2022-07-22"),
        ("The offer had been due to expire on Friday.", "Friday", "2022-07-15"),
        ("They may come as early as Friday.", "Friday", "2022-07-22"),
        ("Since Friday, forty people have died.", "Friday", "2022-07-15"),
        ("It opens on Friday and runs through Sunday.", "Sunday", "2022-07-24"),
        ("It happened on Friday and Saturday.", "Saturday", "2022-07-16"),
    ])
    func turnsDaysOfTheWeek(_ text: String, _ words: String, _ value: String) throws {
        #expect(try self.value(text, words) == value)
    }

    @Test(arguments: [
        ("The ministers met in May.", "May", "2022-05"),
        ("The ministers will meet in May.", "May", "2023-05"),
        ("The talks are supposed to end by May.", "May", "2023-05"),
        ("The law takes effect in January.", "January", "2023-01"),
        ("They have been in talks since December.", "December", "2021-12"),
        ("The report, to be published in October, warns them.", "October", "2022-10"),
        ("They agreed in June to sell it in September.", "September", "2022-09"),
        ("They complained of a cut in the oil supply in August.", "August", "2022-08"),
        ("The firm was founded in August.", "August", "2021-08"),
        ("It happened in the autumn in that town.", "the autumn", "2021-FA"),
        ("It will open in the spring in that town.", "the spring", "2023-SP"),
        ("The bill was passed in December.", "December", "2021-12"),
    ])
    func turnsMonthsAndSeasons(_ text: String, _ words: String, _ value: String) throws {
        #expect(try self.value(text, words) == value)
    }

    @Test(arguments: [
        ("The fiscal year ended Jan. 31 was good.", "Jan. 31", "2022-01-31"),
        ("A new ban starts on January 1.", "January 1", "2023-01-01"),
        ("The report was sent to them on 2 September.", "2 September", "2021-09-02"),
        ("They met on October 8 in the city.", "October 8", "2021-10-08"),
        ("They named a new chairman, effective Feb. 1, and left.", "Feb. 1", "2023-02-01"),
        ("The club has until 31 August to sign him.", "31 August", "2022-08-31"),
        ("She has been held since Oct. 3.", "Oct. 3", "2021-10-03"),
    ])
    func turnsDaysOfTheMonth(_ text: String, _ words: String, _ value: String) throws {
        #expect(try self.value(text, words) == value)
    }

    private func value(_ text: String, _ words: String) throws -> String? {
        // A sentence before, so that the language is plain.
        let lead = "This is what the people of the town said when they were asked about it. "
        let fixture = try EntityFixture(lead + text, published: "2022-07-20")
        return try #require(fixture.entity(mentioned: words)).value
    }
}
