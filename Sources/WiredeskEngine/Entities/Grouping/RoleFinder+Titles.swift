/// Titles right before a name.
extension RoleFinder {
    /// A title that says something, not `Mr.`, with what qualifies it: `former US Secretary of State`, `Chief Financial
    /// Officer`, `the soap star`.
    func titleBefore(_ name: TypedName) -> Range<Int>? {
        let end = name.lexemes.lowerBound
        let limit = sentence(of: end).lowerBound
        guard var range = title(of: name) ?? noun(before: end, limit) ?? office(before: end, limit) else { return nil }
        while let last = range.last, at(last).has(.mark) || RoleWords.courtesies.contains(at(last).key) {
            range.removeLast()
        }
        guard range.contains(where: { at($0).isIn(.title) || isDoer($0) }),
            range.count > 1 || !RoleWords.kin.contains(at(range.lowerBound).key)
        else { return nil }
        return widened(range.lowerBound, limit)..<range.upperBound
    }

    /// The title that the scanner saw, without the end of a name before it: the `Agriculture` of `Department of
    /// Agriculture Commissioner`.
    private func title(of person: TypedName) -> Range<Int>? {
        var range = person.candidate.title
        guard !range.isEmpty else { return nil }
        if let cut = range.last(where: { self.name(at: $0) != nil }) { range = cut + 1..<range.upperBound }
        // "under President Karen Arden"
        while range.count > 1, at(range.lowerBound).isIn(.preposition), !at(range.lowerBound).has(.capital) {
            range.removeFirst()
        }
        // "nominee Sen. Karen Arden"
        if let last = range.last, at(last).has(.dotted) {
            let start = range.lastIndex { !at($0).has(.dotted) && !RoleWords.formerly.contains(at($0).key) }
            if let start { range = start + 1..<range.upperBound }
        }
        return range.isEmpty ? nil : range
    }

    /// `the conductor`, `co-star`.
    private func noun(before end: Int, _ limit: Int) -> Range<Int>? {
        let start = end - 1
        guard start >= limit, name(at: start) == nil, !at(start).has(.capital), RoleWords.isDoer(at(start)) else {
            return nil
        }
        if start - 2 >= limit, at(start).has(.glued), at(start - 1).isMark("-") { return start - 2..<end }
        return start..<end
    }

    /// `mayor of Ankara` right before the name.
    private func office(before end: Int, _ limit: Int) -> Range<Int>? {
        guard end > limit, let place = name(at: end - 1), place.type != .person else { return nil }
        let start = place.lexemes.lowerBound - 2
        guard start >= limit, at(start + 1).key == NameWords.of || at(start + 1).key == NameWords.for,
            RoleWords.isDoer(at(start))
        else { return nil }
        return start..<end
    }

    /// Where a title begins with what qualifies it.
    private func widened(_ title: Int, _ limit: Int) -> Int {
        var start = title
        while start > limit, title - start < 6 {
            let word = at(start - 1)
            if let name = name(at: start - 1) {
                // "former US Secretary of State"
                let before = name.lexemes.lowerBound - 1
                guard name.type != .person, before >= limit, isPlainModifier(before) else { return start }
                start = before
            } else if word.has(.word), extends(start - 1) {
                start -= 1
                if start - 2 >= limit, at(start).has(.glued), at(start - 1).isMark("-") { start -= 2 }
            } else if qualifies(start - 1, limit) {
                start -= 1
            } else {
                return widenedToArticle(start, limit)
            }
        }
        return start
    }

    /// Whether a word of a title belongs to the one behind it: in `nominee Gov. Arden` and `they head President Arden's
    /// list` it does not.
    private func extends(_ index: Int) -> Bool {
        let word = at(index)
        let isField = RoleWords.fields.contains(word.key) && !word.has(.capital) && !at(index + 1).has(.capital)
        guard isField || word.isIn([.role, .roleModifier, .title]), !word.isIn(.preposition) || word.has(.capital)
        else {
            return false
        }
        if at(index + 1).has(.dotted) { return word.has(.dotted) || RoleWords.formerly.contains(word.key) }
        return word.has(.capital) || !at(index - 1).isIn(.pronoun) || isPossessive(index - 1)
    }

    private func isPlainModifier(_ index: Int) -> Bool {
        at(index).isIn(.roleModifier) && !at(index).has(.capital) && name(at: index) == nil
    }

    /// `Financial` in `Chief Financial Officer`, `Presiding` in `Presiding judge`.
    private func qualifies(_ index: Int, _ limit: Int) -> Bool {
        let word = at(index)
        guard word.has(.word), word.has(.capital), !word.has(.allCapitals),
            !word.isIn(.closed.union([.weekday, .month, .timeWord, .speech, .personVerb]))
        else { return false }
        return word.has(.opening) ? !at(index + 1).has(.capital) && index == limit : at(index + 1).has(.capital)
    }

    /// Over up to three words in lower case when an article or a possessive stands before them: `the defense lawyer`.
    private func widenedToArticle(_ title: Int, _ limit: Int) -> Int {
        guard !at(title).has(.capital), !RoleWords.formerly.contains(at(title).key) else { return title }
        var start = title
        while start > limit, title - start < 3 {
            let word = at(start - 1)
            if RoleWords.articles.contains(word.key) || RoleWords.possessives.contains(word.key) || word.has(.clitic) {
                return start
            }
            guard word.has(.word), !word.has(.capital), name(at: start - 1) == nil,
                !word.isIn(.closed.union([.timeUnit, .timeWord, .speech, .personVerb]))
            else { return title }
            start -= 1
        }
        let word = at(start - 1)
        return start > limit && (RoleWords.articles.contains(word.key) || RoleWords.possessives.contains(word.key))
            ? start : title
    }
}
