import WiredeskModel

extension ArticleReport {
    /// Title, subtitle, and the lines that say who wrote it, when, where and how long it is.
    mutating func addHead(of article: Article) {
        addParagraph(
            StyledText(article.title ?? "(no title)", article.title == nil ? .faint : .title), indent: 0, hanging: 0)
        if let subtitle = article.subtitle { addParagraph(StyledText(subtitle), indent: 0, hanging: 0) }

        var source: [String] = []
        if !article.authors.isEmpty { source.append("By " + Self.enumeration(article.authors.map(\.name))) }
        if let published = article.published { source.append(ReadableDate.text(published)) }
        if let modified = article.modified.flatMap({ ReadableDate.text($0, after: article.published) }) {
            source.append("updated \(modified)")
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

    /// Adds them with dots between; a line ends between two rather than inside one.
    private mutating func addFacts(_ facts: [String]) {
        var line = StyledText()
        for fact in facts.map({ StyledText($0, .faint) }) {
            if !line.isEmpty, line.columns + 3 + fact.columns > terminal.columns {
                addParagraph(line, indent: 0, hanging: 0)
                line = StyledText()
            }
            if !line.isEmpty { line.append(" · ", .faint) }
            line.append(fact)
        }
        addParagraph(line, indent: 0, hanging: 0)
    }

    /// `A`, `A and B`, `A, B and C`.
    private static func enumeration(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
