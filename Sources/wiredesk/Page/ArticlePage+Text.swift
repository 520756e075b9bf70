import WiredeskModel

extension ArticlePage {
    /// The clean text with every mention marked, its entity's name and type in the tooltip.
    static func text(of article: Article, _ entities: [Entity]) -> String {
        let marks = MarkedText.marks(of: entities)
        var names: [Int: String] = [:]
        for entity in entities { names[entity.id] = entity.name }
        var html = "<section class=\"text\""
        if let language = article.language { html += " lang=\"\(Markup.escaped(language))\"" }
        html += ">\n"
        var next = 0
        for (index, paragraph) in article.paragraphs.enumerated() {
            var body = ""
            var position = paragraph.start
            while next < marks.count, marks[next].range.lowerBound < paragraph.start { next += 1 }
            while next < marks.count, marks[next].range.upperBound <= paragraph.end {
                let mark = marks[next]
                body += Markup.escaped(article.text.slice(position, mark.range.lowerBound))
                let name = Markup.escaped("\(names[mark.entity] ?? ""), \(mark.type.rawValue)")
                body += "<mark class=\"\(EntityGroup(mark.type))\" title=\"\(name)\">"
                body += Markup.escaped(article.text.slice(mark.range.lowerBound, mark.range.upperBound)) + "</mark>"
                position = mark.range.upperBound
                next += 1
            }
            body += Markup.escaped(article.text.slice(position, paragraph.end))
            html += wrapped(
                body, kind: paragraph.kind, before: kind(article, index - 1), after: kind(article, index + 1))
        }
        return html + "</section>\n"
    }

    private static func kind(_ article: Article, _ index: Int) -> ParagraphKind? {
        article.paragraphs.indices.contains(index) ? article.paragraphs[index].kind : nil
    }

    private static func wrapped(
        _ body: String, kind: ParagraphKind, before: ParagraphKind?, after: ParagraphKind?
    ) -> String {
        switch kind {
        case .body: "<p dir=\"auto\">\(body)</p>\n"
        case .heading: "<h3 dir=\"auto\">\(body)</h3>\n"
        case .quote: "<blockquote dir=\"auto\">\(body)</blockquote>\n"
        case .caption: "<p class=\"caption\" dir=\"auto\">\(body)</p>\n"
        case .list:
            (before == .list ? "" : "<ul>\n") + "<li dir=\"auto\">\(body)</li>\n" + (after == .list ? "" : "</ul>\n")
        }
    }
}
