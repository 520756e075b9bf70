@testable import WiredeskEngine

/// Analyses a text of a test and shows its entities by what they say.
struct EntityFixture {
    let text: [UInt8]
    let entities: [Entity]
    let quotes: [Quote]

    init(_ text: String, published: String? = nil) throws {
        var options = AnalysisOptions()
        options.verbatim = true
        options.content = .text
        options.published = published
        options.offsets = .utf8
        options.stages = [.reading, .entities]
        let analysis = try Engine().analyze(Array(text.utf8), options: options)
        self.text = Array((analysis.article?.text ?? "").utf8)
        entities = analysis.entities ?? []
        quotes = analysis.quotes ?? []
    }

    func string(_ start: Int, _ end: Int) -> String { String(decoding: text[start..<end], as: UTF8.self) }

    /// The entity that has a mention of exactly these words.
    func entity(mentioned words: String) -> Entity? {
        entities.first { entity in entity.mentions.contains { string($0.start, $0.end) == words } }
    }

    /// Names of the entities of a type, in order.
    func names(_ type: EntityType) -> [String] { entities.filter { $0.type == type }.map(\.name) }

    /// Each quote with its speaker's name.
    var spoken: [String] {
        quotes.map { quote in
            let speaker = entities.first { $0.id == quote.speaker }?.name ?? "?"
            return speaker + ": " + string(quote.start, quote.end)
        }
    }
}
