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
        "He is 5'10\" tall and weighs little.",
    ])
    func leavesOtherMarksAlone(_ text: String) throws {
        #expect(try EntityFixture(text).quotes.isEmpty)
    }
}
