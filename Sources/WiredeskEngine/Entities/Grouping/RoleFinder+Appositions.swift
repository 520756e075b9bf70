/// What stands between commas beside a name.
extension RoleFinder {
    /// `, the mayor of Milan,` after a name, also behind an age: from the word after the comma to the next mark.
    func appositionAfter(_ name: Range<Int>) -> Range<Int>? {
        let sentence = sentence(of: name.lowerBound)
        guard var start = afterComma(name.upperBound, sentence) else { return nil }
        let isQualified = RoleWords.articles.contains(at(start).key)
        let limit = min(sentence.upperBound, start + 14)
        var end = start
        var roleAt = -1
        while end < limit {
            let lexeme = at(end)
            if lexeme.has(.mark), !lexeme.has(.glued) || !lexeme.isMark("-") && !lexeme.isMark("/") { break }
            if lexeme.isIn(.auxiliary) || lexeme.isIn(.speech) && !lexeme.isIn(.role) && !lexeme.has(.capital)
                || RoleWords.relatives.contains(lexeme.key)
                || lexeme.isIn(.conjunction)
                    && (lexeme.key != NameWords.and || isPerson(end + 1) || at(end + 1).key == RoleWords.no)
            {
                break
            }
            if roleAt < 0, lexeme.isIn(.role) || isQualified && isDoer(end), isWhole(end) { roleAt = end }
            end += 1
        }
        guard end > start, end < limit || end == sentence.upperBound, roleAt >= 0, roleAt - start < 6 else {
            return nil
        }
        // "Arden, the group also says": a clause.
        let first = at(start)
        guard !isParticiple(start), !(start..<end).contains(where: { isAdverb($0) }) else { return nil }
        // The comma may join a list of names: a role that opens with another person is none, nor one that holds the next.
        guard !holdsAnotherPerson(start..<end) else { return nil }
        guard !first.isIn([.preposition, .conjunction]),
            !first.isIn(.pronoun) || first.isIn(.determiner) || isPossessive(start)
        else { return nil }
        // "Sen. Mike Arden, House Speaker Karen Lindner": what ends with a name after the role is another person.
        if !isQualified, at(end - 1).has(.capital), !at(end - 1).isIn(.role), roleAt < end - 1,
            at(roleAt).has(.capital),
            at(roleAt + 1).has(.capital)
        {
            return nil
        }
        if first.isIn(.title), first.has(.capital), !first.isIn(.role) { return nil }
        // "now the majority leader"
        if at(start).key == RoleWords.now, start + 2 < end, at(start + 1).isIn(.determiner) { start += 1 }
        if at(start).isIn(.determiner) || isPossessive(start), start + 1 < end { start += 1 }
        while end - 1 > roleAt, at(end - 1).has(.clitic) || at(end - 1).isIn(.conjunction) { end -= 1 }
        return start..<end
    }

    /// Whether a word for a role stands for itself: not in `head-to-head` or `the nominee's tax return`.
    private func isWhole(_ index: Int) -> Bool {
        !(at(index + 1).isMark("-") && at(index + 1).has(.glued)) && !at(index + 1).has(.clitic)
    }

    /// Whether a person is named in a stretch who is no part of the role: one of whom it says nothing by a preposition.
    /// "Aide to Vice President Arden" and "Arden's aide" are roles, "Secretary of State Arden" is somebody else.
    private func holdsAnotherPerson(_ range: Range<Int>) -> Bool {
        range.contains { index in
            guard let name = name(at: index), name.type == .person, name.lexemes.lowerBound == index else {
                return false
            }
            let title = name.candidate.title
            let start = title.isEmpty ? index : title.lowerBound
            if start <= range.lowerBound { return !title.isEmpty || !at(name.lexemes.upperBound).has(.clitic) }
            return !at(start - 1).isIn(.preposition) && !at(name.lexemes.upperBound).has(.clitic)
        }
    }

    /// The word after `, `, `, 46, ` or ` (46), `.
    private func afterComma(_ end: Int, _ sentence: Range<Int>) -> Int? {
        var index = end
        if at(index).isMark("("), at(index + 1).has(.onlyDigits), at(index + 2).isMark(")") {
            index += 3
        } else if at(index).isMark(","), at(index + 1).has(.onlyDigits), at(index + 2).isMark(",") {
            index += 2
        }
        guard index + 1 < sentence.upperBound, at(index).isMark(",") else { return nil }
        return index + 1
    }

    /// `inviting`, but not `acting`.
    private func isParticiple(_ index: Int) -> Bool {
        let word = at(index)
        return !word.has(.capital) && !word.isIn([.role, .roleModifier])
            && text.text[word.range].suffix(3).elementsEqual("ing".utf8)
    }

    /// `also`, but not the `only` of `the only doctor`.
    private func isAdverb(_ index: Int) -> Bool {
        let word = at(index)
        if RoleWords.articles.contains(at(index - 1).key) { return false }
        return RoleWords.adverbs.contains(word.key)
            || word.isIn(.opener) && !word.has(.capital)
                && !word.isIn([.role, .roleModifier, .determiner, .preposition, .conjunction])
    }

    private func isPerson(_ index: Int) -> Bool { name(at: index)?.type == .person }

    /// `the president of the Lombardy region, ` before a name.
    func appositionBefore(_ name: Range<Int>) -> Range<Int>? {
        let sentence = sentence(of: name.lowerBound)
        let end = name.lowerBound - 1
        guard end > sentence.lowerBound, at(end).isMark(",") else { return nil }
        var start = end
        var roleAt = -1
        var depth = 0
        while start > sentence.lowerBound, end - start < 16 {
            let lexeme = at(start - 1)
            if lexeme.isMark(")") { depth += 1 } else if lexeme.isMark("(") { depth -= 1 }
            if depth == 0, lexeme.has(.mark), !lexeme.isMark("-"), !lexeme.isMark("(") { break }
            if depth == 0,
                lexeme.isIn(.auxiliary) || lexeme.isIn(.speech) && !lexeme.isIn(.role) && !lexeme.has(.capital)
            {
                break
            }
            start -= 1
            if depth == 0, RoleWords.isDoer(lexeme), isWhole(start) {
                roleAt = start
                // The role right before the comma is the whole of it, but for what qualifies it.
                if start == end - 1 { return qualified(roleAt, end, notBefore: sentence.lowerBound) }
            }
            if depth == 0, roleAt >= 0, lexeme.isIn(.determiner) || RoleWords.possessives.contains(lexeme.key) { break }
        }
        guard roleAt >= 0, roleAt - start < 5, depth == 0 else { return nil }
        while start < roleAt, at(start).isIn(.closed), !at(start).has(.capital) || at(start).isIn(.determiner) {
            start += 1
        }
        if isPossessive(start), start < roleAt { start += 1 }
        // A role begins with itself or with what qualifies it.
        let prefix = start..<roleAt
        if prefix.contains(where: { at($0).isIn([.preposition, .conjunction]) }) { start = roleAt }
        return holdsAnotherPerson(start..<end) ? nil : start..<end
    }

    /// A role with the modifiers and nouns before it: `regime president`.
    private func qualified(_ role: Int, _ end: Int, notBefore limit: Int) -> Range<Int> {
        var start = role
        while start > limit, role - start < 4, at(start - 1).has(.word), !at(start - 1).isIn(.closed),
            !isPossessive(start - 1)
        {
            start -= 1
        }
        return start..<end
    }
}
