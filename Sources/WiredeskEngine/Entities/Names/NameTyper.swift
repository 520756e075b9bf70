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
        var sums = try typer.sums(candidates, interruption: interruption)
        let lent = typer.lendFromFullNames(candidates, to: &sums)
        return candidates.compactMap { candidate in
            guard let scores = sums[candidate.key], !candidate.needsFullName || lent.contains(candidate.key) else {
                return nil
            }
            let (type, score, margin) = scores.best
            guard score > 0.4 || !candidate.isWeak else { return nil }
            // A common word with a capital and little else to say for it.
            if candidate.lexemes.count == 1, type == .misc || type == .person && score < 2, candidate.title.isEmpty,
                !lent.contains(candidate.key),
                typer.at(candidate.lexemes.lowerBound).gazetteer.kinds.contains(.common)
            {
                return nil
            }
            guard text.isEnglish || typer.isTrusted(candidate, score: score) else { return nil }
            return TypedName(
                candidate: candidate, type: type, confidence: typer.confidence(candidate, score: score, margin: margin))
        }
    }

    /// For each candidate's key, what the name itself and the words around all its mentions say.
    func sums(
        _ candidates: [NameCandidate], interruption: Interruption
    ) throws(WiredeskError) -> [UInt64: TypeScores] {
        try interruption.check()
        var sums: [UInt64: TypeScores] = [:]
        var contexts: [UInt64: (sum: TypeScores, count: Float)] = [:]
        for (index, candidate) in candidates.enumerated() {
            if index & 255 == 255 { try interruption.check() }
            var context = contexts[candidate.key] ?? (TypeScores(), 0)
            context.sum += self.context(candidate)
            context.count += 1
            contexts[candidate.key] = context
            if sums[candidate.key] == nil { sums[candidate.key] = form(candidate) }
        }
        // Many mentions in the same kind of place say little more than a few.
        for key in sums.keys {
            guard let context = contexts[key] else { continue }
            sums[key]? += context.sum.scaled(by: min(1, Self.mostContexts / context.count))
        }
        return sums
    }

    /// Whether a name in another language than English may be given out. Its common words are in no list, so that
    /// capitals at the start of a sentence, and in German anywhere, say nothing.
    private func isTrusted(_ candidate: NameCandidate, score: Float) -> Bool {
        let first = at(candidate.lexemes.lowerBound)
        if !candidate.known.kinds.subtracting(.common).isEmpty {
            // A lone word that is merely somebody's surname too is a common word of the language.
            let places: Gazetteer.Kinds = [.country, .region, .majorCity, .demonym, .place, .organization, .event]
            if candidate.lexemes.count > 1 || !candidate.known.kinds.isDisjoint(with: places) { return true }
        }
        if first.has(.allCapitals), first.shape.isDisjoint(with: .shouted), first.length >= 3 { return true }
        if candidate.lexemes.count == 1 { return score >= 3 }
        if first.gazetteer.kinds.contains(.givenName) { return true }
        let isGerman = text.language == "de" || text.language?.hasPrefix("de-") == true
        return score >= 2 && !(isGerman && candidate.isWeak)
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
