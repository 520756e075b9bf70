import WiredeskModel

extension ArticlePage {
    /// The clean text with what was found in it marked, and what was left out where it stood, struck out: the same
    /// elements and classes as in the playground.
    static func text(of article: Article, _ analysis: Analysis) -> String {
        let names = names(of: analysis)
        var removed = article.removed.sorted { ($0.source?.start ?? 0) < ($1.source?.start ?? 0) }[...]
        var cutter = TextCutter(analysis)
        var html = "<section class=\"text\""
        if let language = article.language { html += " lang=\"\(Markup.escaped(language))\"" }
        html += ">\n"
        var isInList = false
        func close() {
            if isInList { html += "</ul>\n" }
            isInList = false
        }
        for paragraph in article.paragraphs {
            while let source = paragraph.source, let piece = removed.first, (piece.source?.start ?? 0) < source.start {
                close()
                html += struckOut(piece, "p class=\"removed\"")
                removed.removeFirst()
            }
            if paragraph.kind == .list {
                if !isInList { html += "<ul>\n" }
                isInList = true
            } else {
                close()
            }
            let body = cutter.pieces(of: paragraph).map { marked($0, article.text, names) }.joined()
            html += element(for: paragraph.kind, body)
        }
        close()
        for piece in removed { html += struckOut(piece, "p class=\"removed\"") }
        return html + "</section>\n"
    }

    /// A piece that was left out, and why.
    ///
    /// - Parameter tag: the element that holds it, with its attributes.
    static func struckOut(_ piece: Removed, _ tag: String) -> String {
        // The reason has a direction of its own, so that only the text decides that of the whole.
        let reason = "<small class=\"reason\" dir=\"ltr\">\(piece.reason.rawValue)</small>"
        let text = "<del>\(Markup.escaped(piece.text))</del>"
        return "<\(tag) dir=\"auto\">\(reason)\(text)</\(tag.prefix { $0 != " " })>\n"
    }

    static func names(of analysis: Analysis) -> [Int: String] {
        Dictionary((analysis.entities ?? []).map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    private static func marked(_ piece: TextPiece, _ text: String, _ names: [Int: String]) -> String {
        var html = Markup.escaped(text.slice(piece.start, piece.end))
        if let mark = piece.mark {
            let title = Markup.escaped("\(names[mark.entity] ?? ""), \(mark.type.rawValue)")
            html = "<mark class=\"\(EntityGroup(mark.type))\" title=\"\(title)\">\(html)</mark>"
        }
        var classes: [String] = []
        if piece.isInSummary { classes.append("in-summary") }
        if piece.quote != nil { classes.append("in-quote") }
        guard !classes.isEmpty else { return html }
        let speaker = piece.quote?.speaker.flatMap { names[$0] }
        let title = speaker.map { " title=\"said by \(Markup.escaped($0))\"" } ?? ""
        return "<span class=\"\(classes.joined(separator: " "))\"\(title)>\(html)</span>"
    }

    private static func element(for kind: ParagraphKind, _ body: String) -> String {
        switch kind {
        case .body: "<p dir=\"auto\">\(body)</p>\n"
        case .heading: "<h3 dir=\"auto\">\(body)</h3>\n"
        case .quote: "<blockquote dir=\"auto\">\(body)</blockquote>\n"
        case .caption: "<p class=\"caption\" dir=\"auto\">\(body)</p>\n"
        case .list: "<li dir=\"auto\">\(body)</li>\n"
        }
    }
}
