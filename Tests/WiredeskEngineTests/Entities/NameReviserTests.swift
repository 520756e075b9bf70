import Testing

@testable import WiredeskEngine

@Suite struct NameReviserTests {
    @Test func partsACityFromItsCountryOverAMissingComma() throws {
        let fixture = try EntityFixture("The exiles met at the summit in Kassel Germany and in Tirana.")
        #expect(fixture.entity(mentioned: "Kassel")?.country == "DE")
        #expect(fixture.entity(mentioned: "Germany")?.country == "DE")
    }

    @Test func partsAStateFromAParty() throws {
        let fixture = try EntityFixture("The bill of Sen. Karen Arden, Vermont Democrat, was read on Friday.")
        #expect(fixture.entity(mentioned: "Vermont")?.country == "US")
        #expect(fixture.entity(mentioned: "Democrat")?.type == .nationality)
        #expect(fixture.entity(mentioned: "Karen Arden")?.roles.map(\.title) == ["Sen.", "Vermont Democrat"])
    }

    @Test func joinsWhatAnAcronymHoldsTogether() throws {
        let fixture = try EntityFixture(
            "He left the Sindicato Nacional dos Pescadores do Atlântico (SNPA) in May. The SNPA regrets it.")
        let union = try #require(fixture.entity(mentioned: "SNPA"))
        #expect(union.name == "Sindicato Nacional dos Pescadores do Atlântico")
        #expect(union.mentions.count == 3)
    }

    @Test func takesAPeopleForNoPlace() throws {
        let fixture = try EntityFixture("The South African growers and the Dutch growers met in Vancouver.")
        #expect(fixture.entity(mentioned: "South African")?.type == .nationality)
        #expect(fixture.entity(mentioned: "South African")?.country == "ZA")
    }
}
