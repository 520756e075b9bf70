import Foundation
import WiredeskModel

extension AnnotatedArticle {
    /// Every article of the folder, in the order of their names.
    static func all() throws -> [AnnotatedArticle] {
        let folder = Bundle.module.bundleURL.appending(path: "Texts")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try files.sorted { $0.lastPathComponent < $1.lastPathComponent }.map { file in
            try AnnotatedArticle(
                file.deletingPathExtension().lastPathComponent, String(contentsOf: file, encoding: .utf8))
        }
    }

    /// - Throws: `Malformed` where the annotation does not match its text or itself.
    init(_ name: String, _ file: String) throws(Malformed) {
        func malformed(_ reason: String) -> Malformed { Malformed(article: name, reason: reason) }

        let parts = file.components(separatedBy: "\n---\n")
        guard parts.count == 3 else { throw malformed("\(parts.count) parts instead of article, entities, quotes") }
        var paragraphs = parts[0].components(separatedBy: "\n\n")
            .map { $0.trimmingCharacters(in: .newlines).replacingOccurrences(of: "\n", with: " ") }
        let head = parts[0].components(separatedBy: "\n\n")[0].components(separatedBy: "\n")
        guard head.count == 2, head[0].hasPrefix("published: "), head[1].hasPrefix("headline: ") else {
            throw malformed("no published and headline")
        }
        paragraphs[0] = String(head[1].dropFirst("headline: ".count))

        var entities: [String: AnnotatedEntity] = [:]
        for line in parts[1].split(separator: "\n") {
            let (key, entity) = try Self.entity(line, in: name)
            guard entities.updateValue(entity, forKey: key) == nil else { throw malformed("\(key) is there twice") }
        }

        let body = paragraphs.dropFirst().joined(separator: "\n\n")
        var input = paragraphs[0] + "\n\n"
        let start = input.utf8.count
        var mentions: [AnnotatedMention] = []
        for (index, piece) in body.components(separatedBy: "[").enumerated() {
            let sides = piece.components(separatedBy: "]")
            guard sides.count == (index == 0 ? 1 : 2) else { throw malformed("brackets at \(piece.prefix(40))") }
            if index > 0 {
                let words = sides[0].components(separatedBy: "|")
                let key = words[words.count - 1]
                guard words.count <= 2, !words[0].isEmpty else { throw malformed("mention \(sides[0])") }
                guard entities[key] != nil else { throw malformed("no entity \(key)") }
                let mentionStart = input.utf8.count
                input += words[0]
                mentions.append(AnnotatedMention(span: mentionStart..<input.utf8.count, entity: key))
            }
            input += sides[sides.count - 1]
        }
        for key in entities.keys.sorted() where !mentions.contains(where: { $0.entity == key }) {
            throw malformed("\(key) is mentioned nowhere")
        }

        var quotes: [AnnotatedQuote] = []
        for line in parts[2].split(separator: "\n") {
            let sides = line.components(separatedBy: ": ")
            guard sides.count == 2, entities[sides[0]] != nil else { throw malformed("quote \(line)") }
            let found = input.ranges(of: sides[1])
            guard found.count == 1 else { throw malformed("\(found.count) quotes begin with \(sides[1])") }
            let offset = input.utf8.distance(from: input.startIndex, to: found[0].lowerBound)
            quotes.append(AnnotatedQuote(start: offset, speaker: sides[0]))
        }

        description = name
        published = String(head[0].dropFirst("published: ".count))
        self.input = input
        self.body = start..<input.utf8.count
        self.mentions = mentions
        self.entities = entities
        self.quotes = quotes
    }

    private static func entity(
        _ line: Substring, in article: String
    ) throws(Malformed) -> (key: String, entity: AnnotatedEntity) {
        let fields = line.split(separator: "|", omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespaces) }
        func malformed(_ reason: String) -> Malformed { Malformed(article: article, reason: "\(reason): \(line)") }
        func field(_ index: Int) -> String? {
            fields.indices.contains(index) && !fields[index].isEmpty ? fields[index] : nil
        }

        guard (2...4).contains(fields.count), !fields[0].isEmpty else { throw malformed("fields") }
        guard let type = EntityType(rawValue: fields[1]) else { throw malformed("type") }
        let isPlace = type == .geopolitical || type == .nationality
        let country = field(3).flatMap { AnnotatedCountry($0) }
        if isPlace != (country != nil) { throw malformed("country") }
        if type == .date, field(2) == nil { throw malformed("value") }
        if !isPlace, type != .person, field(3) != nil { throw malformed("more than a name") }
        let roles = type == .person ? (field(3) ?? "").split(separator: ";").map(AnnotatedRole.init) : []
        let entity = AnnotatedEntity(
            type: type, name: type == .date ? fields[0] : field(2) ?? fields[0], value: type == .date ? field(2) : nil,
            roles: roles, country: country)
        return (fields[0], entity)
    }
}
