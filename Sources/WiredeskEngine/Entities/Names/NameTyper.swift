/// Gives candidates their types: by what the gazetteer knows, by the form of the name, by the words around every mention
/// of it, and by one vote for each name in the document.
struct NameTyper {
    let text: LexedText
    let evidence: CaseEvidence

    /// The names among the candidates, in text order.
    static func names(
        _ candidates: [NameCandidate], in text: LexedText, evidence: CaseEvidence, interruption: Interruption
    ) throws(WiredeskError) -> [TypedName] {
        let typer = NameTyper(text: text, evidence: evidence)
        try interruption.check()
        var sums: [UInt64: TypeScores] = [:]
        var contexts: [UInt64: (sum: TypeScores, count: Float)] = [:]
        for (index, candidate) in candidates.enumerated() {
            if index & 255 == 255 { try interruption.check() }
            var context = contexts[candidate.key] ?? (TypeScores(), 0)
            context.sum += typer.context(candidate)
            context.count += 1
            contexts[candidate.key] = context
            if sums[candidate.key] == nil { sums[candidate.key] = typer.form(candidate) }
        }
        // Many mentions in the same kind of place say little more than a few.
        for key in sums.keys {
            guard let context = contexts[key] else { continue }
            sums[key]? += context.sum.scaled(by: min(1, Self.mostContexts / context.count))
        }
        let lent = typer.lendFromFullNames(candidates, to: &sums)
        return candidates.compactMap { candidate in
            guard let scores = sums[candidate.key], !candidate.needsFullName || lent.contains(candidate.key) else {
                return nil
            }
            let (type, score, margin) = scores.best
            guard score > 0.4 || !candidate.isWeak else { return nil }
            // A common word with a capital and nothing else to say for it.
            if type == .misc, candidate.lexemes.count == 1,
                typer.at(candidate.lexemes.lowerBound).gazetteer.kinds.contains(.common)
            {
                return nil
            }
            return TypedName(
                candidate: candidate, type: type, confidence: typer.confidence(candidate, score: score, margin: margin))
        }
    }

    /// Contexts beyond so many are averaged.
    private static let mostContexts: Float = 3

    func at(_ index: Int) -> Lexeme {
        text.lexemes.indices.contains(index) ? text.lexemes[index] : Lexeme(start: 0, end: 0)
    }

    /// A logistic curve over the margin and the strength of the evidence, lower where the capitals mean little.
    private func confidence(_ candidate: NameCandidate, score: Float, margin: Float) -> Double {
        let strength = Double(min(margin, 5)) * 0.55 + Double(min(score, 5)) * 0.2 - (candidate.isWeak ? 0.6 : 0)
        // Rational instead of exponential: the same on every platform.
        let curve = strength / (1 + abs(strength))
        return 0.5 + 0.49 * curve
    }

    // MARK: - Form

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
    }

    /// What the gazetteer knows of the name without the country or people in front: `US Paralympics`.
    private func tail(_ range: Range<Int>, _ scores: inout TypeScores) {
        let kinds = at(range.lowerBound).gazetteer.kinds
        guard !kinds.isDisjoint(with: [.country, .demonym]) else { return }
        var key: UInt64 = 0
        for index in range.dropFirst() where at(index).key != 0 { key = WordKey.phrase(key, at(index).key) }
        let rest = Gazetteer.embedded[key].kinds
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

    // MARK: - Context

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

    // MARK: - The document's vote

    /// A lone surname or given name is the person whose full name the document has; a lone place in front of nothing
    /// keeps its own type.
    ///
    /// - Returns: the keys of the names that got their type so.
    private func lendFromFullNames(
        _ candidates: [NameCandidate], to sums: inout [UInt64: TypeScores]
    ) -> Set<UInt64> {
        var people: [UInt64: Float] = [:]
        for candidate in candidates where candidate.lexemes.count > 1 {
            guard let scores = sums[candidate.key] else { continue }
            let best = scores.best
            guard best.type == .person else { continue }
            let strength = min(best.score, 4)
            for index in [candidate.lexemes.lowerBound, lastName(of: candidate.lexemes)] where at(index).length > 2 {
                let key = WordKey.phrase(0, at(index).key)
                people[key] = max(people[key] ?? 0, strength)
            }
        }
        var lent: Set<UInt64> = []
        guard !people.isEmpty else { return lent }
        var done: Set<UInt64> = []
        for candidate in candidates where candidate.lexemes.count == 1 && done.insert(candidate.key).inserted {
            guard let strength = people[candidate.key] else { continue }
            let isPlace =
                candidate.known.kinds.contains(.country) || candidate.known.kinds.contains(.majorCity)
                || candidate.known.kinds.contains(.demonym)
            sums[candidate.key]?.add(isPlace ? 0.5 : strength, to: .person)
            lent.insert(candidate.key)
        }
        return lent
    }

    /// The surname: the last word but for `Jr.` and the like.
    func lastName(of range: Range<Int>) -> Int {
        var last = range.upperBound - 1
        while last > range.lowerBound, at(last).isIn(.nameSuffix) || at(last).has(.mark) { last -= 1 }
        return last
    }
}
