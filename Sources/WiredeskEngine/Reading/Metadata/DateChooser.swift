/// Chooses when the article was published and last changed. Nothing after `now` is believed.
struct DateChooser {
    private let sources: MetadataSources
    private let now: Int
    private let parser: DateTextParser

    init(_ sources: MetadataSources, now: Int) {
        self.sources = sources
        self.now = now
        parser = DateTextParser(language: sources.language)
    }

    private static let publishedMetas = [
        "article:published_time", "og:published_time", "og:article:published_time", "datepublished",
        "article:published", "article.published", "publish_date",
        "publish-date", "published_date", "publishdate", "pubdate", "parsely-pub-date", "sailthru.date",
        "dc.date.issued", "dcterms.issued", "dcterms.available",
        "dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime", "article_date_original",
        "originalpublicationdate", "publication_date", "citation_publication_date", "citation_date", "ptime",
        "bt:pubdate", "displaydate", "date_published", "published_time_telegram",
        "shareaholic:article_published_time", "vr:published_time", "article:post_date", "datecreated", "created",
        "rnews:datepublished", "releasedate", "content_create_date", "date",
    ]

    private static let modifiedMetas = [
        "article:modified_time", "og:updated_time", "og:modified_time", "article:modified", "datemodified",
        "dc.date.modified", "dcterms.modified", "last-modified",
        "lastmod", "modified_time", "shareaholic:article_modified_time", "revised", "bt:moddate", "date_modified",
    ]

    var published: PublicationDate? {
        if let date = sources.jsonLD.published.flatMap(machineDate) { return date }
        for name in Self.publishedMetas {
            if let date = sources.all(name).lazy.compactMap(machineDate).first { return date }
        }
        let marks = sources.marked(.date).filter { !Self.saysModified($0.mark) && !Self.saysModified($0.text) }
        let near = marks.sorted { distance($0) < distance($1) }
        for mark in near where Self.saysPublished(mark.mark) {
            if let date = date(of: mark) { return date }
        }
        let address = sources.url.flatMap(WebAddress.init)?.date.flatMap(past)
        if let address, address.precision >= .day { return address }
        let dated = near.lazy.filter { !$0.mark.hasSuffix("datecreated") }.compactMap(date)
        let candidates = [dated.first { $0.precision >= .day }, dateNearHeading, dateInTitle, dated.first, address]
            .compactMap(\.self)
        // A month in the address and a day that agrees with it: the day.
        if let address {
            let days =
                candidates
                + sources.datableLines.lazy.compactMap { parser.first(in: $0.text)?.date }.prefix(20).compactMap(past)
            if let day = days.first(where: { $0.precision >= .day && $0.agrees(with: address) }) { return day }
        }
        return candidates.first ?? labelledDate
    }

    /// A date in a visible line at the article's heading.
    private var dateNearHeading: PublicationDate? {
        for line in sources.linesNearHeading(below: 14, above: 5) where !Self.saysModified(line.text) {
            guard let found = parser.first(in: line.text), found.date.precision >= .day, let date = past(found.date)
            else { continue }
            // A date in a sentence is the story's, not the page's.
            if line.text.utf8.count - found.range.count <= 60 { return date }
        }
        return nil
    }

    private var dateInTitle: PublicationDate? {
        sources.evidence.title.flatMap { parser.first(in: $0) }.flatMap {
            $0.date.precision >= .day ? past($0.date) : nil
        }
    }

    /// A date anywhere that a word beside it calls the page's: "Datum: 26. Januar 2022", "Stand - 12.11.2021".
    private var labelledDate: PublicationDate? {
        for line in sources.datableLines where line.text.utf8.count <= 80 {
            guard let found = parser.first(in: line.text), found.date.precision >= .day else { continue }
            let isLabelled = line.text.split(whereSeparator: { !$0.isLetter }).contains {
                Self.labels.contains($0.lowercased())
            }
            if isLabelled || found.range.count + 2 >= line.text.utf8.count, let date = past(found.date) { return date }
        }
        return nil
    }

    private static let labels: Set<String> = [
        "datum", "date", "published", "posted", "veröffentlicht", "stand", "erstellt", "publié", "publicado",
        "pubblicato", "fecha", "data", "gepostet", "geändert", "updated",
        "aktualisiert", "pressemitteilung",
    ]

    var modified: PublicationDate? {
        if let date = sources.jsonLD.modified.flatMap(machineDate) { return date }
        for name in Self.modifiedMetas {
            if let date = sources.all(name).lazy.compactMap(machineDate).first { return date }
        }
        return sources.marked(.date).lazy.filter { Self.saysModified($0.mark) || Self.saysModified($0.text) }
            .compactMap(date).first
    }

    private func date(of mark: PageEvidence.Marked) -> PublicationDate? {
        mark.value.flatMap(machineDate) ?? parser.first(in: mark.text).flatMap { past($0.date) }
    }

    /// A date from a field that holds nothing else: ISO 8601, a Unix time, or written out.
    private func machineDate(_ text: String) -> PublicationDate? {
        let text = String(text[...].trimmed)
        if let count = Int(text), text.utf8.count == 10 || text.utf8.count == 13 {
            return PublicationDate(secondsSinceEpoch: text.utf8.count == 13 ? count / 1000 : count).flatMap(past)
        }
        if let date = PublicationDate(iso8601Prefix: text), Self.years.contains(date.year) { return past(date) }
        return parser.first(in: text).flatMap { past($0.date) }
    }

    /// Before the web there was print: archives go back far, but year 1 and 1970-01-01 are empty fields.
    private static let years = 1700...2199

    private func past(_ date: PublicationDate) -> PublicationDate? {
        let isEmptyField = date.year == 1970 && date.month == 1 && date.day == 1
        return date.secondsSinceEpoch <= now && !isEmptyField ? date : nil
    }

    private func distance(_ mark: PageEvidence.Marked) -> Int {
        guard let anchor = sources.anchor else { return mark.position }
        return abs(mark.position - anchor)
    }

    private static func saysPublished(_ mark: String) -> Bool {
        mark.lowercased().containsAny(of: publishedWords)
    }

    private static let publishedWords = [
        "publish", "pubdate", "pub-date", "post-date", "postdate", "entry-date", "article-date", "schema:datecreated",
    ]

    private static func saysModified(_ text: String) -> Bool {
        text.lowercased().containsAny(of: modifiedWords)
    }

    private static let modifiedWords = [
        "modified", "updated", "aktualisiert", "geändert", "mis à jour", "actualizado", "aggiornato", "atualizado",
        "zaktualizowano",
    ]
}
