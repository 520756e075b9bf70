import WiredeskModel

/// Scores what the engine finds in an article against its annotation.
struct ArticleScorer {
    private let article: AnnotatedArticle
    private let found: FoundEntities
    /// For each annotated entity, the position of the found one that shares most of its mentions.
    private var counterparts: [String: Int] = [:]
    private var scores = ArticleScores()

    static func scores(of article: AnnotatedArticle) throws -> ArticleScores {
        var scorer = ArticleScorer(article, try FoundEntities(in: article))
        scorer.scoreMentions()
        scorer.scoreGrouping()
        scorer.scoreEntities()
        scorer.scoreDates()
        scorer.scoreSpeakers()
        return scorer.scores
    }

    private init(_ article: AnnotatedArticle, _ found: FoundEntities) {
        self.article = article
        self.found = found
        var shared: [String: [Int: Int]] = [:]
        for (annotated, index) in Self.shared(article, found) {
            shared[annotated.entity, default: [:]][found.mentions[index].entity, default: 0] += 1
        }
        counterparts = shared.compactMapValues { counts in
            counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
        }
    }

    /// The mentions that both have, with the positions of the found ones.
    private static func shared(
        _ article: AnnotatedArticle, _ found: FoundEntities
    ) -> [(annotated: AnnotatedMention, found: Int)] {
        let positions = Dictionary(
            found.mentions.enumerated().map { ($1.span, $0) }, uniquingKeysWith: { first, _ in first })
        return article.mentions.compactMap { mention in positions[mention.span].map { (mention, $0) } }
    }

    private mutating func note(_ mistake: String) { scores.mistakes.append("\(article): \(mistake)") }

    private func words(_ span: Range<Int>) -> String {
        String(decoding: Array(article.input.utf8)[span], as: UTF8.self)
    }

    private func type(of mention: AnnotatedMention) -> EntityType { article.entities[mention.entity]?.type ?? .misc }

    /// Whether an entity is named, not counted or dated.
    private static func isNamed(_ type: EntityType) -> Bool { NamedTypes.all.contains(type) }

    // MARK: - Mentions

    private mutating func scoreMentions() {
        let wanted = article.mentions.filter { Self.isNamed(type(of: $0)) }
        let given = found.mentions.filter { Self.isNamed(found.entities[$0.entity].type) }
        let wantedTypes = Dictionary(wanted.map { ($0.span, type(of: $0)) }, uniquingKeysWith: { first, _ in first })
        let givenTypes = Dictionary(
            given.map { ($0.span, found.entities[$0.entity].type) }, uniquingKeysWith: { first, _ in first })
        for mention in wanted {
            let type = type(of: mention)
            let givenType = givenTypes[mention.span]
            scores.addType(type) { $0.want(givenType == type) }
            scores[.extents].want(givenType != nil)
            if givenType != type { note("\(givenType?.rawValue ?? "missed"): \(type.rawValue) \(words(mention.span))") }
        }
        for mention in given {
            let type = found.entities[mention.entity].type
            scores.addType(type) { $0.give(wantedTypes[mention.span] == type) }
            scores[.extents].give(wantedTypes[mention.span] != nil)
            if wantedTypes[mention.span] == nil { note("no name: \(type.rawValue) \(words(mention.span))") }
        }
    }

    private mutating func scoreGrouping() {
        let shared = Self.shared(article, found).filter { Self.isNamed(type(of: $0.annotated)) }
        for one in shared {
            let entity = found.mentions[one.found].entity
            let together = shared.filter { found.mentions[$0.found].entity == entity }
            let belonging = shared.filter { $0.annotated.entity == one.annotated.entity }
            let both = Double(together.count { $0.annotated.entity == one.annotated.entity })
            scores[.grouping].give(both / Double(together.count))
            scores[.grouping].want(both / Double(belonging.count))
            if Int(both) < max(together.count, belonging.count) {
                note(
                    "grouped: \(words(one.annotated.span)) of \(one.annotated.entity) with \(found.entities[entity].name)"
                )
            }
        }
    }

    // MARK: - Entities

    private mutating func scoreEntities() {
        for (key, entity) in article.entities.sorted(by: { $0.key < $1.key }) where Self.isNamed(entity.type) {
            guard let position = counterparts[key] else { continue }
            let counterpart = found.entities[position]
            scores[.names].give(counterpart.name == entity.name)
            scores[.names].want(counterpart.name == entity.name)
            if counterpart.name != entity.name { note("name: \(counterpart.name) instead of \(entity.name)") }
            if let country = entity.country { score(counterpart.country, country, of: key) }
            for role in entity.roles {
                let isFound = counterpart.roles.contains { role.accepted.contains($0.title) }
                scores[.roles].want(isFound)
                if !isFound { note("missed role of \(key): \(role.accepted[0])") }
            }
        }
        let mentioned = Set(found.mentions.map(\.entity))
        for (position, entity) in found.entities.enumerated() where mentioned.contains(position) {
            let wanted = counterparts.filter { $0.value == position }.keys
                .flatMap { article.entities[$0]?.roles ?? [] }.flatMap(\.accepted)
            for role in entity.roles {
                scores[.roles].give(wanted.contains(role.title))
                if !wanted.contains(role.title) { note("no role of \(entity.name): \(role.title)") }
            }
        }
    }

    private mutating func score(_ code: String?, _ country: AnnotatedCountry, of key: String) {
        let right: String?
        switch country {
        case .none: right = nil
        case .code(let code): right = code
        case .atMost(let most): right = code == nil ? nil : most
        }
        if let code { scores[.countries].give(code == right) }
        if let right { scores[.countries].want(code == right) }
        if code != right { note("country of \(key): \(code ?? "none") instead of \(right ?? "none")") }
    }

    // MARK: - Dates and speakers

    private mutating func scoreDates() {
        for mention in article.mentions where type(of: mention) == .date {
            let value = article.entities[mention.entity]?.value
            let dates = found.mentions.filter {
                $0.span.overlaps(mention.span) && found.entities[$0.entity].type == .date
            }
            let given = dates.first.flatMap { found.entities[$0.entity].value }
            if given != nil { scores[.dates].give(given == value) }
            scores[.dates].want(given == value)
            if given != value { note("date: \(given ?? "none") instead of \(value ?? "none"): \(words(mention.span))") }
        }
    }

    private mutating func scoreSpeakers() {
        for quote in article.quotes {
            let speaker = counterparts[quote.speaker].map { found.entities[$0].id }
            let given = found.quotes.first { $0.span.contains(quote.start) }?.speaker
            let isRight = given != nil && given == speaker
            if given != nil { scores[.speakers].give(isRight) }
            scores[.speakers].want(isRight)
            if !isRight {
                let name = found.entities.first { $0.id == given }?.name ?? "nobody"
                note("speaker: \(name) instead of \(quote.speaker)")
            }
        }
    }
}
