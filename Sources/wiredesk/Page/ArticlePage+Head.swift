import WiredeskModel

extension ArticlePage {
    static func head(of article: Article) -> String {
        var head = "<header>\n<h1 dir=\"auto\">\(Markup.escaped(article.title ?? "(no title)"))</h1>\n"
        if let subtitle = article.subtitle {
            head += "<p class=\"subtitle\" dir=\"auto\">\(Markup.escaped(subtitle))</p>\n"
        }
        var facts: [String] = []
        if !article.authors.isEmpty {
            facts.append(article.authors.map { Markup.escaped($0.name) }.joined(separator: ", "))
        }
        if let published = article.published {
            let date = Markup.escaped(published)
            facts.append("<time datetime=\"\(date)\">\(Markup.escaped(ReadableDate.text(published)))</time>")
        }
        if let site = article.siteName { facts.append(Markup.escaped(site)) }
        if let section = article.section { facts.append(Markup.escaped(section)) }
        if let language = article.language { facts.append(Markup.escaped(LanguageName.english(for: language))) }
        facts.append("\(Quantity.grouped(article.wordCount)) words, \(max(1, (article.readingSeconds + 30) / 60)) min")
        head += "<p class=\"facts\">\(facts.map { "<bdi>\($0)</bdi>" }.joined(separator: " · "))</p>\n"
        if let url = article.url { head += "<p class=\"facts\">\(Markup.link(to: url))</p>\n" }
        return head + "</header>\n"
    }
}
