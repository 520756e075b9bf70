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
    /// The quarter, 1 to 4, when it was one that the text named last: "a year ago" is then the same quarter.
    private(set) var quarter: Int?
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
                    || lexeme.key == TimeWords.few || lexeme.key == TimeWords.these
            else {
                index += 1
                continue
            }
            let before = found.count
            if var expression = match(at: index) {
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
        quarter = expression.value.flatMap(Self.quarter)
        if let date = expression.date, expression.type == .date || expression.type == .time {
            anchor = TimeReference(
                date: date, precision: expression.precision,
                basis: expression.precision == .day
                    ? date.iso : expression.precision == .month ? date.isoMonth : date.isoYear)
        }
    }

    /// The quarter of a value such as `1989-Q3`.
    private static func quarter(_ value: String) -> Int? {
        let bytes = Array(value.utf8)
        guard bytes.count == 7, bytes[5] == UInt8(ascii: "Q"), (0x31...0x34).contains(bytes[6]) else { return nil }
        return Int(bytes[6] - 0x30)
    }

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
        if lexeme.isIn(.ordinal), let expression = century(at: index) ?? ordinalPeriod(at: index) { return expression }
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
        if lexeme.key == TimeWords.several || lexeme.key == TimeWords.few { return counted(at: index) }
        if lexeme.isIn(.dayPart), let expression = clock(at: index) { return expression }
        if lexeme.isIn(.season) { return season(at: index, offset: nil) }
        if lexeme.isIn(.holiday) { return holiday(at: index, offset: nil) }
        if lexeme.isIn(.timeUnit) { return bareUnit(at: index) }
        return nil
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
        if expression.type == .duration {
            if free(2), at(start - 1).key == TimeWords.than,
                at(start - 2).key == TimeWords.more
                    || at(start - 2).key == TimeWords.less
            {
                start -= 2
            } else if free(2), at(start - 1).key == TimeWords.least, at(start - 2).key == TimeWords.at {
                start -= 2
            } else if free(2), at(start - 1).key == TimeWords.to, at(start - 2).key == TimeWords.up {
                start -= 2
            } else if free(1), at(start - 1).isIn(.approximator), !at(start - 1).isIn(.determiner),
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

    /// Whether the words around a day without a year speak of the future (1), of the past (-1), or do not tell (0):
    /// the nearest sign of tense before it decides, else the nearest after.
    func tense(around index: Int) -> Int {
        var steps = 0
        var cursor = index - 1
        while cursor >= sentence.lowerBound, steps < 14 {
            if let tense = tense(of: cursor) { return tense }
            cursor -= 1
            steps += 1
        }
        cursor = index + 1
        steps = 0
        while cursor < sentence.upperBound, steps < 10 {
            if let tense = tense(of: cursor) { return tense }
            cursor += 1
            steps += 1
        }
        return 0
    }

    private func tense(of index: Int) -> Int? {
        let lexeme = text.lexemes[index]
        guard lexeme.has(.word), !lexeme.has(.capital) || lexeme.has(.opening) else { return nil }
        if lexeme.isIn(.past) { return -1 }
        if lexeme.isIn(.future) { return 1 }
        // Regular past tenses; "need" and "speed" are none.
        let end = Int(lexeme.end)
        if lexeme.length > 4, text.text[end - 1] == UInt8(ascii: "d"), text.text[end - 2] == UInt8(ascii: "e"),
            text.text[end - 3] != UInt8(ascii: "e")
        {
            return -1
        }
        return nil
    }
}
