extension SpeechSigns {
    /// - Parameters:
    ///   - stretch: not empty inside.
    ///   - paragraph: the tokens of its paragraph.
    init(
        of stretch: QuotedStretch, _ attribution: SpeakerFinder.Attribution?, _ words: QuoteWords,
        in paragraph: Range<Int>, continuity: Continuity, neighbour: Neighbour
    ) {
        governor = Self.governor(attribution)
        length = Self.length(words.wordCount(stretch.inner))
        ending = Self.ending(words.mark(stretch.inner.upperBound - 1))
        opening = Self.opening(stretch.inner, words)
        before = Self.before(stretch.tokens.lowerBound, words, in: paragraph)
        after = Self.after(stretch.tokens.upperBound, words, in: paragraph)
        marks = !stretch.isClosed ? .openingOnly : stretch.goesOn ? .closingOnly : .both
        var hasPerson = false
        var hasClause = false
        var stops = 0
        for index in stretch.inner {
            if Self.persons.contains(words.key(index)) { hasPerson = true }
            if !words.classes(index).isDisjoint(with: [.auxiliary, .pronoun]) { hasClause = true }
            if words.isStop(index), index + 1 < stretch.inner.upperBound { stops += 1 }
        }
        // The words of other languages are not known, and taken for a clause's.
        wording = hasPerson ? .clauseOfPerson : hasClause || !words.areKnown ? .clause : .plain
        sentences = stops == 0 ? .one : stops == 1 ? .two : .more
        self.continuity = continuity
        self.neighbour = neighbour
    }

    private static func governor(_ attribution: SpeakerFinder.Attribution?) -> Governor {
        guard let attribution else { return .nothing }
        if attribution.isLoose { return .subjectOnly }
        if !attribution.isAdjacent { return .distantVerb }
        return attribution.speaker == nil && attribution.pronoun == nil ? .verbWithoutSubject : .verb
    }

    private static func length(_ count: Int) -> Length {
        switch count {
        case ...1: .one
        case 2: .two
        case 3: .three
        case ...5: .upToFive
        case ...8: .upToEight
        case ...14: .upToFourteen
        default: .longer
        }
    }

    private static func ending(_ mark: Character?) -> Ending {
        switch mark {
        case nil: .word
        case ".": .stop
        case ",": .comma
        case "!", "?": .cry
        default: .otherMark
        }
    }

    private static func opening(_ inner: Range<Int>, _ words: QuoteWords) -> Opening {
        if words.isCapital(inner.lowerBound) { return words.isTitle(inner) ? .allCapitals : .capital }
        return words.isWord(inner.lowerBound) ? .small : .noLetter
    }

    private static func before(_ start: Int, _ words: QuoteWords, in paragraph: Range<Int>) -> Before {
        let index = start - 1
        guard index >= paragraph.lowerBound else { return .paragraph }
        if let mark = words.mark(index) {
            if words.isStop(index) { return .stop }
            return mark == "," ? .comma : mark == ":" ? .colon : .otherMark
        }
        let key = words.key(index)
        if key == that { return .that }
        if key == `as` { return .as }
        if words.isSpeech(index) { return .speechVerb }
        let classes = words.classes(index)
        if classes.contains(.determiner) { return .determiner }
        if classes.contains(.preposition) { return .preposition }
        if classes.contains(.conjunction) { return .conjunction }
        if !classes.isDisjoint(with: [.auxiliary, .pronoun, .opener]) { return .closedClass }
        return words.isCapital(index) ? .capital : .word
    }

    private static func after(_ index: Int, _ words: QuoteWords, in paragraph: Range<Int>) -> After {
        guard index < paragraph.upperBound else { return .paragraph }
        if let mark = words.mark(index) {
            if words.isStop(index) { return .stop }
            return mark == "," ? .comma : words.isDash(index) ? .dash : .otherMark
        }
        if words.isSpeech(index) { return .speechVerb }
        let classes = words.classes(index)
        if classes.contains(.preposition) { return .preposition }
        if classes.contains(.conjunction) { return .conjunction }
        if classes.contains(.pronoun) { return .pronoun }
        if classes.contains(.auxiliary) { return .auxiliary }
        return words.isCapital(index) ? .capital : .word
    }

    private static let that = WordKey.of("that")
    private static let `as` = WordKey.of("as")
    /// Words of the first and the second person.
    private static let persons = Set(
        [
            "I", "I'm", "I’m", "I've", "I’ve", "me", "my", "My", "we", "We", "We're", "We’re", "us", "our", "Our",
            "you",
            "You", "your", "Your",
        ].map { (word: StaticString) in WordKey.of(word) })
}
