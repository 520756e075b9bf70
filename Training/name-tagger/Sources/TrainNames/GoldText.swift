import Foundation

/// A text whose names are known.
struct GoldText {
    struct Name {
        /// UTF-8 bytes.
        var range: Range<Int>
        /// `NameLabel`'s class.
        var nameClass: Int
    }

    var text: [UInt8]
    var names: [Name]
    /// Whether the annotators marked names that are no person, organization or place.
    var hasMisc = true
    var source = LabelSource.people

    private static let classes = ["PER": 0, "ORG": 1, "LOC": 2, "MISC": 3]

    /// Reads `{"text", "entities": [{"start", "end", "type"}]}` lines, offsets in Unicode scalars; those without `entities`
    /// are texts for the teacher, from `unlabelled`.
    static func readLines(_ path: String, hasMisc: Bool, unlabelled: LabelSource) throws -> [GoldText] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").compactMap { line in
            guard let record = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
                let text = record["text"] as? String
            else { return nil }
            var offsets = [0]
            for scalar in text.unicodeScalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
            let names = (record["entities"] as? [[String: Any]] ?? []).compactMap { entity -> Name? in
                guard let start = entity["start"] as? Int, let end = entity["end"] as? Int, start < end,
                    let type = entity["type"] as? String, let nameClass = classes[type]
                else { return nil }
                return Name(range: offsets[start]..<offsets[end], nameClass: nameClass)
            }
            return GoldText(
                text: Array(text.utf8), names: names, hasMisc: hasMisc,
                source: record["entities"] == nil ? unlabelled : .people)
        }
    }

    /// Reads the tokens of token-tag lines, and writes each document's text as it may have been.
    static func readTokens(_ path: String) throws -> [GoldText] {
        var texts: [GoldText] = []
        var text = GoldText(text: [], names: [], source: .teacher)
        var isOpenQuote = false
        var isGlued = true
        for line in try String(contentsOfFile: path, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        {
            if line.hasPrefix("-DOCSTART-") {
                if !text.text.isEmpty { texts.append(text) }
                text = GoldText(text: [], names: [], source: .teacher)
                isOpenQuote = false
                isGlued = true
                continue
            }
            guard let token = line.split(separator: "\t").first else { continue }
            let isQuote = token == "\""
            let closes = isQuote ? isOpenQuote : closing.contains(String(token)) || token.hasPrefix("'")
            if !isGlued, !closes { text.text.append(0x20) }
            text.text += Array(token.utf8)
            isGlued = isQuote ? !isOpenQuote : opening.contains(String(token))
            if isQuote { isOpenQuote.toggle() }
        }
        if !text.text.isEmpty { texts.append(text) }
        return texts
    }

    private static let closing: Set<String> = [".", ",", ";", ":", "?", "!", ")", "]", "}", "%", "n't", "’s", "-"]
    private static let opening: Set<String> = ["(", "[", "{", "$", "£", "-"]

    /// The same text in capitals, or in small letters, as headlines and careless writers have it.
    func written(inCapitals: Bool) -> GoldText {
        var copy = self
        copy.text = text.map { byte in
            let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            return isLetter ? inCapitals ? byte & 0xDF : byte | 0x20 : byte
        }
        return copy
    }
}
