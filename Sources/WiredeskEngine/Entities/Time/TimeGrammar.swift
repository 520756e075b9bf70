/// Finds dates, times, durations and sets in English by their grammar, and gives them TIMEX3 values. The coverage
/// aimed at is that of SUTime (Chang and Manning, 2012) and HeidelTime (Strötgen and Gertz, 2010).
struct TimeGrammar {
    let text: LexedText
    let numbers: NumberGrammar
    /// The day of publication or the article's dateline.
    let reference: TimeReference?
    /// The sentence that is being read.
    var sentence = 0..<0
    /// The last day or longer that the text named, on which "the week before" leans.
    var anchor: TimeReference?
    /// The paragraph that named it.
    private(set) var anchorParagraph = 0
    /// The paragraph of the sentence that is being read.
    private(set) var paragraph = 0
    /// The quarter that the text named last.
    private(set) var reported: ReportedQuarter?
    private(set) var found: [TimeExpression] = []

    init(_ text: LexedText, reference: TimeReference?) {
        self.text = text
        numbers = NumberGrammar(text: text)
        self.reference = reference
    }

    /// All expressions of the text, in order, without overlaps.
    static func expressions(
        in text: LexedText, reference: TimeReference?, interruption: Interruption
    ) throws(WiredeskError) -> [TimeExpression] {
        var grammar = TimeGrammar(text, reference: reference)
        for (index, sentence) in text.sentences.enumerated() {
            if index & 31 == 0 { try interruption.check() }
            grammar.paragraph = text.paragraphOf[index]
            grammar.read(sentence)
        }
        return grammar.found
    }

    /// The classes of words that an expression can start with.
    private static let triggers: WordClass = [
        .month, .weekday, .timeUnit, .season, .dayPart, .last, .next, .timeWord, .holiday, .cardinal, .ordinal,
        .determiner, .pronoun, .timeModifier,
    ]

    private mutating func read(_ sentence: Range<Int>) {
        self.sentence = sentence
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            let lexeme = text.lexemes[index]
            guard
                lexeme.has(.digits) || lexeme.isIn(Self.triggers) || lexeme.key == TimeWords.several
                    || lexeme.key == TimeWords.few || lexeme.key == TimeWords.these || lexeme.key == TimeWords.eve
                    || lexeme.key == TimeWords.half
                    || lexeme.length >= TimeWords.shortestFrequency && TimeWords.frequencies[lexeme.key] != nil
            else {
                index += 1
                continue
            }
            let before = found.count
            // Some are read at their last word, and so may reach back into another.
            let limit = found.last?.lexemes.upperBound ?? 0
            if var expression = match(at: index), expression.lexemes.lowerBound >= limit {
                expression.lexemes = extended(expression, notBefore: found.last?.lexemes.upperBound ?? 0)
                add(expression)
                index = expression.lexemes.upperBound
            } else if found.count > before {
                index = max(index + 1, found[found.count - 1].lexemes.upperBound)
            } else {
                index += 1
            }
        }
    }

    mutating func add(_ expression: TimeExpression) {
        found.append(expression)
        // What itself leans on a time of the text is no ground for the next: "a year earlier" twice is the same year.
        if let anchor, expression.basis == anchor.basis, expression.basis != reference?.basis { return }
        noteReport(expression)
        if let date = expression.date, expression.type == .date || expression.type == .time {
            anchorParagraph = paragraph
            anchor = TimeReference(
                date: date, precision: expression.precision,
                basis: expression.precision == .day
                    ? date.iso : expression.precision == .month ? date.isoMonth : date.isoYear)
        }
    }

    /// Remembers the quarter that the text reports on, and whether it speaks of another period since.
    private mutating func noteReport(_ expression: TimeExpression) {
        guard let value = expression.value, let reference else { return }
        if let quarter = ReportedQuarter(value: value, paragraph: paragraph) {
            // What is compared with or still to come is not reported.
            if quarter.year > reference.date.year || reported.map(quarter.isCompared) ?? false { return }
            let isOver = quarter.year < reference.date.year || quarter.quarter * 3 < reference.date.month
            if !isOver, lastReport != nil || tense(around: expression.lexemes.lowerBound) > 0 { return }
            reported = quarter
        } else if Self.otherReports.contains(value) {
            reported?.isInterrupted = true
        } else if expression.precision == .year, expression.basis != nil, let date = expression.date,
            date.year < reference.date.year
        {
            reported?.isInterrupted = true
        }
    }

    /// Lengths of time, other than a quarter, that results are reported for.
    private static let otherReports: Set<String> = ["P6M", "P9M", "P12M"]

    /// The lexeme at an index of the sentence; an empty one outside it.
    @inline(__always)
    func at(_ index: Int) -> Lexeme {
        sentence.contains(index) ? text.lexemes[index] : Lexeme(start: 0, end: 0)
    }

    private mutating func match(at index: Int) -> TimeExpression? {
        let lexeme = at(index)
        guard text.isEnglish else { return lexeme.has(.digits) ? numericDate(at: index) ?? year(at: index) : nil }
        if lexeme.has(.digits) {
            return numericDate(at: index) ?? clock(at: index) ?? dayAndMonth(at: index) ?? century(at: index)
                ?? ordinalPeriod(at: index) ?? counted(at: index) ?? year(at: index)
        }
        if lexeme.isIn(.weekday) { return weekday(at: index) }
        if lexeme.isIn(.month), let expression = month(at: index) { return expression }
        if lexeme.isIn(.timeWord) { return timeWord(at: index) }
        if lexeme.isIn(.ordinal),
            let expression = century(at: index) ?? spokenDayAndMonth(at: index) ?? ordinalPeriod(at: index)
        {
            return expression
        }
        if lexeme.isIn(.cardinal) { return clock(at: index) ?? counted(at: index) ?? spokenYear(at: index) }
        if lexeme.isIn([.last, .next]) || lexeme.key == TimeWords.this || lexeme.key == TimeWords.that
            || lexeme.key == TimeWords.same || lexeme.key == TimeWords.these
        {
            if let expression = ordinalPeriod(at: index) ?? deictic(at: index) { return expression }
        }
        if lexeme.isIn(.determiner) {
            if let expression = recurring(at: index) ?? definite(at: index) { return expression }
            return counted(at: index)
        }
        if lexeme.key == TimeWords.several || lexeme.key == TimeWords.few || lexeme.key == TimeWords.half {
            return counted(at: index)
        }
        if lexeme.isIn(.dayPart), let expression = clock(at: index) ?? partOfNamedDay(at: index) { return expression }
        if lexeme.isIn(.season) { return season(at: index, offset: nil) }
        if lexeme.isIn(.holiday) { return holiday(at: index, offset: nil) }
        if lexeme.key == TimeWords.eve { return holidayDay(at: index) }
        if lexeme.isIn(.timeUnit) { return bareUnit(at: index) }
        if let frequency = frequency(at: index) { return frequency }
        return lexeme.isIn(.timeModifier) ? spokenDecade(at: index + 1) : nil
    }

    /// The expression with the words before it that belong to it: `early`, `the end of`, `more than`, `the`.
    private func extended(_ expression: TimeExpression, notBefore limit: Int) -> Range<Int> {
        var start = expression.lexemes.lowerBound
        func free(_ count: Int) -> Bool { start - count >= max(limit, sentence.lowerBound) }
        if free(2), at(start - 1).isMark("-"), at(start - 2).isIn(.timeModifier) || at(start - 2).key == TimeWords.mid {
            start -= 2
        } else if free(1), at(start - 1).isIn(.timeModifier), at(start - 1).key != TimeWords.end {
            start -= 1
        }
        if free(1), at(start - 1).key == TimeWords.fiscal { start -= 1 }
        if expression.type == .duration || at(expression.lexemes.upperBound - 1).key == TimeWords.ago {
            if free(2), at(start - 1).key == TimeWords.than,
                at(start - 2).key == TimeWords.more
                    || at(start - 2).key == TimeWords.less
            {
                start -= 2
            } else if free(2), at(start - 1).key == TimeWords.least, at(start - 2).key == TimeWords.at {
                start -= 2
            } else if free(2), at(start - 1).key == TimeWords.to, at(start - 2).key == TimeWords.up {
                start -= 2
            } else if free(1), at(start - 1).isIn(.approximator), at(start - 1).key != TimeWords.within,
                !at(start - 1).isIn(.determiner), at(start).key != TimeWords.the,
                at(start).isIn([.cardinal, .determiner]) || at(start).has(.digits)
            {
                start -= 1
            }
        }
        if free(2), at(start - 1).key == TimeWords.of,
            [TimeWords.end, TimeWords.beginning, TimeWords.middle, TimeWords.start].contains(at(start - 2).key)
        {
            start -= 2
        }
        if free(1), at(start - 1).key == TimeWords.the,
            expression.precision != .year || !at(start).has(.onlyDigits),
            !at(start).isIn([.month, .weekday]) || start < expression.lexemes.lowerBound
        {
            start -= 1
        }
        return start..<expression.lexemes.upperBound
    }

    func expression(
        _ range: Range<Int>, _ type: EntityType, _ value: String?, basis: String? = nil, date: CivilDate? = nil,
        precision: TimeReference.Precision = .day
    ) -> TimeExpression {
        TimeExpression(
            lexemes: range, type: type, value: value, basis: value == nil ? nil : basis, date: date,
            precision: precision)
    }
}
