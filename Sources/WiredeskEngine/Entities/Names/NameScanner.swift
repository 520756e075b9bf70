/// Finds the candidates for names: runs of capitalised words with the small words that belong inside, cut where one
/// name ends and the next begins. It decides on extents only; `NameTyper` says what they are.
struct NameScanner {
    let text: LexedText
    let evidence: CaseEvidence
    /// For each lexeme, whether a time or an amount holds it.
    let taken: [Bool]
    private let gazetteer = Gazetteer.embedded
    private var sentence = 0..<0
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

    /// What the last words of names other than persons' are.
    private static let heads: WordClass = [
        .organizationHead, .companySuffix, .facilityHead, .locationHead, .geopoliticalHead, .eventHead, .lawHead,
        .workHead,
    ]

    // MARK: - Runs

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
    private func isNameInHeadline(_ lexeme: Lexeme) -> Bool {
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

    private func startsName(_ index: Int) -> Bool {
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
    private func endOfRun(from start: Int) -> Int {
        var end = start + 1
        // `pro-Beijing New People's Party`: what a prefix is glued to is a name by itself.
        if at(start).has(.glued), at(start - 1).isMark("-"), at(start - 2).isIn(.namePrefix) {
            return phrase(at: start, before: sentence.upperBound)?.end ?? end
        }
        while end < sentence.upperBound {
            if isNameWord(end), !(at(end).has(.opening)) {
                end += 1
            } else if let next = endOfConnector(at: end, from: start) {
                end = next
            } else {
                break
            }
        }
        return end
    }

    /// The index after a small word or mark inside a name and the name word behind it.
    private func endOfConnector(at index: Int, from start: Int) -> Int? {
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
    private func endOfPost(at object: Int) -> Int? {
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
    private func isJoinedByAnd(_ index: Int, from start: Int) -> Bool {
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

    // MARK: - Cuts

    /// Cuts a run into names: off go openers and titles, demonyms and countries before another name stand alone.
    private mutating func split(_ run: Range<Int>) {
        var start = run.lowerBound
        var end = run.upperBound
        // An opener may be the only capitalised word.
        while start < end, isNoName(start, in: run) { start = next(after: start, before: end) }
        while start < end, at(end - 1).has(.mark) || at(end - 1).isIn(.closed) && !at(end - 1).has(.allCapitals) {
            // `World War I`.
            if end - start > 1, at(end - 1).has(.initial), at(end - 2).isIn(.eventHead) { break }
            // `Wilson Or`, `James To`: surnames that are small words elsewhere.
            if end - start == 2, at(start).gazetteer.kinds.contains(.givenName), at(end - 1).has(.capital),
                !at(end).has(.capital), !at(end).isIn(.determiner)
            {
                break
            }
            end -= 1
        }
        if start < end { start = widenedStart(start, end) }
        while start < end {
            let length = prefixLength(of: start..<end)
            add(start..<start + length.name, title: length.title)
            start += length.name
            while start < end,
                at(start).has(.mark) || at(start).has(.clitic)
                    || at(start).isIn(.closed) && !at(start).has(.allCapitals)
                    || !at(start).has(.capital) && !at(start).has(.digits)
            { start += 1 }
        }
    }

    /// The start of a name with what belongs to it before its first capital: `al-Qaeda`, `bin Laden`, `2018 World Cup`.
    private func widenedStart(_ start: Int, _ end: Int) -> Int {
        let previous = at(start - 1)
        if previous.isMark("-"), previous.has(.glued), at(start).has(.glued), at(start - 2).isIn(.nameParticle),
            !at(start - 2).has(.capital)
        {
            return start - 2
        }
        if text.isEnglish, NameWords.inseparable.contains(previous.key), !previous.has(.capital) { return start - 1 }
        if previous.has(.onlyDigits), previous.length == 4, end - start > 1, at(end - 1).isIn(.eventHead) {
            return start - 1
        }
        return start
    }

    private func next(after index: Int, before end: Int) -> Int {
        var next = index + 1
        while next < end, !at(next).has(.capital) { next += 1 }
        return next
    }

    /// Whether the first word of a run is capitalised for another reason than being part of the name.
    private func isNoName(_ index: Int, in run: Range<Int>) -> Bool {
        let lexeme = at(index)
        if lexeme.isIn(.closed) {
            // "The Hague", "US", "IT": phrases of the gazetteer and acronyms stay.
            if lexeme.has(.allCapitals), !lexeme.has(.shouted),
                lexeme.gazetteer.kinds.contains(.country) || lexeme.gazetteer.kinds.contains(.organization)
            {
                return false
            }
            if let phrase = phrase(at: index, before: run.upperBound), phrase.end - index > 1,
                !phrase.entry.kinds.contains(.common)
            {
                return false
            }
            // In the middle of a sentence "First", "New" or "Free" belong to the name, articles and pronouns do not.
            if !lexeme.has(.opening), lexeme.isIn(.opener),
                !lexeme.isIn([.determiner, .pronoun, .preposition, .conjunction, .auxiliary])
            {
                return run.count == 1
            }
            if lexeme.has(.opening), lexeme.isIn(.opener), run.count > 1, evidence[lexeme.key].name > 0,
                !lexeme.isIn([.determiner, .pronoun, .preposition, .conjunction, .auxiliary])
            {
                return false
            }
            return true
        }
        if lexeme.isIn(.notAName), run.count == 1 { return true }
        guard lexeme.has(.opening), lexeme.gazetteer.kinds.contains(.common) || lexeme.gazetteer.kinds.isEmpty else {
            return false
        }
        let counts = evidence[lexeme.key]
        if counts.name > 0 { return false }
        if lexeme.gazetteer.kinds.contains(.common) {
            if !lexeme.gazetteer.kinds.isDisjoint(with: [.country, .demonym, .majorCity]), counts.lower == 0 {
                return false
            }
            if let phrase = phrase(at: index, before: run.upperBound), phrase.end - index > 1 { return false }
            if lexeme.has(.allCapitals), !lexeme.has(.shouted), counts.lower == 0 { return false }
            // A given name before a surname: "Mark Smith", "Will Jones".
            if lexeme.gazetteer.kinds.contains(.givenName), run.count > 1, counts.lower == 0 { return false }
            if run.count > 1, lexeme.isIn([.title, .roleModifier, .role]) { return false }
            if run.count > 1, at(run.upperBound - 1).isIn([.organizationHead, .eventHead, .lawHead, .facilityHead]),
                counts.lower == 0
            {
                return false
            }
            return true
        }
        return counts.lower > 0
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

    /// How much of a run its first name is, and the title in front that belongs to it.
    private func prefixLength(of run: Range<Int>) -> (name: Int, title: Range<Int>) {
        let whole = (run.count, 0..<0)
        if isHeadingLabel(run) { return whole }
        if let person = person(in: run) { return person }
        if let body = bodyBeforePerson(in: run) { return (body, 0..<0) }
        guard let phrase = phrase(at: run.lowerBound, before: run.upperBound), phrase.end < run.upperBound else {
            return whole
        }
        let rest = phrase.end..<run.upperBound
        let kinds = phrase.entry.kinds
        let length = (phrase.end - run.lowerBound, 0..<0)
        if at(rest.lowerBound).has(.mark), at(rest.lowerBound).has(.glued) {
            // `US-Albanian`: both are names. `Jean-Claude` is one.
            let second = at(rest.lowerBound + 1).gazetteer.kinds
            return !kinds.isDisjoint(with: [.country, .demonym]) && !second.isDisjoint(with: [.country, .demonym])
                || !kinds.isDisjoint(with: [.country, .demonym]) && !at(rest.lowerBound + 1).has(.capital)
                ? length : whole
        }
        let isBareRest = at(rest.lowerBound).has(.capital) || at(rest.lowerBound).has(.digits)
        guard isBareRest else { return whole }
        let head = at(run.upperBound - 1)
        let isHeaded =
            head.isIn([
                .organizationHead, .companySuffix, .facilityHead, .locationHead, .geopoliticalHead, .eventHead,
                .lawHead, .workHead,
            ]) || rest.contains { at($0).isIn(.organizationHead) }
        if kinds.contains(.demonym), !kinds.contains(.givenName), !kinds.contains(.ambiguous) {
            return isHeaded ? whole : length
        }
        if kinds.contains(.country), !kinds.contains(.ambiguous) || !kinds.contains(.givenName) {
            let first = at(rest.lowerBound)
            if first.isIn([.title, .role, .roleModifier]), !isHeaded { return length }
            if first.gazetteer.kinds.contains(.country) || first.gazetteer.kinds.contains(.demonym), !isHeaded {
                return length
            }
            return whole
        }
        if kinds.contains(.region) || kinds.contains(.city),
            at(rest.lowerBound).gazetteer.kinds.contains(.demonym)
                || at(rest.lowerBound).gazetteer.kinds.contains(.country), !isHeaded
        {
            return length
        }
        return whole
    }

    /// `Group F`, `Figure 3`: a label, no name.
    private func isHeadingLabel(_ run: Range<Int>) -> Bool {
        run.count == 2 && at(run.lowerBound).isIn(.heading)
            && (at(run.lowerBound + 1).has(.digits) || at(run.lowerBound + 1).length == 1)
    }

    /// The length of a body's name right before a person's: `Washington State University Simon Ličen`.
    private func bodyBeforePerson(in run: Range<Int>) -> Int? {
        guard run.count >= 3 else { return nil }
        for index in run.lowerBound + 1..<run.upperBound - 1 where at(index).isIn([.organizationHead, .companySuffix]) {
            let name = at(index + 1)
            let last = at(run.upperBound - 1)
            if name.has(.capital), name.gazetteer.kinds.contains(.givenName), !name.gazetteer.kinds.contains(.common),
                run.upperBound - index <= 4, !last.isIn(Self.heads), run.upperBound - index > 2
            {
                return index + 1 - run.lowerBound
            }
        }
        return nil
    }

    /// A person's name behind titles: `House Minority Leader Kevin McCarthy`, `Minister of Education Stefania Giannini`,
    /// `Mr. Toccafondi`. The name and the title with all before it are one step.
    private func person(in run: Range<Int>) -> (name: Int, title: Range<Int>)? {
        var title = -1
        for index in run where at(index).isIn([.title, .role]) && at(index).has(.capital) {
            // A head that is not the last word may be part of a company's name: "Justice Department".
            if index + 1 < run.upperBound { title = index } else { break }
        }
        guard title >= 0 else { return nil }
        var name = title + 1
        if at(name).key == NameWords.of {
            // The post's object is one word, or all up to a given name.
            name += 2
            while name < run.upperBound, !at(name).gazetteer.kinds.contains(.givenName) { name += 1 }
            if name == run.upperBound { return nil }
        }
        while name < run.upperBound,
            at(name).has(.mark)
                || at(name).isIn([.roleModifier]) && at(name).gazetteer.kinds.isDisjoint(with: [.givenName, .surname])
        { name += 1 }
        guard name < run.upperBound, at(name).has(.capital), run.upperBound - name <= 6,
            !(name..<run.upperBound).allSatisfy({ at($0).isIn([.role, .title, .roleModifier]) })
        else { return nil }
        let last = at(run.upperBound - 1)
        guard
            !last.isIn([.organizationHead, .facilityHead, .eventHead, .lawHead, .geopoliticalHead, .companySuffix])
                || last.isIn(.title) && name < run.upperBound - 1
        else { return nil }
        if at(name).isIn(.closed), run.upperBound - name == 1 { return nil }
        var first = title
        while first > run.lowerBound,
            at(first - 1).isIn([.role, .roleModifier, .title]) || at(first - 1).key == NameWords.of
                || at(first - 1).isMark("-")
        { first -= 1 }
        // What stands before the title is a name of its own, and comes first.
        if first > run.lowerBound {
            return (first - run.lowerBound, 0..<0)
        }
        return (run.upperBound - run.lowerBound, first..<name)
    }

    private mutating func add(_ range: Range<Int>, title: Range<Int>) {
        var range = range
        if !title.isEmpty { range = title.upperBound..<range.upperBound }
        while range.count > 0, at(range.lowerBound).has(.mark) { range = range.lowerBound + 1..<range.upperBound }
        guard !range.isEmpty else { return }
        let first = at(range.lowerBound)
        if isHeadingLabel(range) { return }
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
        var key: UInt64 = 0
        for index in range where at(index).key != 0 { key = WordKey.phrase(key, at(index).key) }
        candidate.key = key
        candidate.known = gazetteer[key]
        candidate.isWeak = !first.shape.isDisjoint(with: [.opening, .titleCase, .shouted])
        candidates.append(candidate)
    }

    /// A title with the lower-case words of the post before it, or the post alone: `former Secretary of State`,
    /// `English captain`.
    private func widened(_ title: Range<Int>, before name: Int) -> Range<Int> {
        var start = title.isEmpty ? name : title.lowerBound
        while start - 1 >= sentence.lowerBound, at(start - 1).isIn([.role, .roleModifier]),
            !at(start - 1).has(.capital), !taken[start - 1]
        {
            start -= 1
        }
        if start < name, title.isEmpty, !(start..<name).contains(where: { at($0).isIn(.role) }) { return 0..<0 }
        return start < name ? start..<name : 0..<0
    }
}
