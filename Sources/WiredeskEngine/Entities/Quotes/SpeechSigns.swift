/// What a stretch in quotation marks shows of whether it is speech, or the title of a work or words held at arm's length.
/// Each sign has one value of few; each value has its weight in `SpeechWeights`.
struct SpeechSigns {
    /// What governs it, as far as `SpeakerFinder` sees.
    enum Governor: Int, CaseIterable { case nothing, subjectOnly, distantVerb, verb, verbWithoutSubject }
    enum Length: Int, CaseIterable { case one, two, three, upToFive, upToEight, upToFourteen, longer }
    /// The mark before the closing one.
    enum Ending: Int, CaseIterable { case word, stop, comma, cry, otherMark }
    enum Opening: Int, CaseIterable { case small, capital, allCapitals, noLetter }
    enum Before: Int, CaseIterable {
        case paragraph, stop, comma, colon, otherMark, that, `as`, speechVerb, determiner, preposition, conjunction
        case closedClass, capital, word
    }
    enum After: Int, CaseIterable {
        case paragraph, stop, comma, dash, otherMark, speechVerb, preposition, conjunction, pronoun, auxiliary, capital
        case word
    }
    /// Whether it has an auxiliary or a pronoun, as sentences do, and one of the first or the second person.
    enum Wording: Int, CaseIterable { case plain, clause, clauseOfPerson }
    /// Whether somebody is speaking already.
    enum Continuity: Int, CaseIterable { case nobody, speaker, announced }
    enum Marks: Int, CaseIterable { case both, closingOnly, openingOnly }
    /// What the stretch before it in the paragraph was.
    enum Neighbour: Int, CaseIterable { case none, otherMarks, speech }
    /// Sentences that end inside it, before its end.
    enum Sentences: Int, CaseIterable { case one, two, more }

    let governor: Governor
    let length: Length
    let ending: Ending
    let opening: Opening
    let before: Before
    let after: After
    let wording: Wording
    let continuity: Continuity
    let marks: Marks
    let neighbour: Neighbour
    let sentences: Sentences

    /// The value of each sign, in the order of `names`.
    var values: [Int] {
        [
            governor.rawValue, length.rawValue, ending.rawValue, opening.rawValue, before.rawValue, after.rawValue,
            wording.rawValue, continuity.rawValue, marks.rawValue, neighbour.rawValue, sentences.rawValue,
        ]
    }

    /// The names of each sign's values.
    static let names: [[String]] = [
        names(Governor.self), names(Length.self), names(Ending.self), names(Opening.self), names(Before.self),
        names(After.self), names(Wording.self), names(Continuity.self), names(Marks.self), names(Neighbour.self),
        names(Sentences.self),
    ]

    private static func names<Sign: CaseIterable>(_ sign: Sign.Type) -> [String] {
        sign.allCases.map { "\(sign).\($0)" }
    }

    /// Whether it is speech by the trained weights, which give the logarithm of the odds.
    var areOfSpeech: Bool {
        var score = SpeechWeights.bias
        var first = 0
        for (value, sign) in zip(values, Self.names) {
            score += SpeechWeights.weights[first + value]
            first += sign.count
        }
        return score > 0
    }
}
