/// What a name itself says about its type.
extension NameTyper {
    /// What the name itself says, wherever it stands.
    func form(_ candidate: NameCandidate) -> TypeScores {
        var scores = TypeScores()
        scores.add(0.3, to: .misc)
        gazetteer(candidate, &scores)
        heads(candidate, &scores)
        shape(candidate, &scores)
        return scores
    }

    private func gazetteer(_ candidate: NameCandidate, _ scores: inout TypeScores) {
        let kinds = candidate.known.kinds
        let isSingle = candidate.lexemes.count == 1
        let isAmbiguous = kinds.contains(.ambiguous)
        let isPersonal = !kinds.isDisjoint(with: [.givenName, .surname])
        if kinds.contains(.country) { scores.add(isAmbiguous ? 2 : 5, to: .geopolitical) }
        if kinds.contains(.demonym) { scores.add(isAmbiguous ? 2.5 : 5, to: .nationality) }
        if kinds.contains(.place) { scores.add(5, to: .location) }
        if kinds.contains(.organization) { scores.add(4.5, to: .organization) }
        if kinds.contains(.event) { scores.add(4.5, to: .event) }
        if kinds.contains(.majorCity) {
            scores.add(isPersonal && isSingle ? 2.8 : 3.5, to: .geopolitical)
        } else if kinds.contains(.region) {
            scores.add(isPersonal && isSingle ? 1.6 : 3, to: .geopolitical)
        } else if kinds.contains(.city) {
            scores.add(isPersonal && isSingle ? 0.6 : isSingle ? 1.5 : 2.5, to: .geopolitical)
        }
        if isSingle, kinds.contains(.common) {
            for type in [EntityType.geopolitical, .person] where !kinds.contains(.country) { scores[type] *= 0.5 }
        }
        if isSingle {
            let word = at(candidate.lexemes.lowerBound)
            let known = word.gazetteer.kinds
            if known.contains(.givenName) { scores.add(known.contains(.common) ? 0.4 : 1.2, to: .person) }
            if known.contains(.surname) { scores.add(known.contains(.common) ? 0.3 : 0.9, to: .person) }
        }
    }

    private func heads(_ candidate: NameCandidate, _ scores: inout TypeScores) {
        let range = candidate.lexemes
        let isSingle = range.count == 1
        // The head is the last word, or the one before "of", "for" or "at".
        var head = range.upperBound - 1
        while head > range.lowerBound, at(head).has(.digits) || at(head).has(.mark) || at(head).isIn(.direction) {
            head -= 1
        }
        for index in range
        where index > range.lowerBound && (at(index).key == NameWords.of || at(index).key == NameWords.for) {
            head = index - 1
            break
        }
        let word = at(head)
        let weight: Float = isSingle ? 0.5 : isPersonLike(range) ? 0.45 : 1
        if at(range.upperBound - 1).isIn(.companySuffix), !isSingle { scores.add(5, to: .organization) }
        if word.isIn(.organizationHead) { scores.add(3.2 * weight, to: .organization) }
        if word.isIn(.facilityHead) { scores.add(2.6 * weight, to: .facility) }
        if word.isIn(.locationHead) { scores.add(2.6 * weight, to: .location) }
        if word.isIn(.geopoliticalHead) { scores.add(2.6 * weight, to: .geopolitical) }
        if word.isIn(.eventHead) { scores.add((at(range.upperBound - 1).has(.digits) ? 5 : 2.8) * weight, to: .event) }
        if word.isIn(.lawHead) { scores.add(3 * weight, to: .law) }
        if word.isIn(.workHead) { scores.add(2.8 * weight, to: .work) }
        let first = at(range.lowerBound)
        if !isSingle {
            if at(range.upperBound - 1).isIn(.direction) { scores.add(1.6, to: .location) }
            tail(range, &scores)
            if first.isIn(.locationHead), first.length <= 5 || head == range.lowerBound {
                scores.add(2.5, to: .location)
            }
            // Romance names have their head first: "Instituto Gonzaga".
            if head != range.lowerBound, first.isIn(.organizationHead) {
                scores.add(first.gazetteer.kinds.contains(.common) ? 0.8 : 2.6, to: .organization)
            }
            for index in range where at(index).isIn(.organizationHead) && index != head {
                scores.add(0.7, to: .organization)
            }
            for index in range where at(index).isIn(.productHead) { scores.add(2, to: .product) }
            if first.gazetteer.kinds.contains(.demonym), head != range.lowerBound { scores.add(0.6, to: .organization) }
            for index in range where at(index).isMark("&") { scores.add(2, to: .organization) }
        }
    }

    /// Whether a name is a given name and one word: "Nathan Law", "Jack Bridge". That outweighs what the word can mean.
    private func isPersonLike(_ range: Range<Int>) -> Bool {
        let first = at(range.lowerBound).gazetteer.kinds
        return range.count == 2 && first.contains(.givenName) && !first.contains(.common)
            && first.isDisjoint(with: [.majorCity, .country])
            && !at(range.upperBound - 1).isIn([.organizationHead, .companySuffix])
    }

    /// What the gazetteer knows of the name without the country or people in front: `US Paralympics`.
    private func tail(_ range: Range<Int>, _ scores: inout TypeScores) {
        let kinds = at(range.lowerBound).gazetteer.kinds
        guard !kinds.isDisjoint(with: [.country, .demonym]) else { return }
        let rest = Gazetteer.embedded[text.key(ofLexemes: range.dropFirst())].kinds
        if rest.contains(.event) { scores.add(4, to: .event) }
        if rest.contains(.organization) { scores.add(4, to: .organization) }
        if rest.contains(.place) { scores.add(4, to: .location) }
    }

    private func shape(_ candidate: NameCandidate, _ scores: inout TypeScores) {
        let range = candidate.lexemes
        var words = 0
        var common = 0
        var initials = 0
        for index in range where at(index).has(.word) {
            words += 1
            let lexeme = at(index)
            if lexeme.has(.initial) { initials += 1 }
            if lexeme.gazetteer.kinds.contains(.common),
                lexeme.gazetteer.kinds.isDisjoint(with: [.givenName, .surname])
            {
                common += 1
            }
        }
        let first = at(range.lowerBound)
        let last = at(range.upperBound - 1)
        if words == 1 {
            if first.has(.allCapitals), first.shape.isDisjoint(with: .shouted), first.length <= 6,
                !candidate.known.kinds.contains(.country)
            {
                scores.add(1.9, to: .organization)
            }
            if first.has(.innerCapital) { scores.add(first.isIn(.notAName) ? 0 : 1, to: .organization) }
            if candidate.known.kinds.isEmpty { scores.add(0.35, to: .person) }
            return
        }
        guard words <= 5, !last.has(.digits),
            !range.contains(where: {
                at($0).isMark("&") || at($0).has(.clitic) || at($0).key == NameWords.of || at($0).key == NameWords.for
            })
        else {
            scores.add(0.5, to: .organization)
            return
        }
        let given = first.gazetteer.kinds.contains(.givenName)
        let surname = last.gazetteer.kinds.contains(.surname)
        let isHeaded =
            last.isIn([
                .organizationHead, .facilityHead, .locationHead, .geopoliticalHead, .eventHead, .lawHead, .workHead,
                .companySuffix,
            ]) && !isPersonLike(range)
        if given, !isHeaded { scores.add(first.gazetteer.kinds.contains(.common) ? 1.8 : 2.6, to: .person) }
        if given, isHeaded { scores.add(0.8, to: .person) }
        if surname, !isHeaded { scores.add(last.gazetteer.kinds.contains(.common) ? 0.5 : 1.2, to: .person) }
        if first.has(.initial) || initials > 0, !isHeaded { scores.add(1.8, to: .person) }
        if last.isIn(.nameSuffix) { scores.add(2.5, to: .person) }
        if range.contains(where: { at($0).isIn(.nameParticle) && !at($0).has(.capital) }), !isHeaded {
            scores.add(1, to: .person)
        }
        if common == 0, words <= 3, !isHeaded { scores.add(1, to: .person) }
        if range.contains(where: { at($0).isMark("-") }), common == 0, !isHeaded { scores.add(0.5, to: .person) }
        if common == words {
            scores.add(0.8, to: .organization)
        } else if common > 0 {
            scores.add(0.5, to: .organization)
        }
        if last.has(.allCapitals), first.has(.allCapitals), first.shape.isDisjoint(with: .shouted) {
            scores.add(1, to: .organization)
        }
    }
}
