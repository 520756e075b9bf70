import WiredeskModel

extension ArticleReport {
    mutating func addQuotes(_ quotes: [Quote], of article: Article, _ entities: [Entity]) {
        guard !quotes.isEmpty else { return }
        var names: [Int: String] = [:]
        for entity in entities { names[entity.id] = entity.name }
        addSection("Quotes")
        var previous: Int?
        for quote in quotes {
            if let speaker = quote.speaker, let name = names[speaker] {
                // Several quotes of one speaker in a row stand under the name once.
                if speaker != previous { addParagraph(StyledText(name, EntityGroup.people.style)) }
            } else if previous != nil || quote == quotes[0] {
                addParagraph(StyledText("(speaker not named)", .faint))
            }
            previous = quote.speaker
            addParagraph(StyledText(article.text.slice(quote.start, quote.end)), indent: 4, hanging: 4)
        }
    }
}
