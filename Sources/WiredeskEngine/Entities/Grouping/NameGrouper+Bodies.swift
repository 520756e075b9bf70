/// Organizations and the rest under their longer and shorter names.
extension NameGrouper {
    // MARK: - Companies

    /// A company's name without its last words: `Acme` and `Acme Instruments` for `Acme Instruments, Inc.` What the
    /// tagger takes for a person or a place is the company where nobody has that name. Without such an end, the first word
    /// alone means a firm by the form of its name: `Hyunsung` for `Hyunsung Heavy Industries`.
    mutating func joinCompanies() {
        var byBeginning: [UInt64: [Int]] = [:]
        for index in forms.indices where forms[index].type == .organization && forms[index].words.count >= 2 {
            let words = forms[index].words
            let isFirm = words.last.map { GroupingWords.firms.contains($0) } ?? false
            guard isFirm || isIncorporated(index) else { continue }
            var key: UInt64 = 0
            for word in isFirm ? words.prefix(1) : words.dropLast() {
                key = WordKey.phrase(key, word)
                byBeginning[key, default: []].append(index)
            }
        }
        guard !byBeginning.isEmpty else { return }
        let people = Set(forms.lazy.filter { $0.type == .person && $0.words.count > 1 }.flatMap(\.words))
        for index in forms.indices {
            guard let companies = byBeginning[forms[index].key], isCompany(forms[index], people) else { continue }
            let roots = Set(companies.map { clusters.root(of: $0) })
            guard roots.count == 1,
                forms[index].type == .organization || companies.contains(where: { isIncorporated($0) })
            else { continue }
            forms[index].type = .organization
            clusters.join(companies[0], index)
        }
    }

    private func isIncorporated(_ form: Int) -> Bool {
        forms[form].lexemes.last.map { at($0).isIn(.companySuffix) } ?? false
    }

    private func isCompany(_ form: NameForm, _ people: Set<UInt64>) -> Bool {
        if form.type == .organization { return form.words.count > 1 || !at(form.lexemes[0]).isIn(.organizationHead) }
        let kinds = form.known.kinds
        switch form.type {
        case .person: return form.words.count > 1 || !people.contains(form.words[0])
        case .misc, .product, .location, .geopolitical, .facility:
            return kinds.isDisjoint(with: [.country, .region, .city, .place, .demonym])
        default: return false
        }
    }

    // MARK: - Other bodies

    /// `Security Council` is the `UN Security Council` when no other name ends so; "the Court" stays alone.
    mutating func joinBodies() {
        var byLastTwo: [UInt64: [Int]] = [:]
        let others = forms.indices.filter { ![.person, .nationality, .geopolitical].contains(forms[$0].type) }
        for index in others where forms[index].words.count >= 2 {
            byLastTwo[tail(forms[index].words), default: []].append(index)
        }
        for index in others where forms[index].words.count >= 2 {
            let same = (byLastTwo[tail(forms[index].words)] ?? []).prefix(16)
            let longer = same.filter {
                forms[$0].words.count > forms[index].words.count
                    && forms[$0].words.suffix(forms[index].words.count).elementsEqual(forms[index].words)
            }
            if longer.count == 1, forms[longer[0]].type == forms[index].type { clusters.join(longer[0], index) }
        }
        joinParties()
        joinShortened()
    }

    private func tail(_ words: [UInt64]) -> UInt64 {
        WordKey.phrase(words[words.count - 2], words[words.count - 1])
    }

    /// `Labour` for the `Labour Party`, `Greens` for the `Scottish Green Party`.
    private mutating func joinParties() {
        var byWord: [String: [Int]] = [:]
        for index in forms.indices where forms[index].type == .organization && forms[index].words.count >= 2 {
            let lexemes = forms[index].lexemes
            guard forms[index].words.last == GroupingWords.party else { continue }
            byWord[word(lexemes[lexemes.count - 2]), default: []].append(index)
        }
        guard !byWord.isEmpty else { return }
        for index in forms.indices where forms[index].type == .organization && forms[index].words.count == 1 {
            let name = word(forms[index].lexemes[0])
            let parties = byWord[name] ?? (name.hasSuffix("s") ? byWord[String(name.dropLast())] : nil) ?? []
            if Set(parties.map { clusters.root(of: $0) }).count == 1 { clusters.join(parties[0], index) }
        }
    }

    /// `Lib Dems` for the `Liberal Democrats`: the beginnings of the words in a row.
    private mutating func joinShortened() {
        var byInitials: [[UInt8]: [Int]] = [:]
        for index in forms.indices where forms[index].type == .organization && forms[index].words.count >= 2 {
            byInitials[forms[index].lexemes.map { text.text[Int(at($0).start)] }, default: []].append(index)
        }
        for (_, alike) in byInitials.sorted(by: { $0.value[0] < $1.value[0] }) where alike.count > 1 {
            for short in alike.prefix(16) {
                let full = alike.prefix(16).filter { isShortened(forms[short].lexemes, of: forms[$0].lexemes) }
                if full.count == 1 { clusters.join(full[0], short) }
            }
        }
    }

    private func isShortened(_ short: [Int], of full: [Int]) -> Bool {
        var isShorter = false
        for (left, right) in zip(short, full) {
            if at(left).key == at(right).key { continue }
            var beginning = text.text[at(left).range]
            if beginning.last == UInt8(ascii: ".") || beginning.last == UInt8(ascii: "s") { beginning.removeLast() }
            let word = text.text[at(right).range]
            guard beginning.count >= 3, word.count > beginning.count + 1, word.starts(with: beginning) else {
                return false
            }
            isShorter = true
        }
        return isShorter
    }

    private func word(_ index: Int) -> String { text.string(at(index).range).lowercased() }
}
