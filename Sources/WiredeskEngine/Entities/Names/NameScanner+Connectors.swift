/// Small words and marks inside names.
extension NameScanner {
    /// The index after a small word or mark inside a name and the name word behind it.
    func endOfConnector(at index: Int, from start: Int) -> Int? {
        let lexeme = at(index)
        let previous = at(index - 1)
        // `Shin-Wook`, `Che-cheung`: but not `Beijing-based`.
        if lexeme.isMark("-"), lexeme.has(.glued), at(index + 1).has(.glued), at(index + 1).has(.word) {
            // `Booker Prize-winner`, `T-shirt`: an English word makes a noun of the name.
            if !at(index + 1).has(.capital), at(index + 1).gazetteer.kinds.contains(.common),
                at(index + 1).length > 4 || previous.length == 1,
                previous.gazetteer.kinds.isDisjoint(with: [.givenName, .surname])
                    || previous.gazetteer.kinds.contains(.common)
            {
                return nil
            }
            return at(index + 1).isIn(.nameSuffixAdjective) && !at(index + 1).has(.capital)
                || !at(index + 1).has(.capital) && previous.gazetteer.kinds.contains(.demonym) ? nil : index + 2
        }
        if lexeme.isMark("-"), lexeme.has(.glued), at(index + 1).has(.glued), at(index + 1).has(.digits),
            !taken[index + 1]
        {
            return index + 2
        }
        if lexeme.has(.digits), !lexeme.has(.glued) {
            // `Ashraf 3`, `World Cup 2018`; a number that counts or dates is taken already or followed by a noun.
            guard lexeme.length <= 4, previous.has(.capital), !previous.isIn(.closed), !previous.isIn([.month, .title])
            else { return nil }
            if taken[index] {
                return previous.isIn(.eventHead) && lexeme.has(.onlyDigits) && lexeme.length == 4 ? index + 1 : nil
            }
            let next = at(index + 1)
            let isNoun = next.has(.word) && !next.has(.capital) && !next.isIn(.closed) && !next.isIn(.speech)
            return isNoun || next.isMark("%") || next.isMark("–") || next.isMark("-") || next.isMark(":")
                || lexeme.number < 0 ? nil : index + 1
        }
        if lexeme.isMark("&"), isNameWord(index + 1) { return index + 2 }
        if lexeme.has(.clitic) || (lexeme.isMark("'") || lexeme.isMark("’")) && lexeme.has(.glued) {
            // `People's Party`; what owns is a common noun.
            guard isNameWord(index + 1), previous.gazetteer.kinds.contains(.common),
                previous.gazetteer.kinds.isDisjoint(with: [.country, .demonym]), !previous.isIn(Self.heads)
            else { return nil }
            var last = index + 1
            while isNameWord(last + 1), !at(last + 1).has(.opening) { last += 1 }
            return at(last).isIn([.organizationHead, .facilityHead, .eventHead, .workHead, .geopoliticalHead])
                ? index + 2 : nil
        }
        if lexeme.isMark(","), at(index + 1).isIn([.companySuffix, .nameSuffix]), at(index + 1).has(.capital) {
            return index + 2
        }
        guard lexeme.has(.word), !lexeme.has(.capital) else { return nil }
        var next = index + 1
        if lexeme.isIn(.nameParticle) {
            if at(next).isIn(.nameParticle), !at(next).has(.capital) { next += 1 }
            if lexeme.length <= 4, at(next).isMark("-"), at(next).has(.glued) { next += 1 }
            return isNameWord(next) ? next + 1 : nil
        }
        let isOf = lexeme.key == NameWords.of
        guard isOf || lexeme.key == NameWords.for || lexeme.key == NameWords.and || lexeme.key == NameWords.on else {
            return nil
        }
        if lexeme.key == NameWords.and { return isJoinedByAnd(index, from: start) ? next + 1 : nil }
        if at(next).key == NameWords.the, !at(next).has(.capital) { next += 1 }
        guard isNameWord(next), previous.has(.capital), !previous.has(.allCapitals) || previous.has(.shouted) else {
            return nil
        }
        if previous.isIn(.role), !previous.isIn(.organizationHead) { return isOf ? endOfPost(at: next) : nil }
        // "Nathan Law of Demosisto" is a person.
        if index - start == 2, at(start).gazetteer.kinds.contains(.givenName),
            !at(start).gazetteer.kinds.contains(.common)
        {
            return nil
        }
        let heads: WordClass =
            isOf
            ? [.organizationHead, .facilityHead, .locationHead, .geopoliticalHead, .eventHead, .lawHead]
            : [.organizationHead, .lawHead]
        if previous.isIn(heads) { return next + 1 }
        // "Man of the Match": a common word that has a capital inside a sentence.
        let isCommon =
            previous.gazetteer.kinds.contains(.common) && !previous.isIn([.title, .month, .weekday])
            && previous.gazetteer.kinds.isDisjoint(with: [.country, .demonym, .majorCity])
        return isOf && isCommon && !previous.has(.opening) && previous.shape.isDisjoint(with: [.titleCase, .shouted])
            ? next + 1 : nil
    }

    /// "Minister of Education Stefania Giannini" is a post and a name, to be cut later; "President of Iran" is not.
    func endOfPost(at object: Int) -> Int? {
        guard at(object).gazetteer.kinds.isDisjoint(with: .country) else { return nil }
        var index = object + 1
        while index < object + 4, isNameWord(index), !at(index).has(.opening) {
            if at(index).gazetteer.kinds.contains(.givenName) { return object + 1 }
            index += 1
        }
        return nil
    }

    /// `Department of Health and Human Services`, `Food and Drug Administration`: the one with its head before, the
    /// other behind.
    func isJoinedByAnd(_ index: Int, from start: Int) -> Bool {
        guard isNameWord(index + 1) else { return false }
        let right = at(index + 1)
        let known = right.gazetteer.kinds
        guard known.contains(.common) || known.isEmpty, known.isDisjoint(with: [.country, .demonym]),
            !right.isIn(.title)
        else { return false }
        var end = index + 2
        while isNameWord(end) { end += 1 }
        let left = at(index - 1).gazetteer.kinds
        guard left.contains(.common), left.isDisjoint(with: [.country, .demonym]) else { return false }
        if at(end - 1).isIn(.organizationHead), end - index > 2 { return true }
        for head in start..<index where at(head).isIn(.organizationHead) && at(head + 1).key == NameWords.of {
            return true
        }
        return false
    }
}
