/// Puts the extents and types of names right where the document itself, or the gazetteer, says how they are meant: names
/// that an acronym's expansion holds together, a country glued to its city over a missing comma, letters after a person's
/// name.
struct NameReviser {
    private let text: LexedText
    private let names: [TypedName]

    static func revised(_ names: [TypedName], in text: LexedText) -> [TypedName] {
        let reviser = NameReviser(text: text, names: names)
        return reviser.divided(reviser.joined(by: reviser.expansions()))
    }

    // MARK: - Expansions

    /// The capitalised words that acronyms in parentheses stand for and that are not one name yet, in text order.
    private func expansions() -> [TypedName] {
        let finder = AcronymFinder(text: text)
        var found: [TypedName] = []
        for name in names where name.type != .person && name.lexemes.count == 1 {
            let acronym = text.lexemes[name.lexemes.lowerBound]
            guard acronym.has(.allCapitals), !acronym.has(.shouted),
                let range = finder.expansion(ofAcronymAt: name.lexemes.lowerBound),
                isName(range),
                found.last.map({ $0.lexemes.upperBound <= range.lowerBound }) ?? true
            else { continue }
            found.append(self.name(range, name.type, name.confidence))
        }
        return found
    }

    /// Whether an expansion is a name by its form, no post: `Member of Parliament (MP)`.
    private func isName(_ range: Range<Int>) -> Bool {
        let first = text.lexemes[range.lowerBound]
        return first.has(.capital) && text.lexemes[range.upperBound - 1].has(.capital)
            && !first.isIn([.role, .roleModifier]) && first.key != GroupingWords.member
    }

    /// The names with those that lie in an expansion made one. An expansion that cuts a name is left alone, and one that
    /// holds none is no name.
    private func joined(by expansions: [TypedName]) -> [TypedName] {
        var result: [TypedName] = []
        result.reserveCapacity(names.count + expansions.count)
        var next = 0
        for var expansion in expansions {
            let range = expansion.lexemes
            while next < names.count, names[next].lexemes.upperBound <= range.lowerBound {
                result.append(names[next])
                next += 1
            }
            let first = next
            while next < names.count, names[next].lexemes.lowerBound < range.upperBound { next += 1 }
            let parts = names[first..<next]
            let isCut = parts.contains {
                $0.lexemes.lowerBound < range.lowerBound || $0.lexemes.upperBound > range.upperBound
            }
            if isCut || parts.isEmpty || parts.count == 1 && parts[first].lexemes == range {
                result += parts
            } else {
                if parts.contains(where: { $0.type == .organization }) { expansion.type = .organization }
                result.append(expansion)
            }
        }
        return result + names[next...]
    }

    // MARK: - Divisions

    private func divided(_ names: [TypedName]) -> [TypedName] {
        let people = Set(names.lazy.filter { $0.type == .person && $0.lexemes.count > 1 }.map(\.candidate.key))
        var result: [TypedName] = []
        result.reserveCapacity(names.count)
        for name in names {
            if name.type == .person {
                result += dividedPerson(name, people)
            } else if let cut = boundary(in: name) {
                result += cut
            } else {
                result.append(retyped(name))
            }
        }
        return result
    }

    /// `Kassel Germany` and `Vermont Democrat`, where a comma or a line is missing.
    private func boundary(in name: TypedName) -> [TypedName]? {
        let range = name.lexemes
        guard (2...6).contains(range.count), range.allSatisfy({ text.lexemes[$0].has(.word) }) else { return nil }
        let last = text.lexemes[range.upperBound - 1]
        let head = range.dropLast()
        if GroupingWords.parties.contains(last.key) {
            let known = entry(head)
            guard known.kinds.contains(.region), !known.kinds.contains(.common) else { return nil }
            return [
                self.name(head, .geopolitical, name.confidence),
                self.name(range.upperBound - 1..<range.upperBound, .nationality, name.confidence),
            ]
        }
        if let country = countryOfPost(range) { return [self.name(country, .geopolitical, name.confidence)] }
        guard name.type == .geopolitical || name.type == .location, entry(range).kinds.isEmpty else { return nil }
        for end in range.dropFirst() {
            let city = entry(range.lowerBound..<end)
            let country = entry(end..<range.upperBound)
            if city.kinds.contains(.city), !city.kinds.contains(.common), city.country == country.country,
                city.country != 0, !country.kinds.isDisjoint(with: [.country, .region])
            {
                return [
                    self.name(range.lowerBound..<end, .geopolitical, name.confidence),
                    self.name(end..<range.upperBound, .geopolitical, name.confidence),
                ]
            }
        }
        return nil
    }

    /// The country in front of a post, the first words of which are no name: `U.S. District Judge`.
    private func countryOfPost(_ range: Range<Int>) -> Range<Int>? {
        let first = range.lowerBound..<range.lowerBound + 1
        guard range.upperBound < text.lexemes.count, text.lexemes[range.upperBound].isIn([.title, .role]),
            text.lexemes[range.upperBound].has(.capital), entry(first).kinds.contains(.country),
            range.dropFirst().allSatisfy({
                text.lexemes[$0].isIn(.roleModifier) || text.lexemes[$0].key == GroupingWords.district
            })
        else { return nil }
        return first
    }

    /// `Martin Hale of Unison` where the text has `Martin Hale` too, and `Aoife Breen SC`.
    private func dividedPerson(_ name: TypedName, _ people: Set<UInt64>) -> [TypedName] {
        let range = name.lexemes
        if range.count > 3, let of = range.first(where: { text.lexemes[$0].key == NameWords.of }),
            people.contains(text.key(ofLexemes: range.lowerBound..<of)), of + 1 < range.upperBound
        {
            let kinds = entry(of + 1..<range.upperBound).kinds
            let type: EntityType = kinds.isDisjoint(with: .geopolitical) ? .organization : .geopolitical
            return [
                shortened(name, to: range.lowerBound..<of), self.name(of + 1..<range.upperBound, type, name.confidence),
            ]
        }
        let last = text.lexemes[range.upperBound - 1]
        guard range.count > 2, last.has(.allCapitals), last.shape.isDisjoint(with: [.shouted, .dotted]),
            last.length <= 3, !last.isIn(.nameSuffix), text.lexemes[range.upperBound - 2].has(.word),
            range.dropLast().allSatisfy({ !text.lexemes[$0].has(.allCapitals) || text.lexemes[$0].has(.dotted) })
        else { return [name] }
        return [shortened(name, to: range.dropLast())]
    }

    /// What only a people is called is no place: `South African`.
    private func retyped(_ name: TypedName) -> TypedName {
        let kinds = name.candidate.known.kinds
        guard name.type == .geopolitical || name.type == .location, kinds.contains(.demonym),
            kinds.isDisjoint(with: [.country, .region, .city, .place, .organization])
        else { return name }
        var name = name
        name.type = .nationality
        return name
    }

    // MARK: - Names of lexemes

    private func entry(_ range: Range<Int>) -> Gazetteer.Entry { Gazetteer.embedded[text.key(ofLexemes: range)] }

    private func name(_ range: Range<Int>, _ type: EntityType, _ confidence: Double) -> TypedName {
        var candidate = NameCandidate(lexemes: range)
        candidate.key = text.key(ofLexemes: range)
        candidate.known = Gazetteer.embedded[candidate.key]
        return TypedName(candidate: candidate, type: type, confidence: confidence)
    }

    private func shortened(_ name: TypedName, to range: Range<Int>) -> TypedName {
        var shorter = self.name(range, name.type, name.confidence)
        shorter.candidate.title = name.candidate.title
        shorter.candidate.isWeak = name.candidate.isWeak
        return shorter
    }
}
