import Testing

@testable import WiredeskEngine

@Suite struct NameVoteTests {
    /// The classes of names after the vote.
    ///
    /// - Parameter names: a name's words in the text, its class and how far that one scores before the others.
    private func classes(_ string: String, _ names: [(words: Range<Int>, nameClass: Int, margin: Int32)]) throws
        -> [Int]
    {
        var read = VerbatimReader.read(Array(string.utf8))
        let interruption = Interruption()
        let document = try Document(analyzing: &read, interruption: interruption)
        let text = try LexemeReader.read(document, interruption: interruption)
        var tagged = names.map { name in
            var scores = SIMD4<Int32>(repeating: 100)
            scores[name.nameClass] += name.margin
            return TaggedName(lexemes: name.words, scores: scores, nameClass: name.nameClass)
        }
        NameVote.apply(to: &tagged, in: text)
        return tagged.map(\.nameClass)
    }

    private let person = NameLabel.person
    private let organization = NameLabel.nameClass(of: .organization)
    private let place = NameLabel.location
    private let misc = NameLabel.misc

    @Test func theSurerMentionDecidesForTheOther() throws {
        let text = "Varnholt said so. It was Varnholt again."
        #expect(try classes(text, [(0..<1, organization, 300), (6..<7, person, 100)]) == [organization, organization])
    }

    @Test func aSurnameAloneIsThePersons() throws {
        let text = "Marguerite Okonjo spoke. Then Okonjo left."
        #expect(try classes(text, [(0..<2, person, 300), (5..<6, misc, 100)]) == [person, person])
        #expect(try classes(text, [(0..<2, organization, 300), (5..<6, misc, 100)]) == [organization, misc])
        // The tagger is sure of another meaning.
        #expect(try classes(text, [(0..<2, person, 300), (5..<6, organization, 900)]) == [person, organization])
    }

    @Test func aPlaceIsNoSurname() throws {
        let text = "Jasper Berlin spoke. Then Berlin slept."
        #expect(try classes(text, [(0..<2, person, 300), (5..<6, place, 100)]) == [person, place])
    }

    @Test func aPlaceThatSpeaksIsItsNamesake() throws {
        let text = "Jasper Berlin spoke. Then Berlin said so, and Berlin slept."
        let names = [(0..<2, person, Int32(300)), (5..<6, place, 500), (10..<11, place, 300)]
        #expect(try classes(text, names) == [person, person, person])
        // Nobody of that name is in the text.
        #expect(try classes("Then Berlin said so.", [(1..<2, place, 100)]) == [place])
    }
}
