/// Whether a time without a year, or a day of the week, lies ahead or behind.
extension TimeGrammar {
    /// Lexemes before a time, and after it, among which a sign of tense is looked for.
    private static let reach = (before: 14, after: 10)

    /// Whether the words around a time speak of the future (1), of the past (-1), or do not tell (0).
    func tense(around index: Int) -> Int { tenseSign(around: index).direction }

    /// The nearest sign of tense before a time decides, else the nearest after.
    func tenseSign(around index: Int) -> TenseSign {
        if let sign = introduction(of: index) { return sign }
        // "a service planned for Saturday was canceled".
        if at(index + 1).key == TimeWords.was || at(index + 1).key == TimeWords.were { return TenseSign(direction: -1) }
        var followsInfinitive = false
        var cursor = index - 1
        while cursor >= sentence.lowerBound, index - cursor <= Self.reach.before {
            if let direction = tense(of: cursor, distance: index - cursor) {
                return TenseSign(
                    direction: direction, distance: index - cursor,
                    isCertain: direction < 0 && isFinite(cursor) && index - cursor <= 6,
                    followsInfinitive: followsInfinitive)
            }
            if isInfinitive(cursor) { followsInfinitive = true }
            cursor -= 1
        }
        var sign = signAfter(index) ?? TenseSign()
        sign.followsInfinitive = followsInfinitive
        return sign
    }

    /// Whether a past tense is beyond doubt: "was sent", "had met"; "preferred" may be an adjective.
    private func isFinite(_ index: Int) -> Bool {
        let previous = at(index - 1).key
        return previous == TimeWords.was || previous == TimeWords.were || previous == TimeWords.had
    }

    private func signAfter(_ index: Int) -> TenseSign? {
        var cursor = index + 1
        while cursor < sentence.upperBound, cursor - index <= Self.reach.after {
            if let direction = tense(of: cursor, distance: Self.reach.before) {
                return TenseSign(direction: direction, distance: cursor - index)
            }
            cursor += 1
        }
        return nil
    }

    /// What the word right before a time says: "since May", "until 9 a.m. Tuesday", "as early as Friday".
    private func introduction(of index: Int) -> TenseSign? {
        var cursor = index - 1
        // Over what belongs to the time: "until early", "by the end of", "until 9 a.m. EST".
        while cursor >= sentence.lowerBound, index - cursor <= 5, isPartOfTime(cursor) { cursor -= 1 }
        let word = at(cursor)
        if word.key == TimeWords.since || word.key == TimeWords.ended {
            return TenseSign(direction: -1, isCertain: true)
        }
        if word.key == TimeWords.ending || word.key == TimeWords.effective { return TenseSign(direction: 1) }
        if word.key == TimeWords.as, at(cursor - 2).key == TimeWords.as,
            at(cursor - 1).key == TimeWords.soon || at(cursor - 1).key == TimeWords.early
        {
            return TenseSign(direction: 1)
        }
        if isPlanned(index, before: cursor) { return TenseSign(direction: 1) }
        // "moved to Thursday"
        if word.key == TimeWords.to, TenseWords.moved.contains(at(cursor - 1).key) { return TenseSign(direction: 1) }
        guard word.key == TimeWords.until || word.key == TimeWords.till || word.key == TimeWords.by else { return nil }
        // "was in office until May", "had left by Friday"; "Until May, she was".
        var verb = cursor - 1
        while verb >= sentence.lowerBound, cursor - verb <= Self.reach.before {
            let tense = tense(of: verb, distance: cursor - verb)
            let isPerfect = at(verb - 1).key == TimeWords.had || at(verb - 2).key == TimeWords.had
            if let tense {
                let isBehind = isPerfect || tense < 0 && TenseWords.lasting.contains(at(verb).key)
                return TenseSign(direction: isBehind ? -1 : 1, distance: cursor - verb)
            }
            verb -= 1
        }
        return signAfter(index) ?? TenseSign(direction: 1)
    }

    /// "the final is on Sunday", "the deadline is at midnight on Friday".
    private func isPlanned(_ index: Int, before start: Int) -> Bool {
        var cursor = start
        while index - cursor <= 8,
            at(cursor).key == TimeWords.on || at(cursor).key == TimeWords.at || isPartOfTime(cursor)
        {
            cursor -= 1
        }
        // "It is Tuesday" and "today is Tuesday" speak of the day itself.
        let subject = at(cursor - 1)
        return (at(cursor).key == TimeWords.is || at(cursor).key == TimeWords.are) && !at(index + 1).has(.clitic)
            && !subject.isIn([.pronoun, .timeWord])
    }

    private func isPartOfTime(_ index: Int) -> Bool {
        let lexeme = at(index)
        return lexeme.isIn([.timeModifier, .timeZone, .dayPart]) || lexeme.has(.digits) || lexeme.isMark("-")
            || lexeme.key == TimeWords.mid || lexeme.key == TimeWords.of
            || lexeme.key == TimeWords.the && !at(index + 1).isIn([.weekday, .month])
            || TimeWords.am.contains(lexeme.key) || TimeWords.pm.contains(lexeme.key)
    }

    /// The direction that a word points in: 1 ahead, -1 back, nil for none.
    private func tense(of index: Int, distance: Int) -> Int? {
        let lexeme = at(index)
        guard lexeme.has(.word), !lexeme.has(.capital) || lexeme.has(.opening) else { return nil }
        let (key, next) = (lexeme.key, at(index + 1))
        // "higher than expected" expects nothing any more.
        let previous = at(index - 1).key
        if previous == TimeWords.than || previous == TimeWords.as { return nil }
        if TenseWords.modals.contains(key) {
            let verb = next.key == TimeWords.not || next.key == TimeWords.never ? at(index + 2) : next
            return verb.key == TimeWords.have ? -1 : 1
        }
        if key == TimeWords.set, next.key == TimeWords.for { return 1 }
        if next.key == TimeWords.to, TenseWords.beforeInfinitive.contains(key), isInfinitive(index + 1) { return 1 }
        if lexeme.isIn(.future) || TenseWords.future.contains(key) {
            // "had been due to expire" and "approved the plan" look ahead no more.
            if previous == TimeWords.had || at(index - 2).key == TimeWords.had { return -1 }
            if key == TimeWords.plan || key == TimeWords.plans {
                return next.key == TimeWords.to || next.isIn(.determiner) && !at(index - 1).isIn(.determiner) ? 1 : nil
            }
            return 1
        }
        if distance <= 3, TenseWords.scheduled.contains(key), at(index - 1).key != TimeWords.to,
            !at(index - 1).isIn([.determiner, .preposition]), !at(index - 1).has(.clitic)
        {
            return 1
        }
        // "a report to be published on Monday" is still to come.
        if previous == TimeWords.be { return at(index - 2).key == TimeWords.to && distance <= 2 ? 1 : nil }
        guard lexeme.isIn(.past) || TenseWords.past.contains(key) || isRegularPast(index) else { return nil }
        // "is closed on Monday" is a plan, "is accused of a theft on Monday" tells nothing of the day.
        let isPresent = previous == TimeWords.is || previous == TimeWords.are
        return isPresent ? (distance <= 2 ? 1 : nil) : -1
    }

    /// A past tense in `ed`; "need", "hundred" and the second half of "Oslo-based" are none.
    private func isRegularPast(_ index: Int) -> Bool {
        let lexeme = at(index)
        let end = Int(lexeme.end)
        return lexeme.length > 4 && text.text[end - 1] == UInt8(ascii: "d") && text.text[end - 2] == UInt8(ascii: "e")
            && text.text[end - 3] != UInt8(ascii: "e") && !at(index - 1).isMark("-")
            && !TenseWords.unverbal.contains(lexeme.key) && !isAttribute(index)
    }

    /// Whether a participle stands before its noun: "a failed coup", "a still unspecified date".
    private func isAttribute(_ index: Int) -> Bool {
        if TenseWords.articles.contains(at(index - 1).key) { return true }
        return TenseWords.articles.contains(at(index - 2).key)
            && (at(index - 1).isIn(.opener) || text.text[max(0, Int(at(index - 1).end) - 1)] == UInt8(ascii: "y"))
    }

    /// Whether "to" at an index begins an infinitive that says what is still to be done.
    private func isInfinitive(_ index: Int) -> Bool {
        let verb = at(index + 1)
        guard at(index).key == TimeWords.to, verb.has(.word), !verb.has(.capital) else { return false }
        if verb.isIn(.closed), verb.key != TimeWords.be, verb.key != TimeWords.have { return false }
        return !TenseWords.doneByInfinitive.contains(at(index - 1).key)
            && text.text[Int(verb.end) - 1] != UInt8(ascii: "s")
    }
}
