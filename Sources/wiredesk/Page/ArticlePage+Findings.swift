import WiredeskModel

extension ArticlePage {
    /// One table of all entities, in the groups and the order of the text form.
    static func table(of entities: [Entity]) -> String {
        guard !entities.isEmpty else { return "" }
        var html =
            "<section><h2>Entities</h2>\n<table>\n<tr><th>Name</th><th>Type</th><th>Mentions</th><th>Known</th></tr>\n"
        for group in EntityGroup.allCases {
            for entity in group.members(of: entities) {
                html += "<tr><td dir=\"auto\"><mark class=\"\(group)\">\(Markup.escaped(entity.name))</mark></td>"
                html += "<td>\(entity.type.rawValue)</td><td>\(entity.mentions.count)</td>"
                html += "<td dir=\"auto\">\(Markup.escaped(entity.knowledge))</td></tr>\n"
            }
        }
        return html + "</table></section>\n"
    }

    static func list(of quotes: [Quote], _ article: Article, _ entities: [Entity]) -> String {
        guard !quotes.isEmpty else { return "" }
        var html = "<section><h2>Quotes</h2>\n"
        for quote in quotes {
            html += "<blockquote dir=\"auto\">\(Markup.escaped(article.text.slice(quote.start, quote.end)))"
            if let speaker = quote.speaker, let entity = entities.first(where: { $0.id == speaker }) {
                html += " <cite>\(Markup.escaped(entity.name))</cite>"
            }
            html += "</blockquote>\n"
        }
        return html + "</section>\n"
    }

    static func list(of removed: [Removed]) -> String {
        var html = "<section><details><summary>Left out: \(Quantity.of(removed.count, "piece"))</summary>\n<ul>\n"
        for stretch in removed {
            html += "<li dir=\"auto\"><small>\(stretch.reason.rawValue)</small> \(Markup.escaped(stretch.text))</li>\n"
        }
        return html + "</ul></details></section>\n"
    }
}
