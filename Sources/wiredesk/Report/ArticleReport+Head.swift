import WiredeskModel

extension ArticleReport {
    /// Title, subtitle, and the lines that say who wrote it, when, where and how long it is.
    mutating func addHead(of article: Article) {
        addParagraph(
            StyledText(article.title ?? "(no title)", article.title == nil ? .faint : .title), indent: 0, hanging: 0)
        if let subtitle = article.subtitle { addParagraph(StyledText(subtitle), indent: 0, hanging: 0) }

        var source: [String] = []
        if !article.authors.isEmpty { source.append("By " + Self.enumeration(article.authors.map(\.name))) }
        if let published = article.published { source.append(Self.readableDate(published)) }
        if let modified = article.modified, modified != article.published {
            source.append("updated \(Self.readableDate(modified))")
        }
        if let site = article.siteName { source.append(site) }
        if let section = article.section { source.append(section) }
        addFacts(source)

        let minutes = max(1, (article.readingSeconds + 30) / 60)
        var facts = ["\(Quantity.grouped(article.wordCount)) words, \(minutes) min"]
        if let language = article.language { facts.insert(LanguageName.english(for: language), at: 0) }
        if !article.tags.isEmpty { facts.append("tags: " + article.tags.joined(separator: ", ")) }
        addFacts(facts)
        if let url = article.url { addLine(StyledText(url, .faint)) }
    }

    private mutating func addFacts(_ facts: [String]) {
        addParagraph(StyledText(facts.joined(separator: " · "), .faint), indent: 0, hanging: 0)
    }

    /// `A`, `A and B`, `A, B and C`.
    private static func enumeration(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }

    /// `2025-03-11T09:30:00+01:00` as `11 March 2025, 09:30 +01:00`; less precise dates likewise, anything else as it
    /// is.
    static func readableDate(_ iso8601: String) -> String {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        let halves = iso8601.split(separator: "T", maxSplits: 1)
        guard let date = halves.first else { return iso8601 }
        let parts = date.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count > 1, let year = parts[0], let month = parts[1], months.indices.contains(month - 1) else {
            return iso8601
        }
        guard parts.count == 3, let day = parts[2] else { return "\(months[month - 1]) \(year)" }
        let readable = "\(day) \(months[month - 1]) \(year)"
        guard halves.count == 2, halves[1].count >= 5 else { return readable }
        let time = halves[1].prefix(5)
        guard let zoneStart = halves[1].dropFirst(5).firstIndex(where: { "Z+-".contains($0) }) else {
            return "\(readable), \(time)"
        }
        let zone = halves[1][zoneStart...]
        return "\(readable), \(time) \(zone == "Z" ? "UTC" : String(zone))"
    }
}
