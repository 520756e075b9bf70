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

    @Test(arguments: [
        ("A talk by former Secretary of State Mike Arden ended.", "Mike Arden", "former Secretary of State"),
        ("House Minority Leader Kevin Arden, California Republican, spoke.", "Kevin Arden", "California Republican"),
        ("House Minority Leader Kevin Arden, California Republican, spoke.", "Kevin Arden", "House Minority Leader"),
        ("The mayor of Lindvale, Kevin Arden, spoke.", "Kevin Arden", "mayor of Lindvale"),
        (
            "Kevin Arden, undersecretary to the prime minister, spoke.", "Kevin Arden",
            "undersecretary to the prime minister"
        ),
    ])
    func findsRoles(_ text: String, _ name: String, _ role: String) throws {
        let fixture = try EntityFixture(text)
        let person = try #require(fixture.entity(mentioned: name))
        let found = try #require(person.roles.first { $0.title == role })
        #expect(fixture.string(found.start, found.end) == role)
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
