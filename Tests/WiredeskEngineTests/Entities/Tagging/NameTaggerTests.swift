import Testing

@testable import WiredeskEngine

@Suite struct NameTaggerTests {
    @Test func cutsTheBodyOffAPerson() throws {
        let fixture = try EntityFixture("The vote was close, said Martin Hale of RCU and Susan Berg of the RCU.")
        #expect(fixture.entity(mentioned: "Martin Hale")?.type == .person)
        #expect(fixture.entity(mentioned: "Susan Berg")?.type == .person)
    }

    @Test func takesTheFirstWordsOfARoleForNoName() throws {
        let fixture = try EntityFixture("They spoke with House Minority Leader Martin Hale after the vote on Monday.")
        #expect(fixture.entity(mentioned: "House Minority") == nil)
        #expect(fixture.entity(mentioned: "Martin Hale")?.type == .person)
    }

    @Test func keepsThePlaceInsideACompound() throws {
        let fixture = try EntityFixture("The pro-Beijing camp won three of the seats that it had lost before.")
        #expect(fixture.entity(mentioned: "Beijing")?.type == .geopolitical)
    }

    @Test func leavesTheCurrencyToTheAmount() throws {
        let fixture = try EntityFixture("They paid five million Canadian dollars for the two boats.")
        #expect(fixture.entity(mentioned: "Canadian") == nil)
    }

    @Test func givesEveryMentionAConfidence() throws {
        let plain = try EntityFixture("He was born in London and moved to Berlin, Germany, with his parents.")
        let confidences = plain.entities.flatMap { $0.mentions.map(\.confidence) }
        #expect(confidences.count >= 3)
        #expect(confidences.allSatisfy { (0.25...0.95).contains($0) })
    }

    @Test(arguments: ["London", "Washington", "Tehran"])
    func knowsTheMuchNamedCities(_ city: String) throws {
        let fixture = try EntityFixture("The minister arrived in \(city) on Monday for talks with her colleagues.")
        #expect(fixture.entity(mentioned: city)?.type == .geopolitical)
    }

    @Test func takesTheRoleBeforeAHyphenToo() throws {
        let fixture = try EntityFixture("The news pleased pan-democrat Martin Hale, who had won the seat in March.")
        #expect(fixture.entity(mentioned: "Martin Hale")?.roles.map(\.title).contains("democrat") == false)
    }
}
