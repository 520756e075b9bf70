import Testing

@testable import WiredeskEngine

@Suite struct GroupingTests {
    @Test func joinsSurnamesInitialsAndVariants() throws {
        let fixture = try EntityFixture(
            """
            Senator Karen B. Lindqvist spoke first. Lindqvist was brief. Later Karen Lindqvist left.

            Assadollah Rezvani was there. Assadaollah Rezvani had come late, and Rezvani's aides too.
            """)
        let senator = try #require(fixture.entity(mentioned: "Lindqvist"))
        #expect(senator.name == "Karen B. Lindqvist")
        #expect(senator.aliases == ["Lindqvist", "Karen Lindqvist"])
        #expect(fixture.entity(mentioned: "Rezvani")?.mentions.count == 3)
    }

    @Test func neverJoinsTwoWhoShareASurname() throws {
        let fixture = try EntityFixture("Peter Lindqvist met Karen Lindqvist. Then Lindqvist left the room.")
        #expect(fixture.names(.person).contains("Peter Lindqvist"))
        #expect(fixture.names(.person).contains("Karen Lindqvist"))
        #expect(fixture.entity(mentioned: "Peter Lindqvist")?.mentions.count == 1)
        #expect(fixture.entity(mentioned: "Karen Lindqvist")?.mentions.count == 1)
    }

    @Test func givesALoneSurnameToTheOneWhoWasMetByThen() throws {
        let fixture = try EntityFixture(
            """
            Karen Lindqvist opened the meeting in the morning. Lindqvist spoke for an hour about the lake.

            Her brother, Peter Lindqvist, had come with a friend. Karen Lindqvist did not greet him. Lindqvist smiled.
            """)
        let karen = try #require(fixture.entity(mentioned: "Karen Lindqvist"))
        #expect(karen.mentions.map { fixture.string($0.start, $0.end) }.filter { $0 == "Lindqvist" }.count == 1)
        #expect(fixture.entity(mentioned: "Peter Lindqvist")?.mentions.count == 1)
    }

    @Test func givesALoneSurnameToTheOneWithItsTitle() throws {
        let fixture = try EntityFixture(
            """
            Gov. Karen Lindqvist met her brother Peter Lindqvist in Oslo. The talks with Gov. Lindqvist were brief.
            """)
        #expect(fixture.entity(mentioned: "Karen Lindqvist")?.aliases == ["Lindqvist"])
        #expect(fixture.entity(mentioned: "Peter Lindqvist")?.mentions.count == 1)
    }

    @Test func doesNotTakeAPresidentForTheWoman() throws {
        let fixture = try EntityFixture(
            "On Monday President Lindqvist flew to Oslo. Laura Lindqvist stayed at home. Then Lindqvist spoke.")
        #expect(fixture.entity(mentioned: "Laura Lindqvist")?.mentions.count == 1)
        #expect(fixture.entity(mentioned: "Lindqvist")?.mentions.count == 2)
    }

    @Test(arguments: [
        ("James T. Lindqvist", "Jim Lindqvist"), ("James T. Lindqvist", "J.T. Lindqvist"),
        ("Oleksandr Tkachenko", "Alexandr Tkachenko"), ("Mohammad Rezaei", "Mohamad Rezaie"),
        ("Abdelkarim Haddadi", "Abdulkarim Haddadi"),
    ])
    func joinsSpellingsOfOneName(_ first: String, _ second: String) throws {
        let fixture = try EntityFixture(
            "The lawyer \(first) spoke in court on Friday. Later the lawyer \(second) left the court with his son.")
        #expect(fixture.entity(mentioned: first)?.id == fixture.entity(mentioned: second)?.id)
        #expect(fixture.entity(mentioned: first)?.mentions.count == 2)
    }

    @Test(arguments: [
        ("Martin Lindqvist", "Martina Lindqvist"), ("Peter Jensen", "Peter Jansen"),
        ("Laura Petrov", "Laura Petrova"), ("Karen Lindqvist", "Karin Lundqvist"),
    ])
    func doesNotTakeTwoNamesForSpellingsOfOne(_ first: String, _ second: String) throws {
        let fixture = try EntityFixture(
            "The lawyer \(first) spoke in court on Friday. Later the lawyer \(second) left the court with his son.")
        #expect(fixture.entity(mentioned: first)?.mentions.count == 1)
        #expect(fixture.entity(mentioned: second)?.mentions.count == 1)
    }

    @Test func knowsSomebodyByTheNameFromBirth() throws {
        let fixture = try EntityFixture(
            "Anna Lindqvist was born Anna Maria Berger in Graz. The pianist Anna Lindqvist moved to Oslo in 1958.")
        let anna = try #require(fixture.entity(mentioned: "Anna Lindqvist"))
        #expect(anna.name == "Anna Lindqvist")
        #expect(anna.aliases == ["Anna Maria Berger"])
    }

    @Test(arguments: [
        (
            "Acme Instruments, Inc. made a profit. Shares of Acme Instruments rose.", "Acme Instruments, Inc.",
            "Acme Instruments"
        ),
        (
            "The yard of Hyunsung Heavy Industries closed. Workers of Hyunsung struck.", "Hyunsung Heavy Industries",
            "Hyunsung"
        ),
        ("The Scottish Green Party won a seat. The Greens were glad.", "Scottish Green Party", "Greens"),
        ("The Liberal Democrats lost. The Lib Dems were sad.", "Liberal Democrats", "Lib Dems"),
        (
            "She left the California Institute of Technology. A friend at Caltech wept.",
            "California Institute of Technology", "Caltech"
        ),
        ("The U.S. Department of Agriculture agreed. The USDA paid.", "U.S. Department of Agriculture", "USDA"),
    ])
    func joinsShorterNamesOfBodies(_ text: String, _ full: String, _ short: String) throws {
        let fixture = try EntityFixture(text)
        let body = try #require(fixture.entity(mentioned: full))
        #expect(body.name == full)
        #expect(body.aliases == [short])
    }

    @Test func doesNotTakeTheBeginningOfAnyNameForTheWhole() throws {
        let fixture = try EntityFixture(
            "The DNC met. The DNC Rules Committee met too. The White House and the White House Press Office agreed.")
        #expect(fixture.entity(mentioned: "DNC")?.aliases == [])
        #expect(fixture.entity(mentioned: "White House")?.aliases == [])
    }

    @Test func takesNoCountryForAnAcronymThatItsLettersSpell() throws {
        let fixture = try EntityFixture("The University of Salisbury has friends in the US. The US pays for it.")
        #expect(fixture.entity(mentioned: "US")?.country == "US")
        #expect(fixture.entity(mentioned: "University of Salisbury")?.aliases == [])
    }

    @Test func takesTheNameFromRunningText() throws {
        let fixture = try EntityFixture(
            """
            ROTTERDAM (Northline) - A storm closed the port of Rotterdam on Friday, the police said.
            """)
        let city = try #require(fixture.entity(mentioned: "Rotterdam"))
        #expect(city.name == "Rotterdam")
        #expect(city.aliases == ["ROTTERDAM"])
    }

    @Test(arguments: [
        "The Northern Lakes Fishing Council (NLFC) met. The NLFC agreed.",
        "The NLFC (Northern Lakes Fishing Council) met. The NLFC agreed.",
    ])
    func joinsAcronymsWithTheirExpansions(_ text: String) throws {
        let council = try #require(try EntityFixture(text).entity(mentioned: "NLFC"))
        #expect(council.name == "Northern Lakes Fishing Council")
        #expect(council.expansion == "Northern Lakes Fishing Council")
        #expect(council.aliases == ["NLFC"])
        #expect(council.mentions.count == 3)
    }

    @Test func joinsTheNamesOfOneCountryButNotItsNations() throws {
        let fixture = try EntityFixture("The United States and the U.S. agree; the UK, England and Scotland do not.")
        #expect(fixture.entity(mentioned: "U.S.")?.name == "United States")
        #expect(fixture.entity(mentioned: "England")?.name == "England")
        #expect(fixture.entity(mentioned: "Scotland")?.country == "GB")
    }

    @Test func numbersEntitiesInOrderAndRanksThem() throws {
        let fixture = try EntityFixture(
            "Norway won. Norway's coach praised Norway. In Peru, Karen Lindqvist watched on Friday.",
            published: "2022-07-20")
        #expect(fixture.entities.map(\.id) == Array(1...fixture.entities.count))
        let norway = try #require(fixture.entity(mentioned: "Norway"))
        let peru = try #require(fixture.entity(mentioned: "Peru"))
        #expect(norway.salience > peru.salience)
    }
}
