import Testing

@testable import WiredeskEngine

@Suite struct QuoteTests {
    @Test(arguments: [
        ("“We are ready for the winter,” said Karen Lindqvist.", "Karen Lindqvist: “We are ready for the winter,”"),
        ("\"We are ready for the winter,\" Karen Lindqvist said.", "Karen Lindqvist: \"We are ready for the winter,\""),
        ("Karen Lindqvist said: „We are ready for the winter.“", "Karen Lindqvist: „We are ready for the winter.“"),
        (
            "According to Karen Lindqvist, «we are ready for the winter».",
            "Karen Lindqvist: «we are ready for the winter»"
        ),
        (
            "Karen Lindqvist came. “We are ready for the winter,” she said.",
            "Karen Lindqvist: “We are ready for the winter,”"
        ),
    ])
    func findsWhoSaidIt(_ text: String, _ spoken: String) throws {
        #expect(try EntityFixture(text).spoken == [spoken])
    }

    @Test(arguments: [
        // Under a motto or a letter.
        ("“The bridge was ours before it was theirs.” ― Karen Lindqvist", "Karen Lindqvist"),
        ("“The bridge was ours before it was theirs.” — Karen Lindqvist, Oslo", "Karen Lindqvist"),
        ("“The bridge was ours before it was theirs.”\n\n— Karen Lindqvist", "Karen Lindqvist"),
        // A full stop inside the name or behind it.
        ("“The bridge is ours,” Sen. Karen Lindqvist (D-Mo.) said on Monday.", "Karen Lindqvist"),
        // Somebody who speaks for somebody.
        ("“The bridge is ours,” said Olsen spokeswoman Karen Lindqvist.", "Karen Lindqvist"),
        ("Karen Lindqvist, a friend of Ola Olsen, said: “The bridge is ours.”", "Karen Lindqvist"),
        ("“The bridge is ours,” Karen Lindqvist, who met Ola Olsen on Monday, said.", "Karen Lindqvist"),
        ("“The bridge is ours,” Ola Olsen's aide, Karen Lindqvist, said.", "Karen Lindqvist"),
        // No verb of speech.
        ("Karen Lindqvist left the room with “we will not pay for this bridge.”", "Karen Lindqvist"),
        // Other verbs.
        ("“The bridge is ours,” Karen Lindqvist fired back, and reiterated: “We built it.”", "Karen Lindqvist"),
    ])
    func namesTheSpeaker(_ text: String, _ speaker: String) throws {
        let spoken = try EntityFixture(text).spoken
        #expect(!spoken.isEmpty)
        #expect(spoken.allSatisfy { $0.hasPrefix(speaker + ": ") }, "\(spoken)")
    }

    @Test(arguments: [
        "„Wir haben diese Brücke gebaut“, sagte Karen Lindqvist.",
        "« Nous avons construit ce pont », a déclaré Karen Lindqvist.",
        "Karen Lindqvist dijo: «Nosotros construimos este puente».",
    ])
    func findsQuotesInOtherLanguages(_ text: String) throws {
        let spoken = try EntityFixture(text).spoken
        #expect(spoken.count == 1)
        #expect(spoken.first?.hasPrefix("Karen Lindqvist: ") == true)
    }

    @Test func keepsTheSpeakerOverParagraphs() throws {
        let fixture = try EntityFixture(
            """
            Karen Lindqvist said, "We learned a lot from this game.

            It was a long day for all of us in the team."
            """)
        #expect(
            fixture.spoken == [
                "Karen Lindqvist: \"We learned a lot from this game.",
                "Karen Lindqvist: It was a long day for all of us in the team.\"",
            ])
    }

    @Test(arguments: [
        "The so-called “undercard” debate came first.", "They sang “Silent Forest” together.",
        "He is 5'10\" tall and weighs little.", "The novel “A Bridge for the North” won a prize.",
        "It was a “bridge.”",
    ])
    func leavesOtherMarksAlone(_ text: String) throws {
        #expect(try EntityFixture(text).quotes.isEmpty)
    }
}
