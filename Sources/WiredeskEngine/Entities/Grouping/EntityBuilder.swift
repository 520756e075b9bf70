/// Makes the result's entities of what the grammars found.
struct EntityBuilder {
    let document: Document
    let text: LexedText
    private var sentenceOf: [Int32] = []
    private var entities: [Entity] = []

    init(_ document: Document, _ text: LexedText) {
        self.document = document
        self.text = text
    }

    private func at(_ index: Int) -> Lexeme {
        text.lexemes.indices.contains(index) ? text.lexemes[index] : Lexeme(start: 0, end: 0)
    }

    // MARK: - Names

    mutating func add(_ grouper: NameGrouper) {
        var grouper = grouper
        let roleFinder = RoleFinder(text)
        sentenceOf = roleFinder.sentenceOf
        var order: [Int] = []
        var members: [Int: [Int]] = [:]
        for index in grouper.forms.indices {
            let root = grouper.root(of: index)
            if members[root] == nil { order.append(root) }
            members[root, default: []].append(index)
        }
        for root in order {
            guard let forms = members[root] else { continue }
            entities.append(entity(forms, in: grouper, roleFinder))
        }
    }

    private func entity(_ forms: [Int], in grouper: NameGrouper, _ roleFinder: RoleFinder) -> Entity {
        let best =
            forms.max {
                !isFuller(grouper.forms[$0], than: grouper.forms[$1])
                    && isFuller(grouper.forms[$1], than: grouper.forms[$0])
            } ?? forms[0]
        let type = grouper.forms[best].type
        var entity = Entity(id: 0, name: surface(grouper.forms[best], grouper), type: type, salience: 0, mentions: [])
        var seen: Set<String> = [entity.name]
        var mentions: [Int] = []
        for form in forms { mentions += grouper.forms[form].mentions }
        mentions.sort()
        for mention in mentions {
            let name = grouper.names[mention]
            let span = text.span(name.lexemes)
            entity.mentions.append(
                Mention(start: span.lowerBound, end: span.upperBound, confidence: Salience.rounded(name.confidence)))
            let alias = plain(text.string(span))
            if seen.insert(alias).inserted { entity.aliases.append(alias) }
        }
        if let acronym = forms.first(where: { grouper.expansions[$0] != nil }),
            let expansion = grouper.expansions[acronym]
        {
            entity.expansion = plain(text.string(ofLexemes: expansion))
        }
        if type == .person {
            addRoles(of: mentions, in: grouper, roleFinder, to: &entity)
        } else if type == .geopolitical || type == .nationality {
            entity.country = forms.lazy.compactMap { country(grouper.forms[$0], type: type) }.first
        }
        return entity
    }

    /// Whether a form is a fuller proper name than another: no acronym, not shouted, more words, then more letters.
    private func isFuller(_ form: NameForm, than other: NameForm) -> Bool {
        if form.isAcronym != other.isAcronym { return !form.isAcronym }
        if form.isShouted != other.isShouted { return !form.isShouted }
        if form.type == .nationality { return form.lexemes[0] < other.lexemes[0] }
        if form.words.count != other.words.count { return form.words.count > other.words.count }
        return length(form) > length(other)
    }

    private func length(_ form: NameForm) -> Int { form.lexemes.reduce(0) { $0 + at($1).length } }

    private func surface(_ form: NameForm, _ grouper: NameGrouper) -> String {
        plain(text.string(ofLexemes: grouper.names[form.mentions[0]].lexemes))
    }

    /// A name on one line.
    private func plain(_ name: String) -> String {
        guard name.utf8.contains(where: { $0 < 0x20 }) else { return name }
        return name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func country(_ form: NameForm, type: EntityType) -> String? {
        guard let code = form.known.countryCode else { return nil }
        if form.known.kinds.contains(.ambiguous) { return isMeant(code, ambiguousAt: form) ? code : nil }
        let wanted: Gazetteer.Kinds = type == .nationality ? .demonym : [.country, .region, .majorCity]
        return form.known.kinds.isDisjoint(with: wanted) ? nil : code
    }

    /// For an ambiguous name the text must name the country otherwise: its people or capital for Georgia, the region of
    /// another country against it.
    private func isMeant(_ code: String, ambiguousAt form: NameForm) -> Bool {
        text.lexemes.contains { lexeme in
            lexeme.key != form.words.last && lexeme.gazetteer.countryCode == code && lexeme.has(.capital)
                && !lexeme.gazetteer.kinds.isDisjoint(with: [.country, .demonym, .majorCity])
                && !lexeme.gazetteer.kinds.contains(.ambiguous)
        } || form.known.kinds.contains(.demonym) && !form.known.kinds.contains(.common) && code != "GE"
    }

    private func addRoles(of mentions: [Int], in grouper: NameGrouper, _ finder: RoleFinder, to entity: inout Entity) {
        var seen: Set<String> = []
        for mention in mentions.prefix(64) {
            for range in finder.roles(of: grouper.names[mention]) {
                let span = text.span(range)
                let title = plain(text.string(span))
                guard seen.insert(title.lowercased()).inserted else { continue }
                entity.roles.append(Role(title: title, start: span.lowerBound, end: span.upperBound))
            }
        }
        entity.roles.sort { $0.start < $1.start }
    }

    // MARK: - Times and amounts

    mutating func add(_ times: [TimeExpression]) {
        var positions: [String: Int] = [:]
        for time in times {
            add(time.lexemes, time.type, named: time.name, value: time.value, basis: time.basis, to: &positions)
        }
    }

    mutating func add(_ amounts: [AmountExpression]) {
        var positions: [String: Int] = [:]
        for amount in amounts { add(amount.lexemes, amount.type, value: amount.value, basis: nil, to: &positions) }
    }

    /// The same type and value share an entity; without a value, the same words do.
    private mutating func add(
        _ lexemes: Range<Int>, _ type: EntityType, named name: String? = nil, value: String?, basis: String?,
        to positions: inout [String: Int]
    ) {
        let span = text.span(lexemes)
        let name = name ?? plain(text.string(span))
        let mention = Mention(start: span.lowerBound, end: span.upperBound, confidence: value == nil ? 0.7 : 0.9)
        let key = type.rawValue + "|" + (value.map { $0 + "|" + (basis ?? "") } ?? "=" + name.lowercased())
        if let position = positions[key] {
            entities[position].mentions.append(mention)
            if name != entities[position].name, !entities[position].aliases.contains(name) {
                entities[position].aliases.append(name)
            }
            return
        }
        positions[key] = entities.count
        entities.append(
            Entity(id: 0, name: name, type: type, salience: 0, value: value, basis: basis, mentions: [mention]))
    }

    // MARK: - Order

    /// The entities with ids in order of first mention and their salience.
    consuming func result() -> [Entity] {
        let titleWords = titleKeys()
        let most = entities.reduce(1) { max($0, $1.mentions.count) }
        let scale = Salience(mostMentions: most, sentences: text.sentences.count)
        var result = entities
        for index in result.indices {
            result[index].mentions.sort { $0.start < $1.start }
            result[index].salience = salience(of: result[index], scale, titleWords)
        }
        result.sort { $0.mentions[0].start < $1.mentions[0].start }
        for index in result.indices { result[index].id = index + 1 }
        return result
    }

    private func salience(of entity: Entity, _ scale: Salience, _ titleWords: Set<UInt64>) -> Double {
        let first = text.lexeme(at: entity.mentions[0].start)
        let firstSentence = sentenceOf.indices.contains(first) ? Int(max(sentenceOf[first], 0)) : 0
        var subjects = 0
        for mention in entity.mentions {
            let index = text.lexeme(at: mention.start)
            let end = text.lexeme(at: mention.end)
            if at(index).has(.opening) || at(end).isIn([.auxiliary, .speech, .personVerb]) { subjects += 1 }
        }
        let nameEnd = text.lexeme(at: entity.mentions[0].end) - 1
        let isInTitle = !titleWords.isEmpty && at(nameEnd).key != 0 && titleWords.contains(at(nameEnd).key)
        return scale.of(
            mentions: entity.mentions.count, firstSentence: firstSentence, subjects: subjects, isInTitle: isInTitle,
            type: entity.type)
    }

    /// The words of the document's title.
    private func titleKeys() -> Set<UInt64> {
        guard let title = document.title else { return [] }
        var keys: Set<UInt64> = []
        let bytes = Array(title.utf8)
        bytes.withUnsafeBufferPointer { buffer in
            for token in Tokenizer.tokens(of: bytes) where token.isWord {
                keys.insert(WordKey.of(UTF8Text(buffer), token.range))
            }
        }
        return keys
    }
}
