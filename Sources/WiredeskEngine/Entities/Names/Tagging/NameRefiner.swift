/// Makes typed names of what the tagger found: the finer types of places and of other names by the gazetteer, the form
/// and the context, as the rules have them, and the titles before persons.
struct NameRefiner {
    private let text: LexedText
    /// The titles that the rules found, by where they end.
    private var titles: [Int: Range<Int>] = [:]

    /// - Parameter rules: the names by the rules.
    static func names(
        _ tagged: [TaggedName], rules: [TypedName], in text: LexedText, evidence: CaseEvidence,
        interruption: Interruption
    ) throws(WiredeskError) -> [TypedName] {
        var refiner = NameRefiner(text: text)
        for name in rules where !name.candidate.title.isEmpty {
            refiner.titles[name.lexemes.lowerBound] = name.candidate.title
        }
        var tagged = tagged
        let candidates = tagged.indices.map { index in
            let candidate = refiner.candidate(tagged[index])
            if tagged[index].nameClass == NameLabel.misc, isPlace(candidate.known.kinds) {
                tagged[index].becomePlace()
            }
            return candidate
        }
        let typer = NameTyper(text: text, evidence: evidence)
        let sums = try typer.sums(candidates, interruption: interruption)
        return zip(tagged, candidates).map { name, candidate in
            let scores = sums[candidate.key] ?? TypeScores()
            return TypedName(
                candidate: candidate, type: scores.best(of: Self.types[name.nameClass]),
                confidence: Self.confidence(name.margin))
        }
    }

    private init(text: LexedText) { self.text = text }

    /// Whether a name is a country's, a region's or a city's, and not its people's.
    ///
    /// The texts that the tagger learned from have some much-named cities, London among them, for peoples.
    private static func isPlace(_ kinds: Gazetteer.Kinds) -> Bool {
        !kinds.isDisjoint(with: [.country, .region, .majorCity])
            && kinds.isDisjoint(with: [.demonym, .organization, .event, .common])
    }

    /// The types of each of the tagger's classes, the likeliest first.
    private static let types: [[EntityType]] = [
        [.person], [.organization], [.geopolitical, .location, .facility],
        [.misc, .nationality, .event, .law, .work, .product],
    ]

    private func candidate(_ name: TaggedName) -> NameCandidate {
        var candidate = NameCandidate(lexemes: name.lexemes)
        candidate.key = text.key(ofLexemes: name.lexemes)
        candidate.known = Gazetteer.embedded[candidate.key]
        candidate.isWeak = !text.lexemes[name.lexemes.lowerBound].shape.isDisjoint(
            with: [.opening, .titleCase, .shouted])
        if name.nameClass == NameLabel.person {
            candidate.title = titles[name.lexemes.lowerBound] ?? title(before: name.lexemes.lowerBound)
        }
        return candidate
    }

    /// The words for a post or a form of address right before a name.
    private func title(before name: Int) -> Range<Int> {
        var start = name
        while start > 0, text.lexemes[start - 1].isIn([.title, .role, .roleModifier]) {
            start -= 1
            // `vice-president`, `pan-democrat`.
            if start > 1, text.lexemes[start].has(.glued), text.lexemes[start - 1].isMark("-") { start -= 2 }
        }
        let title = start..<name
        return title.contains { text.lexemes[$0].isIn([.title, .role]) } ? title : 0..<0
    }

    /// How likely a name with this margin is right in extent and class, as fitted to labelled texts: see `MODEL.md`. A
    /// rational curve instead of the logistic one: the same on every platform.
    private static func confidence(_ margin: Float) -> Double {
        let strength = Double(max(0, margin)) / 1650
        return min(0.95, 0.42 + 1.16 * strength / (1 + strength))
    }
}
