/// Makes the entity of the forms that name the same: its name, aliases, roles, country.
struct NameDescriber {
    let text: LexedText
    let roleFinder: RoleFinder
    private let names: [TypedName]
    private let countries: CountryResolver

    init(_ grouper: NameGrouper, in text: LexedText) {
        self.text = text
        names = grouper.names
        roleFinder = RoleFinder(text, grouper.names)
        countries = CountryResolver(grouper.forms)
    }

    /// - Parameter forms: at least one.
    func entity(_ forms: [NameForm], _ expansion: Range<Int>?) -> Entity {
        let best = forms.dropFirst().reduce(forms[0]) { isFuller($1, than: $0) ? $1 : $0 }
        var entity = Entity(id: 0, name: surface(best), type: best.type, salience: 0, mentions: [])
        var seen: Set<String> = [entity.name]
        let mentions = forms.flatMap(\.mentions).sorted()
        for mention in mentions {
            let name = names[mention]
            let span = text.span(name.lexemes)
            entity.mentions.append(
                Mention(start: span.lowerBound, end: span.upperBound, confidence: Salience.rounded(name.confidence)))
            let alias = text.line(span)
            if seen.insert(alias).inserted { entity.aliases.append(alias) }
        }
        entity.expansion = expansion.map { text.line(text.span($0)) }
        if best.type == .person {
            entity.roles = roles(of: mentions)
        } else if best.type == .geopolitical || best.type == .nationality {
            entity.country = forms.lazy.compactMap { countries.country(of: $0, best.type) }.first
        }
        return entity
    }

    // MARK: - The name

    /// Whether a form is a fuller proper name than another: no acronym, not from birth, not shouted, not from a headline,
    /// more words, more mentions, then more letters.
    private func isFuller(_ form: NameForm, than other: NameForm) -> Bool {
        if form.isAcronym != other.isAcronym { return !form.isAcronym }
        if form.isBirthName != other.isBirthName { return !form.isBirthName }
        if form.isShouted != other.isShouted { return !form.isShouted }
        let isLoud = (isHeadline(form), isHeadline(other))
        if isLoud.0 != isLoud.1 { return isLoud.1 }
        if form.type == .nationality { return form.lexemes[0] < other.lexemes[0] }
        if form.words.count != other.words.count { return form.words.count > other.words.count }
        if form.mentions.count != other.mentions.count { return form.mentions.count > other.mentions.count }
        return length(form) > length(other)
    }

    /// Whether a name stands nowhere but in headlines, which may glue a verb to it: `Karen Arden Speaks`.
    private func isHeadline(_ form: NameForm) -> Bool {
        form.mentions.prefix(64).allSatisfy { isLoud(names[$0].lexemes) }
    }

    private func isLoud(_ range: Range<Int>) -> Bool {
        range.contains { !text.lexemes[$0].shape.isDisjoint(with: [.shouted, .titleCase]) }
    }

    private func length(_ form: NameForm) -> Int { form.lexemes.reduce(0) { $0 + text.lexemes[$1].length } }

    /// A form as most of its mentions write it; those in headlines and datelines count less than one elsewhere.
    private func surface(_ form: NameForm) -> String {
        var counts: [String: Int] = [:]
        var best = text.line(text.span(names[form.mentions[0]].lexemes))
        guard form.mentions.count > 1 else { return best }
        for mention in form.mentions.prefix(64) {
            let range = names[mention].lexemes
            let name = text.line(text.span(range))
            let isCapitals = range.allSatisfy { !text.lexemes[$0].has(.word) || text.lexemes[$0].has(.allCapitals) }
            // Ten for a mention in running text, one more where small letters tell something.
            counts[name, default: 0] += (isLoud(range) ? 1 : 10) + (isCapitals ? 0 : 1)
            if counts[name, default: 0] > counts[best, default: 0] { best = name }
        }
        return best
    }

    // MARK: - Roles

    private func roles(of mentions: [Int]) -> [Role] {
        var roles: [(words: [UInt64], role: Role)] = []
        for mention in mentions.prefix(64) {
            for range in roleFinder.roles(of: names[mention]) {
                let span = text.span(range)
                let words = range.map { text.lexemes[$0].key }.filter { $0 != 0 }
                // "Secretary of State" says nothing beside "former Secretary of State".
                if roles.contains(where: { isPart(words, of: $0.words) }) { continue }
                roles.removeAll { isPart($0.words, of: words) }
                let role = Role(title: text.line(span), start: span.lowerBound, end: span.upperBound)
                roles.append((words, role))
            }
        }
        return roles.map(\.role).sorted { $0.start < $1.start }
    }

    /// Whether the words stand among the others in their order.
    private func isPart(_ words: [UInt64], of others: [UInt64]) -> Bool {
        var next = 0
        for other in others where next < words.count && words[next] == other { next += 1 }
        return next == words.count
    }
}
