import WiredeskModel

extension ArticlePage {
    /// One table of all entities, those that the article is most about first.
    static func table(of entities: [Entity]) -> String {
        guard !entities.isEmpty else { return "" }
        var html = "<section><h2>Entities</h2>\n<div class=\"scroll\"><table>\n<tr>"
        for title in ["Name", "Type", "Salience", "Mentions", "Known"] { html += "<th scope=\"col\">\(title)</th>" }
        html += "</tr>\n"
        for entity in entities.sorted(by: { ($0.salience, -$0.id) > ($1.salience, -$1.id) }) {
            let group = EntityGroup(entity.type)
            html += "<tr><td dir=\"auto\"><mark class=\"\(group)\">\(Markup.escaped(entity.name))</mark></td>"
            html += "<td class=\"type\">\(entity.type.rawValue)</td>"
            html += "<td class=\"number\">\(Quantity.hundredths(entity.salience))</td>"
            html += "<td class=\"number\">\(Quantity.grouped(entity.mentions.count))</td>"
            html += "<td dir=\"auto\">\(Markup.escaped(entity.knowledge))</td></tr>\n"
        }
        return html + "</table></div></section>\n"
    }

    static func list(of quotes: [Quote], _ article: Article, _ names: [Int: String]) -> String {
        guard !quotes.isEmpty else { return "" }
        var html = "<section><h2>Quotes</h2>\n"
        for quote in quotes {
            html += "<blockquote dir=\"auto\">\(Markup.escaped(article.text.slice(quote.start, quote.end)))"
            if let name = quote.speaker.flatMap({ names[$0] }) { html += " <cite>\(Markup.escaped(name))</cite>" }
            html += "</blockquote>\n"
        }
        return html + "</section>\n"
    }

    static func list(of removed: [Removed]) -> String {
        var html = "<section><details><summary>Left out: \(Quantity.of(removed.count, "piece"))</summary>\n<ul>\n"
        for piece in removed { html += struckOut(piece, "li") }
        return html + "</ul></details></section>\n"
    }
}
