import WiredeskModel

/// The HTML form: a page that stands alone, with one section for each article. No scripts and nothing loaded from
/// elsewhere, so that what an article contains stays text.
///
/// Its results count spans in UTF-8 bytes.
enum ArticlePage {
    static func header(title: String?) -> String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>\(Markup.escaped(title ?? "Wiredesk"))</title>
        <style>
        \(PageStyle.sheet)
        </style>
        </head>
        <body>

        """
    }

    static let footer = "</body>\n</html>\n"

    static func section(for analysis: Analysis) -> String {
        var page = "<article>\n"
        if let article = analysis.article { page += head(of: article) + toggles(of: analysis) }
        if let summary = analysis.summary, !summary.text.isEmpty {
            let isLeftward = LanguageName.isWrittenLeftward(analysis.article?.language)
            page += "<section class=\"summary\" dir=\"\(isLeftward ? "rtl" : "ltr")\"><h2>Summary</h2>\n"
            page += "<p dir=\"auto\">\(Markup.escaped(summary.text))</p></section>\n"
        }
        if let article = analysis.article { page += text(of: article, analysis) }
        page += table(of: analysis.entities ?? [])
        if let article = analysis.article { page += list(of: analysis.quotes ?? [], article, names(of: analysis)) }
        if let phrases = analysis.keyphrases, !phrases.isEmpty {
            page += "<section><h2>Key phrases</h2>\n<ul class=\"phrases\">"
            for phrase in phrases { page += "<li dir=\"auto\">\(Markup.escaped(phrase.text))</li>" }
            page += "</ul></section>\n"
        }
        if let removed = analysis.article?.removed, !removed.isEmpty { page += list(of: removed) }
        return page + warnings(of: analysis) + times(of: analysis.stages) + "</article>\n"
    }

    private static func warnings(of analysis: Analysis) -> String {
        var warnings = analysis.warnings
        for stage in analysis.stages where stage.status != .ok && stage.status != .skipped {
            warnings.append("\(stage.name.rawValue) \(stage.status.rawValue)" + (stage.message.map { ": \($0)" } ?? ""))
        }
        guard !warnings.isEmpty else { return "" }
        let items = warnings.map { "<li>\(Markup.escaped($0))</li>" }.joined()
        return "<section><h2>Warnings</h2>\n<ul>\(items)</ul></section>\n"
    }
}
