import Testing

@testable import WiredeskEngine

@Suite struct RoleTests {
    @Test(arguments: [
        ("A talk by former Secretary of State Mike Arden ended.", "Mike Arden", ["former Secretary of State"]),
        ("A talk by former US Secretary of State Mike Arden ended.", "Mike Arden", ["former US Secretary of State"]),
        (
            "House Minority Leader Kevin Arden, California Republican, spoke.", "Kevin Arden",
            ["House Minority Leader", "California Republican"]
        ),
        ("The mayor of Lindvale, Kevin Arden, spoke.", "Kevin Arden", ["mayor of Lindvale"]),
        (
            "Kevin Arden, undersecretary to the prime minister, spoke.", "Kevin Arden",
            ["undersecretary to the prime minister"]
        ),
        ("The letter came from Kevin Arden, a spokesman for the port.", "Kevin Arden", ["spokesman for the port"]),
        ("On Friday Chief Financial Officer Karen Arden will speak.", "Karen Arden", ["Chief Financial Officer"]),
        ("They met the conductor Karen Arden in Oslo.", "Karen Arden", ["conductor"]),
        ("They met Karen Arden (43), a former bank official, in Oslo.", "Karen Arden", ["former bank official"]),
        ("They met Karen Arden, a glaciologist at the museum, in Oslo.", "Karen Arden", ["glaciologist at the museum"]),
        (
            "They met Karen Arden, the only doctor on the islands, in Oslo.", "Karen Arden",
            ["only doctor on the islands"]
        ),
        ("Her chief of staff, Karen Arden, was late.", "Karen Arden", ["chief of staff"]),
        ("They met Mr. Arden and his wife in Oslo.", "Arden", []),
    ])
    func findsRoles(_ text: String, _ name: String, _ roles: [String]) throws {
        let fixture = try EntityFixture(text)
        let person = try #require(fixture.entity(mentioned: name))
        #expect(person.roles.map(\.title) == roles)
        for role in person.roles { #expect(fixture.string(role.start, role.end) == role.title) }
    }

    @Test(arguments: [
        "As for Karen Arden, the group also views President Paul Lindner with doubt.",
        "We saw Karen Arden, Secretary of State Paul Lindner and others in Oslo.",
        "Of Karen Arden, the chairman's wife said little that day in Oslo.",
    ])
    func leavesWhatIsSaidOfOthers(_ text: String) throws {
        #expect(try EntityFixture(text).entity(mentioned: "Karen Arden")?.roles == [])
    }

    @Test func saysNothingTwice() throws {
        let fixture = try EntityFixture(
            """
            Secretary of State Mike Arden left on Monday. A day later former Secretary of State Mike Arden was in Oslo. \
            The former Secretary of State, Mike Arden, came home again.
            """)
        #expect(fixture.entity(mentioned: "Mike Arden")?.roles.map(\.title) == ["former Secretary of State"])
    }
}
