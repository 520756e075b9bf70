/// The result as a user of Foundation would declare it, for its JSON coders.
struct FoundationResult: Codable {
    struct Engine: Codable {
        var version: String
        var model: String
    }

    struct Article: Codable {
        var title: String?
        var subtitle: String?
        var authors: [Author]?
        var published: String?
        var siteName: String?
        var section: String?
        var tags: [String]?
        var language: String?
        var url: String?
        var wordCount: Int
        var readingSeconds: Int
        var fingerprint: String?
        var text: String
        var paragraphs: [Paragraph]
        var sentences: [Sentence]
    }

    struct Author: Codable {
        var name: String
    }

    struct Span: Codable {
        var start: Int
        var end: Int
    }

    struct Paragraph: Codable {
        var start: Int
        var end: Int
        var kind: String
        var source: Span?
    }

    struct Sentence: Codable {
        var start: Int
        var end: Int
        var paragraph: Int
    }

    struct Entity: Codable {
        var id: Int
        var name: String
        var type: String
        var salience: Double
        var aliases: [String]?
        var roles: [Role]?
        var country: String?
        var value: String?
        var basis: String?
        var mentions: [Mention]
    }

    struct Role: Codable {
        var title: String
        var start: Int
        var end: Int
    }

    struct Mention: Codable {
        var start: Int
        var end: Int
        var confidence: Double
    }

    struct Quote: Codable {
        var start: Int
        var end: Int
        var speaker: Int?
    }

    struct Keyphrase: Codable {
        var text: String
        var score: Double
    }

    struct Summary: Codable {
        var sentences: [Chosen]
        var text: String
    }

    struct Chosen: Codable {
        var index: Int
        var start: Int
        var end: Int
        var score: Double
    }

    struct Stage: Codable {
        var name: String
        var status: String
        var microseconds: Int?
    }

    var engine: Engine
    var article: Article
    var entities: [Entity]
    var quotes: [Quote]
    var keyphrases: [Keyphrase]
    var summary: Summary
    var stages: [Stage]
}
