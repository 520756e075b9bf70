import Testing

@testable import WiredeskEngine

@Suite struct NameTests {
    @Test(arguments: [
        ("They flew to Vienna with him.", "Vienna", EntityType.geopolitical),
        ("A visit to New York City began.", "New York City", .geopolitical),
        ("He lives in Saint Petersburg now.", "Saint Petersburg", .geopolitical),
        ("Talks with Mr. Brankovitz went on.", "Brankovitz", .person),
        ("The novelist Ingrid van der Meulen has died.", "Ingrid van der Meulen", .person),
        ("The striker Kim Dong-wook scored.", "Kim Dong-wook", .person),
        ("A plan of the Ministry of Rural Roads was shown.", "Ministry of Rural Roads", .organization),
        ("Shares of Quellmark Inc. rose.", "Quellmark Inc.", .organization),
        ("The Food and Harvest Administration said so.", "Food and Harvest Administration", .organization),
        ("They swam in the Vindel River there.", "Vindel River", .location),
        ("The match at Lindvale Stadium ended.", "Lindvale Stadium", .facility),
        ("The Norwegian delegation left.", "Norwegian", .nationality),
        ("It was agreed in the Treaty of Lindvale.", "Treaty of Lindvale", .law),
        ("Tickets for the Lindvale Film Festival sold out.", "Lindvale Film Festival", .event),
    ])
    func typesNames(_ text: String, _ words: String, _ type: EntityType) throws {
        #expect(try EntityFixture(text).entity(mentioned: words)?.type == type)
    }

    @Test(arguments: [
        "Every summer the resistance gathers there.", "However, nobody came.", "Results were better than expected.",
        "The court and the government agreed.", "Meanwhile prices rose.",
    ])
    func findsNoNameInPlainSentences(_ text: String) throws {
        #expect(try EntityFixture(text).entities.filter { $0.type == .person || $0.type == .organization }.isEmpty)
    }

    @Test func cutsPlacesAndPeoplesOffTheNamesBehindThem() throws {
        let fixture = try EntityFixture("US and Albanian officials met Russian President Igor Valkov.")
        #expect(fixture.entity(mentioned: "US")?.country == "US")
        #expect(fixture.entity(mentioned: "Albanian")?.type == .nationality)
        #expect(fixture.entity(mentioned: "Russian")?.country == "RU")
        #expect(fixture.entity(mentioned: "Igor Valkov")?.type == .person)
    }

    @Test func keepsThePossessorApart() throws {
        let fixture = try EntityFixture("Leaders of the New Workers' League met the New People's Party's Anna Berg.")
        #expect(fixture.entity(mentioned: "Anna Berg")?.type == .person)
        #expect(fixture.entity(mentioned: "New People's Party")?.type == .organization)
    }

    @Test func keepsTheYearOfAnEvent() throws {
        let fixture = try EntityFixture("The Lindvale World Summit 2022 was held in Oslo.", published: "2022-07-20")
        #expect(fixture.entity(mentioned: "Lindvale World Summit 2022")?.type == .event)
        #expect(fixture.names(.date).isEmpty)
    }

    @Test func tellsGeorgiaFromGeorgiaByTheText() throws {
        let country = try EntityFixture("The capital of Georgia, Tbilisi, is old.")
        #expect(country.entity(mentioned: "Georgia")?.country == "GE")
        let unknown = try EntityFixture("He has lived in Georgia for years.")
        #expect(unknown.entity(mentioned: "Georgia")?.country == nil)
    }

    @Test func givesFewButSureNamesInGerman() throws {
        let fixture = try EntityFixture(
            """
            Die Regierung hat am Dienstag ein neues Gesetz beschlossen. Der Minister Karl Lindner sagte in Berlin, die \
            Wirtschaft brauche Hilfe. Das Auto des Ministers stand vor der Tür, und niemand wusste etwas davon.
            """)
        #expect(fixture.names(.person) == ["Karl Lindner"])
        #expect(fixture.names(.geopolitical) == ["Berlin"])
        #expect(fixture.entities.count == 2)
    }

    @Test func findsNoLatinNamesInOtherScripts() throws {
        #expect(try EntityFixture("双方讨论了贸易问题，会议持续了两天，没有达成任何协议。").names(.person).isEmpty)
        #expect(try EntityFixture("وقال الوزير إن الاجتماع استمر يومين دون التوصل إلى اتفاق.").names(.person).isEmpty)
    }
}
