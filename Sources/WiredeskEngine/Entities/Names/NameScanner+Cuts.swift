/// Where one name of a run ends and the next begins.
extension NameScanner {
    /// Cuts a run into names: off go openers and titles, demonyms and countries before another name stand alone.
    mutating func split(_ run: Range<Int>) {
        var start = run.lowerBound
        var end = run.upperBound
        // An opener may be the only capitalised word.
        while start < end, isNoName(start, in: run) { start = next(after: start, before: end) }
        if !text.isEnglish { start = startOfForeignName(start..<end) }
        while start < end, at(end - 1).has(.mark) || at(end - 1).isIn(.closed) && !at(end - 1).has(.allCapitals) {
            // `World War I`.
            if end - start > 1, at(end - 1).has(.initial), at(end - 2).isIn(.eventHead) { break }
            // `Wilson Or`, `James To`: surnames that are small words elsewhere.
            if end - start == 2, at(start).gazetteer.kinds.contains(.givenName), at(end - 1).has(.capital),
                !at(end).has(.capital), !at(end).isIn(.determiner)
            {
                break
            }
            end -= 1
        }
        if start < end { start = widenedStart(start, end) }
        while start < end {
            let length = prefixLength(of: start..<end)
            add(start..<start + length.name, title: length.title)
            start += length.name
            while start < end,
                at(start).has(.mark) || at(start).has(.clitic)
                    || at(start).isIn(.closed) && !at(start).has(.allCapitals)
                    || !at(start).has(.capital) && !at(start).has(.digits)
            { start += 1 }
        }
    }

    /// In languages whose words for posts and articles no list has, a name starts at its given name when what is before
    /// is unknown: `Bundeskanzler Olaf Scholz`, `Le Canada`.
    func startOfForeignName(_ run: Range<Int>) -> Int {
        guard let first = run.first, at(first).gazetteer.kinds.subtracting(.common).isEmpty else {
            return run.lowerBound
        }
        for index in run.dropFirst() where at(index).has(.capital) {
            let kinds = at(index).gazetteer.kinds
            if kinds.contains(.givenName), !kinds.contains(.common), index + 1 < run.upperBound { return index }
        }
        if at(first).has(.opening), at(first).length <= 3, !at(first).has(.allCapitals) {
            return next(after: first, before: run.upperBound)
        }
        return run.lowerBound
    }

    /// The start of a name with what belongs to it before its first capital: `al-Qaeda`, `bin Laden`, `2018 World Cup`.
    func widenedStart(_ start: Int, _ end: Int) -> Int {
        let previous = at(start - 1)
        if previous.isMark("-"), previous.has(.glued), at(start).has(.glued), at(start - 2).isIn(.nameParticle),
            !at(start - 2).has(.capital)
        {
            return start - 2
        }
        if text.isEnglish, NameWords.inseparable.contains(previous.key), !previous.has(.capital) { return start - 1 }
        if previous.has(.onlyDigits), previous.length == 4, end - start > 1, at(end - 1).isIn(.eventHead) {
            return start - 1
        }
        return start
    }

    func next(after index: Int, before end: Int) -> Int {
        var next = index + 1
        while next < end, !at(next).has(.capital) { next += 1 }
        return next
    }

    /// Whether the first word of a run is capitalised for another reason than being part of the name.
    func isNoName(_ index: Int, in run: Range<Int>) -> Bool {
        let lexeme = at(index)
        if lexeme.isIn(.closed) {
            // "The Hague", "US", "IT": phrases of the gazetteer and acronyms stay.
            if lexeme.has(.allCapitals), !lexeme.has(.shouted),
                lexeme.gazetteer.kinds.contains(.country) || lexeme.gazetteer.kinds.contains(.organization)
            {
                return false
            }
            if let phrase = phrase(at: index, before: run.upperBound), phrase.end - index > 1,
                !phrase.entry.kinds.contains(.common)
            {
                return false
            }
            // In the middle of a sentence "First", "New" or "Free" belong to the name, articles and pronouns do not.
            if !lexeme.has(.opening), lexeme.isIn(.opener),
                !lexeme.isIn([.determiner, .pronoun, .preposition, .conjunction, .auxiliary])
            {
                return run.count == 1
            }
            if lexeme.has(.opening), lexeme.isIn(.opener), run.count > 1, evidence[lexeme.key].name > 0,
                !lexeme.isIn([.determiner, .pronoun, .preposition, .conjunction, .auxiliary])
            {
                return false
            }
            return true
        }
        if lexeme.isIn(.notAName), run.count == 1 { return true }
        guard lexeme.has(.opening), lexeme.gazetteer.kinds.contains(.common) || lexeme.gazetteer.kinds.isEmpty else {
            return false
        }
        let counts = evidence[lexeme.key]
        if counts.name > 0 { return false }
        if lexeme.gazetteer.kinds.contains(.common) {
            if !lexeme.gazetteer.kinds.isDisjoint(with: [.country, .demonym, .majorCity]), counts.lower == 0 {
                return false
            }
            if let phrase = phrase(at: index, before: run.upperBound), phrase.end - index > 1 { return false }
            if lexeme.has(.allCapitals), !lexeme.has(.shouted), counts.lower == 0 { return false }
            // A given name before a surname: "Mark Smith", "Will Jones".
            if lexeme.gazetteer.kinds.contains(.givenName), run.count > 1, counts.lower == 0 { return false }
            if run.count > 1, lexeme.isIn([.title, .roleModifier, .role]) { return false }
            if run.count > 1, at(run.upperBound - 1).isIn([.organizationHead, .eventHead, .lawHead, .facilityHead]),
                counts.lower == 0
            {
                return false
            }
            return true
        }
        return counts.lower > 0
    }

    /// How much of a run its first name is, and the title in front that belongs to it.
    func prefixLength(of run: Range<Int>) -> (name: Int, title: Range<Int>) {
        let whole = (run.count, 0..<0)
        if isHeadingLabel(run) { return whole }
        if let person = person(in: run) { return person }
        if let body = bodyBeforePerson(in: run) { return (body, 0..<0) }
        guard let phrase = phrase(at: run.lowerBound, before: run.upperBound), phrase.end < run.upperBound else {
            return whole
        }
        let rest = phrase.end..<run.upperBound
        let kinds = phrase.entry.kinds
        let length = (phrase.end - run.lowerBound, 0..<0)
        if at(rest.lowerBound).has(.mark), at(rest.lowerBound).has(.glued) {
            // `US-Albanian`: both are names. `Jean-Claude` is one.
            let second = at(rest.lowerBound + 1).gazetteer.kinds
            return !kinds.isDisjoint(with: [.country, .demonym]) && !second.isDisjoint(with: [.country, .demonym])
                || !kinds.isDisjoint(with: [.country, .demonym]) && !at(rest.lowerBound + 1).has(.capital)
                ? length : whole
        }
        let isBareRest = at(rest.lowerBound).has(.capital) || at(rest.lowerBound).has(.digits)
        guard isBareRest else { return whole }
        let head = at(run.upperBound - 1)
        let isHeaded =
            head.isIn([
                .organizationHead, .companySuffix, .facilityHead, .locationHead, .geopoliticalHead, .eventHead,
                .lawHead, .workHead,
            ]) || rest.contains { at($0).isIn(.organizationHead) }
        if kinds.contains(.demonym), !kinds.contains(.givenName), !kinds.contains(.ambiguous) {
            return isHeaded ? whole : length
        }
        if kinds.contains(.country), !kinds.contains(.ambiguous) || !kinds.contains(.givenName) {
            let first = at(rest.lowerBound)
            if first.isIn([.title, .role, .roleModifier]), !isHeaded { return length }
            if first.gazetteer.kinds.contains(.country) || first.gazetteer.kinds.contains(.demonym), !isHeaded {
                return length
            }
            return whole
        }
        if kinds.contains(.region) || kinds.contains(.city),
            at(rest.lowerBound).gazetteer.kinds.contains(.demonym)
                || at(rest.lowerBound).gazetteer.kinds.contains(.country), !isHeaded
        {
            return length
        }
        return whole
    }

    /// `Group F`, `Figure 3`: a label, no name.
    func isHeadingLabel(_ run: Range<Int>) -> Bool {
        run.count == 2 && at(run.lowerBound).isIn(.heading)
            && (at(run.lowerBound + 1).has(.digits) || at(run.lowerBound + 1).length == 1)
    }

    /// The length of a body's name right before a person's: `Washington State University Simon Ličen`.
    func bodyBeforePerson(in run: Range<Int>) -> Int? {
        guard run.count >= 3 else { return nil }
        for index in run.lowerBound + 1..<run.upperBound - 1 where at(index).isIn([.organizationHead, .companySuffix]) {
            let name = at(index + 1)
            let last = at(run.upperBound - 1)
            if name.has(.capital), name.gazetteer.kinds.contains(.givenName), !name.gazetteer.kinds.contains(.common),
                run.upperBound - index <= 4, !last.isIn(Self.heads), run.upperBound - index > 2
            {
                return index + 1 - run.lowerBound
            }
        }
        return nil
    }

    /// A person's name behind titles: `House Minority Leader Kevin McCarthy`, `Minister of Education Stefania Giannini`,
    /// `Mr. Toccafondi`. The name and the title with all before it are one step.
    func person(in run: Range<Int>) -> (name: Int, title: Range<Int>)? {
        var title = -1
        for index in run where at(index).isIn([.title, .role]) && at(index).has(.capital) {
            // A head that is not the last word may be part of a company's name: "Justice Department".
            if index + 1 < run.upperBound { title = index } else { break }
        }
        guard title >= 0 else { return nil }
        var name = title + 1
        if at(name).key == NameWords.of {
            // The post's object is one word, or all up to a given name.
            name += 2
            while name < run.upperBound, !at(name).gazetteer.kinds.contains(.givenName) { name += 1 }
            if name == run.upperBound { return nil }
        }
        while name < run.upperBound,
            at(name).has(.mark)
                || at(name).isIn([.roleModifier]) && at(name).gazetteer.kinds.isDisjoint(with: [.givenName, .surname])
        { name += 1 }
        guard name < run.upperBound, at(name).has(.capital), run.upperBound - name <= 6,
            !(name..<run.upperBound).allSatisfy({ at($0).isIn([.role, .title, .roleModifier]) })
        else { return nil }
        let last = at(run.upperBound - 1)
        guard
            !last.isIn([.organizationHead, .facilityHead, .eventHead, .lawHead, .geopoliticalHead, .companySuffix])
                || last.isIn(.title) && name < run.upperBound - 1
        else { return nil }
        if at(name).isIn(.closed), run.upperBound - name == 1 { return nil }
        var first = title
        while first > run.lowerBound,
            at(first - 1).isIn([.role, .roleModifier, .title]) || at(first - 1).key == NameWords.of
                || at(first - 1).isMark("-")
        { first -= 1 }
        // What stands before the title is a name of its own, and comes first.
        if first > run.lowerBound {
            return (first - run.lowerBound, 0..<0)
        }
        return (run.upperBound - run.lowerBound, first..<name)
    }
}
