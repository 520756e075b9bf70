/// Tells a person's name from a topic by its shape alone: "Majid Rafizadeh" from "World Cup 2018 day five".
enum PersonNameTest {
    /// Two to four words, each beginning in upper case and going on in lower case (initials and particles aside), none of
    /// them a common noun of headlines.
    static func isFullName(_ text: Substring) -> Bool {
        let words = text.split(separator: " ")
        guard (2...4).contains(words.count), let first = words.first, let last = words.last else { return false }
        var full = 0
        for word in words {
            let lower = word.lowercased()
            if BylineWords.particles.contains(lower), word != first, word != last { continue }
            if Self.topics.contains(lower) || BylineWords.organizations.contains(lower)
                || BylineWords.roles.contains(lower)
                || BylineWords.commonWords.contains(lower) || BylineWords.times.contains(lower)
            {
                return false
            }
            guard let initial = word.first, initial.isUppercase else { return false }
            let rest = word.dropFirst()
            if rest == "." || rest.isEmpty { continue }
            guard rest.allSatisfy({ $0.isLetter || $0 == "'" || $0 == "’" || $0 == "-" || $0 == "." }),
                rest.contains(where: \.isLowercase)
            else { return false }
            full += 1
        }
        return full >= 2 || (full == 1 && words.count >= 2 && last.count > 2)
    }

    /// Words that stand before a headline's colon and begin in upper case there.
    private static let topics: Set<String> = [
        "world", "cup", "day", "live", "breaking", "update", "updates", "exclusive", "opinion", "analysis", "review",
        "video", "watch", "report", "reports",
        "interview", "profile", "feature", "special", "election", "elections", "covid", "coronavirus", "president",
        "minister", "prime", "united", "states", "kingdom", "north", "south",
        "east", "west", "new", "york", "city", "war", "league", "premier", "football", "formula", "grand", "prix",
        "olympic", "olympics", "games", "state", "house", "white", "supreme",
        "court", "police", "market", "markets", "stock", "study", "climate", "change", "middle", "hong", "kong", "los",
        "angeles", "san", "francisco", "las", "vegas", "saudi", "arabia", "sri",
        "lanka", "costa", "rica", "puerto", "african", "american", "european", "union", "british", "national",
        "international", "general", "first", "last", "best", "top", "how", "why", "what",
        "q&a", "explainer", "explained", "fact", "check", "letter", "letters", "column", "comment", "obituary", "week",
        "year", "morning", "evening", "summer", "winter", "spring", "autumn",
        "black", "friday", "sunday", "monday", "super", "bowl", "champions", "bank", "street", "wall", "health", "care",
        "social", "data", "energy", "air", "sea", "party", "human", "rights",
    ]
}
