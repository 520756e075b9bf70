/// How much an article is about an entity: how early it comes, how often, in the title, as what sentences begin with.
/// The weights are set by hand; position and frequency carry most (Dunietz and Gillick, 2014).
struct Salience {
    /// Mentions of the entity that has most.
    let mostMentions: Int
    let sentences: Int

    func of(mentions: Int, firstSentence: Int, subjects: Int, isInTitle: Bool, type: EntityType) -> Double {
        let frequency = Double(mentions) / Double(max(mostMentions, 1))
        let position = 1 - Double(firstSentence) / Double(max(sentences, 1))
        let subject = Double(subjects) / Double(max(mentions, 1))
        let sum = 0.45 * frequency + 0.25 * position * position + 0.2 * (isInTitle ? 1 : 0) + 0.1 * subject
        let factor: Double =
            switch type {
            case .person, .organization, .event: 1
            case .geopolitical, .law, .work, .product, .facility, .location, .misc: 0.85
            case .nationality: 0.55
            default: 0.25
            }
        return Self.rounded(sum * factor)
    }

    /// To four decimals.
    static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
