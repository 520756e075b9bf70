/// What the words around a mention say about its type.
extension NameTyper {
    /// What the words around one mention say.
    func context(_ candidate: NameCandidate) -> TypeScores {
        var scores = TypeScores()
        let range = candidate.lexemes
        if !candidate.title.isEmpty {
            scores.add(
                at(candidate.title.upperBound - 1).isIn(.title) || at(candidate.title.upperBound - 1).isIn(.role)
                    ? 3 : 2, to: .person)
        }
        before(range, &scores)
        after(range, &scores)
        return scores
    }

    private static let `in` = WordKey.of("in")

    private func before(_ range: Range<Int>, _ scores: inout TypeScores) {
        let previous = at(range.lowerBound - 1)
        if previous.isIn(.locative), !previous.has(.capital) || previous.has(.opening) {
            let isIn = previous.key == Self.in
            let isCommon = range.count > 1 && range.allSatisfy { at($0).gazetteer.kinds.contains(.common) }
            scores.add(isCommon ? 0.3 : isIn ? 1.3 : 0.7, to: .geopolitical)
            scores.add(isIn ? 0.4 : 0.5, to: .location)
            scores.add(0.4, to: .facility)
            scores.add(-0.6, to: .person)
        }
        if previous.key == NameWords.the {
            scores.add(-1.5, to: .person)
            scores.add(0.6, to: .organization)
            scores.add(0.3, to: .location)
        }
        // "the X court": an adjective of a people, also one that no list has.
        let next = at(range.upperBound)
        if range.count == 1, previous.isIn(.determiner), next.has(.word), !next.has(.capital), !next.isIn(.closed),
            hasAdjectiveEnding(range.lowerBound)
        {
            scores.add(1.2, to: .nationality)
        }
        if previous.isIn(.organizationNoun) { scores.add(1, to: .organization) }
        if previous.isIn(.placeNoun) { scores.add(0.8, to: .geopolitical) }
        if previous.key == NameWords.of, at(range.lowerBound - 2).isIn(.placeNoun) {
            scores.add(1.5, to: .geopolitical)
        }
        if previous.isMark(","), at(range.lowerBound - 2).isIn(.role), !at(range.lowerBound - 2).has(.capital) {
            scores.add(1.2, to: .person)
        }
        if previous.isIn(.speech), previous.shape.isDisjoint(with: .capital) { scores.add(1, to: .person) }
    }

    /// Whether a word ends as adjectives of places do: -an, -ish, -ese, -ic, -ern.
    private func hasAdjectiveEnding(_ index: Int) -> Bool {
        let lexeme = at(index)
        guard lexeme.length > 4, !lexeme.has(.allCapitals) else { return false }
        let end = text.text[lexeme.range].suffix(3)
        return end.suffix(2).elementsEqual("an".utf8) || end.elementsEqual("ish".utf8) || end.elementsEqual("ese".utf8)
            || end.elementsEqual("ern".utf8)
    }

    private func after(_ range: Range<Int>, _ scores: inout TypeScores) {
        let next = at(range.upperBound)
        if next.isIn([.speech, .personVerb]), next.has(.word) {
            scores.add(next.isIn(.speech) ? 0.7 : 0.25, to: .person)
            scores.add(0.2, to: .organization)
        }
        if next.key == NameWords.who || next.key == NameWords.whose { scores.add(1.5, to: .person) }
        if next.isMark(","), at(range.upperBound + 1).key == NameWords.who { scores.add(2, to: .person) }
        if next.isMark(","), at(range.upperBound + 1).has(.onlyDigits), at(range.upperBound + 1).length == 2,
            at(range.upperBound + 2).isMark(",")
        {
            scores.add(2.5, to: .person)
        }
        if next.isMark(","), !at(range.upperBound + 1).gazetteer.kinds.isDisjoint(with: [.country, .region]),
            at(range.upperBound + 1).has(.capital)
        {
            scores.add(1.2, to: .geopolitical)
        }
        if next.isMark("-"), at(range.upperBound + 1).isIn(.nameSuffixAdjective),
            !at(range.upperBound + 1).has(.capital)
        {
            scores.add(0.8, to: .geopolitical)
        }
        if next.isMark("("), at(range.upperBound + 1).has(.allCapitals), at(range.upperBound + 2).isMark(")") {
            scores.add(0.9, to: .organization)
        }
        if next.isIn(.organizationNoun), !next.has(.capital) { scores.add(0.4, to: .organization) }
    }
}
