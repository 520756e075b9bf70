/// Decides which of several people who share a name each mention of that name alone means.
struct ShortNameReferents {
    let text: LexedText
    let names: [TypedName]
    let matcher: PersonMatcher

    /// People of one name among whom a mention is looked for: more are a list, not a story.
    private static let most = 16

    /// A person whom the name may mean.
    private struct Person {
        let root: Int
        /// Positions in the list of names, in order, of the full names.
        let mentions: [Int]
        /// Last words of the titles that the text puts before the full names.
        let titles: Set<UInt64>
        let gender: Gazetteer.Kinds
    }

    /// The mentions that are decided, for each person, the people in order.
    ///
    /// A title or `Mr.` and `Mrs.` decides first. Else a mention means the only one that the reader has met by then. Once
    /// the name alone has meant somebody, it goes on to do so, unless another of the people was named since in the same
    /// paragraph.
    func referents(of mentions: [Int], among people: [Int: [Int]]) -> [(person: Int, mentions: [Int])] {
        guard people.count <= Self.most else { return [] }
        let people = people.map { person($0.key, $0.value.sorted()) }.sorted { $0.mentions[0] < $1.mentions[0] }
        var result = [Int: [Int]]()
        var established: Int?
        // For each person, how many full names come before the mention that is looked at.
        var seen = [Int](repeating: 0, count: people.count)
        for mention in mentions {
            for index in people.indices {
                while seen[index] < people[index].mentions.count, people[index].mentions[seen[index]] < mention {
                    seen[index] += 1
                }
            }
            let met = people.indices.filter { seen[$0] > 0 }
            let fitting = people.indices.filter { fits(people[$0], mention) }
            let chosen: Int?
            if isTitled(mention), fitting.count == 1 {
                chosen = fitting[0]
            } else if met.count == 1, fitting.contains(met[0]) {
                chosen = met[0]
                established = chosen
            } else if let known = established, fitting.contains(known) {
                let isRivalNear = met.contains { index in
                    index != known && paragraph(of: people[index].mentions[seen[index] - 1]) == paragraph(of: mention)
                }
                chosen = isRivalNear ? nil : known
            } else {
                chosen = nil
            }
            if let chosen { result[people[chosen].root, default: []].append(mention) }
        }
        return result.sorted { $0.key < $1.key }.map { (person: $0.key, mentions: $0.value) }
    }

    /// `Laura Lindner` in a text that began with `President Lindner`: a woman who is never called so may have the name
    /// of a husband whom the text does not name in full.
    func isSpouse(_ fullNames: [Int], ofTitled mention: Int) -> Bool {
        guard let title = title(of: mention), RoleWords.genders[title] == nil, let first = fullNames.min(),
            mention < first
        else { return false }
        let woman = person(0, fullNames.sorted())
        return woman.gender == .feminine && !woman.titles.contains(title)
    }

    private func person(_ root: Int, _ mentions: [Int]) -> Person {
        let first = names[mentions[0]].lexemes.lowerBound
        let titles = Set(mentions.compactMap { title(of: $0) })
        return Person(root: root, mentions: mentions, titles: titles, gender: matcher.gender(first))
    }

    /// The last word of the title before a name.
    private func title(of mention: Int) -> UInt64? {
        names[mention].candidate.title.last { text.lexemes[$0].key != 0 }.map { text.lexemes[$0].key }
    }

    private func isTitled(_ mention: Int) -> Bool { title(of: mention) != nil }

    /// Whether the title before a short name may be the person's.
    private func fits(_ person: Person, _ mention: Int) -> Bool {
        guard let title = title(of: mention) else { return true }
        if let gender = RoleWords.genders[title] { return person.gender.isEmpty || person.gender == gender }
        return person.titles.contains(title)
    }

    private func paragraph(of mention: Int) -> Int {
        let lexeme = names[mention].lexemes.lowerBound
        let sentence = text.sentences.partitioningIndex { $0.upperBound > lexeme }
        return text.paragraphOf.indices.contains(sentence) ? text.paragraphOf[sentence] : -1
    }
}
