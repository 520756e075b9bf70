/// Brings the extents of the tagger's names into line with what a reader of news expects: no titles in front of persons,
/// no bodies behind them, and the places in `pro-Beijing`.
struct NameTrimmer {
    private let text: LexedText
    private let rules: [TypedName]
    /// For each lexeme, whether a time or an amount holds it.
    private let taken: [Bool]

    /// - Parameter rules: the names by the rules, in text order.
    init(_ text: LexedText, rules: [TypedName], taken: [Bool]) {
        self.text = text
        self.taken = taken
        self.rules = rules
    }

    /// The names in text order, without overlap.
    func trimmed(_ tagged: [TaggedName]) -> [TaggedName] {
        var names: [TaggedName] = []
        names.reserveCapacity(tagged.count)
        var next = 0
        for name in tagged {
            while next < rules.count, rules[next].lexemes.lowerBound < name.lexemes.lowerBound {
                if rules[next].lexemes.upperBound <= name.lexemes.lowerBound { keep(rules[next], in: &names) }
                next += 1
            }
            // The "Canadian" of an amount is no name.
            if isLabel(name.lexemes) || isPartOfRole(name.lexemes) || name.lexemes.allSatisfy({ taken[$0] }) {
                continue
            }
            let first = next
            while next < rules.count, rules[next].lexemes.lowerBound < name.lexemes.upperBound { next += 1 }
            var name = name
            while name.lexemes.count > 1, taken[name.lexemes.lowerBound],
                !name.lexemes.contains(where: { text.lexemes[$0].isIn(.eventHead) })
            {
                // The year of "the 1994 Clinics Act" is a date.
                name.lexemes = name.lexemes.dropFirst()
            }
            if next > first, rules[next - 1].lexemes.upperBound == name.lexemes.upperBound + 1,
                text.lexemes[name.lexemes.upperBound].has(.onlyDigits),
                text.lexemes[name.lexemes.upperBound - 1].isIn(.eventHead)
            {
                // The year behind "World Cup".
                name.lexemes = name.lexemes.lowerBound..<name.lexemes.upperBound + 1
            }
            if name.nameClass == NameLabel.person {
                add(name, parts: rules[first..<next], to: &names)
            } else {
                names.append(name)
            }
        }
        for rule in rules[next...] { keep(rule, in: &names) }
        return names
    }

    /// `Group F`, `Figure 3`.
    private func isLabel(_ range: Range<Int>) -> Bool {
        let last = text.lexemes[range.upperBound - 1]
        return range.count == 2 && text.lexemes[range.lowerBound].isIn(.heading)
            && (last.has(.digits) || last.length == 1)
    }

    /// The first words of `House Minority Leader`.
    private func isPartOfRole(_ range: Range<Int>) -> Bool {
        range.allSatisfy { text.lexemes[$0].isIn(.roleModifier) } && range.upperBound < text.lexemes.count
            && text.lexemes[range.upperBound].isIn([.role, .title])
    }

    /// What only the rules find: the place in `pro-Beijing`, whose word the tagger takes for one that is no name, and
    /// whoever is quoted.
    private func keep(_ rule: TypedName, in names: inout [TaggedName]) {
        guard isPlaceInCompound(rule) || isSpeaker(rule) else { return }
        var scores = SIMD4<Int32>.zero
        let nameClass = NameLabel.nameClass(of: rule.type)
        scores[nameClass] = Self.ruleScore
        names.append(TaggedName(lexemes: rule.lexemes, scores: scores, nameClass: nameClass))
    }

    private func isPlaceInCompound(_ rule: TypedName) -> Bool {
        let start = rule.lexemes.lowerBound
        guard start > 1, text.lexemes[start].has(.glued), text.lexemes[start - 1].isMark("-") else { return false }
        return text.lexemes[start - 2].isIn(.namePrefix)
            && !rule.candidate.known.kinds.isDisjoint(with: [.country, .majorCity, .demonym])
    }

    /// "Zero Hedge asked".
    private func isSpeaker(_ rule: TypedName) -> Bool {
        guard rule.type == .person || rule.type == .organization, rule.lexemes.upperBound < text.lexemes.count,
            rule.lexemes.count > 1 || !rule.candidate.isWeak
        else { return false }
        let verb = text.lexemes[rule.lexemes.upperBound]
        return verb.isIn(.speech) && verb.has(.word) && !verb.has(.capital)
    }

    /// The score of a name that only the rules see.
    private static let ruleScore: Int32 = 100

    private func add(_ name: TaggedName, parts: ArraySlice<TypedName>, to names: inout [TaggedName]) {
        var name = name
        while name.lexemes.count > 1, isTitle(name.lexemes.lowerBound), nextWord(name.lexemes) < name.lexemes.upperBound
        {
            name.lexemes = nextWord(name.lexemes)..<name.lexemes.upperBound
        }
        // "Nathan Law of Demosisto", "Ben Chan and Alice Mak": the rules know where the person ends; "Franz of Austria" is
        // whole.
        let end = name.lexemes.dropFirst(2).first {
            text.lexemes[$0].key == NameWords.of || text.lexemes[$0].key == NameWords.and
        }
        guard let end, let first = parts.first, parts.count > 1, first.type == .person,
            first.lexemes.upperBound == end, first.lexemes.lowerBound >= name.lexemes.lowerBound
        else {
            names.append(name)
            return
        }
        for part in parts where part.lexemes.upperBound <= name.lexemes.upperBound {
            let nameClass = NameLabel.nameClass(of: part.type)
            var scores = SIMD4<Int32>.zero
            scores[nameClass] = Self.ruleScore * Int32(part.lexemes.count)
            names.append(TaggedName(lexemes: part.lexemes, scores: scores, nameClass: nameClass))
        }
    }

    private func isTitle(_ index: Int) -> Bool {
        let lexeme = text.lexemes[index]
        return lexeme.isIn(.title) && lexeme.gazetteer.kinds.isDisjoint(with: [.givenName, .surname])
    }

    /// The index after a name's first word and its marks.
    private func nextWord(_ range: Range<Int>) -> Int {
        var index = range.lowerBound + 1
        while index < range.upperBound, text.lexemes[index].has(.mark) { index += 1 }
        return index
    }
}
