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
        let describer = NameDescriber(grouper, in: text)
        sentenceOf = describer.roleFinder.sentenceOf
        var order: [Int] = []
        var members: [Int: [Int]] = [:]
        for index in grouper.forms.indices {
            let root = grouper.root(of: index)
            if members[root] == nil { order.append(root) }
            members[root, default: []].append(index)
        }
        for root in order {
            guard let forms = members[root] else { continue }
            let expansion = forms.lazy.compactMap { grouper.expansions[$0] }.first
            entities.append(describer.entity(forms.map { grouper.forms[$0] }, expansion))
        }
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
        let name = name ?? text.line(span)
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
