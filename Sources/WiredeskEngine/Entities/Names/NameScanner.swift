/// Finds the candidates for names: runs of capitalised words with the small words that belong inside, cut where one
/// name ends and the next begins. It decides on extents only; `NameTyper` says what they are.
struct NameScanner {
    let text: LexedText
    let evidence: CaseEvidence
    /// For each lexeme, whether a time or an amount holds it.
    let taken: [Bool]
    let gazetteer = Gazetteer.embedded
    private(set) var sentence = 0..<0
    private var candidates: [NameCandidate] = []

    static func candidates(
        in text: LexedText, evidence: CaseEvidence, taken: [Bool], interruption: Interruption
    ) throws(WiredeskError) -> [NameCandidate] {
        var scanner = NameScanner(text: text, evidence: evidence, taken: taken)
        for (index, sentence) in text.sentences.enumerated() {
            if index & 31 == 0 { try interruption.check() }
            scanner.read(sentence)
        }
        return scanner.candidates
    }

    private init(text: LexedText, evidence: CaseEvidence, taken: [Bool]) {
        self.text = text
        self.evidence = evidence
        self.taken = taken
    }

    @inline(__always)
    func at(_ index: Int) -> Lexeme {
        sentence.contains(index) ? text.lexemes[index] : Lexeme(start: 0, end: 0)
    }

    private mutating func read(_ sentence: Range<Int>) {
        self.sentence = sentence
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            guard startsName(index) else {
                index += 1
                continue
            }
            let end = endOfRun(from: index)
            split(index..<end)
            index = end
        }
    }

    /// Lexemes of a run at most: longer ones are lists or headlines, cut wherever that falls.
    static let longestRun = 32

    /// What the last words of names other than persons' are.
    static let heads: WordClass = [
        .organizationHead, .companySuffix, .facilityHead, .locationHead, .geopoliticalHead, .eventHead, .lawHead,
        .workHead,
    ]

    /// Whether a capitalised word may be part of a name by its form.
    func isNameWord(_ index: Int) -> Bool {
        let lexeme = at(index)
        guard lexeme.has(.word), lexeme.has(.capital) || lexeme.has(.innerCapital), !taken[index] else { return false }
        if lexeme.shape.isDisjoint(with: [.titleCase, .shouted]) { return true }
        if isNameInHeadline(lexeme) { return true }
        // "New" of "New York", "White" of "White House".
        guard !lexeme.isIn([.determiner, .pronoun, .preposition, .conjunction]),
            let phrase = phrase(at: index, before: min(index + 4, sentence.upperBound))
        else { return false }
        return phrase.end > index + 1 && !phrase.entry.kinds.contains(.common)
    }

    /// In a headline every word has a capital: only what is a name elsewhere, or can hardly be anything else, is one.
    func isNameInHeadline(_ lexeme: Lexeme) -> Bool {
        if lexeme.isIn(.closed) { return false }
        if evidence[lexeme.key].name > 0 { return true }
        let kinds = lexeme.gazetteer.kinds
        if kinds.contains(.common) {
            return !kinds.isDisjoint(with: [.country, .demonym]) && !kinds.contains(.ambiguous)
        }
        if lexeme.has(.titleCase), !lexeme.has(.shouted) {
            return !kinds.isEmpty || lexeme.has(.allCapitals) || evidence[lexeme.key].lower == 0
        }
        return !kinds.isEmpty
    }

    func startsName(_ index: Int) -> Bool {
        guard isNameWord(index) else { return false }
        // The `Pro` of `Pro-Beijing`.
        if at(index).isIn(.namePrefix), at(index + 1).isMark("-"), at(index + 1).has(.glued),
            at(index + 2).has(.capital)
        {
            return false
        }
        let lexeme = at(index)
        if lexeme.has(.glued), at(index - 1).has(.clitic) || at(index - 1).isMark("'") { return false }
        return true
    }

    /// The end of the run of name words from an index, small words inside it included.
    func endOfRun(from start: Int) -> Int {
        var end = start + 1
        // `pro-Beijing New People's Party`: what a prefix is glued to is a name by itself.
        if at(start).has(.glued), at(start - 1).isMark("-"), at(start - 2).isIn(.namePrefix) {
            return phrase(at: start, before: sentence.upperBound)?.end ?? end
        }
        // A phrase of the gazetteer is one whatever its words look like: in a headline "Union" is no name word.
        if let phrase = phrase(at: start, before: min(start + 12, sentence.upperBound)), phrase.end > end,
            !phrase.entry.kinds.contains(.common), at(phrase.end - 1).has(.capital)
        {
            end = phrase.end
        }
        let limit = min(sentence.upperBound, start + Self.longestRun)
        while end < limit {
            if isNameWord(end), !at(end).has(.opening) {
                end += 1
            } else if let next = endOfConnector(at: end, from: start) {
                end = next
            } else {
                break
            }
        }
        return end
    }

    /// The longest phrase of the gazetteer that starts at a word.
    func phrase(at index: Int, before end: Int) -> (entry: Gazetteer.Entry, end: Int)? {
        var key: UInt64 = 0
        var best: (Gazetteer.Entry, Int)?
        var words = 0
        var cursor = index
        while cursor < end, words < gazetteer.longestPhrase {
            let lexeme = at(cursor)
            cursor += 1
            if lexeme.isMark("-"), lexeme.has(.glued) { continue }
            guard lexeme.key != 0 else { break }
            key = WordKey.phrase(key, lexeme.key)
            words += 1
            let entry = gazetteer[key]
            if !entry.kinds.isEmpty { best = (entry, cursor) }
        }
        return best.map { ($0.0, $0.1) }
    }

    mutating func add(_ range: Range<Int>, title: Range<Int>) {
        var range = range
        if !title.isEmpty { range = title.upperBound..<range.upperBound }
        while range.count > 0, at(range.lowerBound).has(.mark) { range = range.lowerBound + 1..<range.upperBound }
        guard !range.isEmpty else { return }
        let first = at(range.lowerBound)
        // `R-OH`: a party and a state.
        if isHeadingLabel(range) || first.has(.initial) && at(range.lowerBound + 1).isMark("-") { return }
        // A post alone names nobody.
        if title.isEmpty, range.count > 1, at(range.upperBound - 1).isIn([.title, .role]),
            range.allSatisfy({ at($0).isIn([.title, .role, .roleModifier]) || !at($0).has(.capital) })
        {
            return
        }
        var candidate = NameCandidate(lexemes: range, title: widened(title, before: range.lowerBound))
        if candidate.title.isEmpty, range.count == 1 {
            if first.isIn([.title, .role, .roleModifier, .notAName]), !first.has(.allCapitals),
                !first.gazetteer.kinds.contains(.demonym)
            {
                // "Bishop" and "King" are surnames where the document has somebody of that name.
                guard first.gazetteer.kinds.contains(.surname), !first.isIn(.notAName) else { return }
                candidate.needsFullName = true
            }
            if first.isIn(.notAName), first.has(.allCapitals), !first.gazetteer.kinds.contains(.organization) { return }
            if first.length < 2 || first.has(.initial) { return }
            // "the Court", "the State": a common word for a body, not its name.
            if first.isIn(Self.heads), first.gazetteer.kinds.contains(.common), !first.has(.allCapitals),
                first.gazetteer.kinds.isDisjoint(with: [.organization, .country, .demonym, .event, .place])
            {
                return
            }
        }
        candidate.key = text.key(ofLexemes: range)
        candidate.known = gazetteer[candidate.key]
        candidate.isWeak = !first.shape.isDisjoint(with: [.opening, .titleCase, .shouted])
        candidates.append(candidate)
    }

    /// A title with the lower-case words of the post before it, or the post alone: `former Secretary of State`,
    /// `English captain`.
    func widened(_ title: Range<Int>, before name: Int) -> Range<Int> {
        var start = title.isEmpty ? name : title.lowerBound
        while start - 1 >= sentence.lowerBound, at(start - 1).isIn([.role, .roleModifier]),
            !at(start - 1).has(.capital), !taken[start - 1]
        {
            start -= 1
            // `vice-president`, `pan-democrat`.
            if start - 2 >= sentence.lowerBound, at(start).has(.glued), at(start - 1).isMark("-") { start -= 2 }
        }
        if start < name, title.isEmpty, !(start..<name).contains(where: { at($0).isIn(.role) }) { return 0..<0 }
        return start < name ? start..<name : 0..<0
    }
}
