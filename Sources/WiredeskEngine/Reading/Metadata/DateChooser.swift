/// Chooses when the article was published and last changed. Nothing after `now` is believed.
struct DateChooser {
    private let sources: MetadataSources
    private let now: Int
    private let parser: DateTextParser
    private let publishedMarks: [PageEvidence.Marked]

    init(_ sources: MetadataSources, now: Int) {
        self.sources = sources
        self.now = now
        parser = DateTextParser(language: sources.language)
        publishedMarks = Self.publishedMarks(sources)
    }

    var published: PublicationDate? {
        let linked = sources.jsonLD.published.flatMap(machineDate)
        let given = givenDates
        // Where the two that are most often filled in disagree, the one that readers see is right.
        if let linked, let open = given.open, !open.agrees(with: linked), let seen = dateBelowHeading,
            seen.agrees(with: open)
        {
            return open
        }
        if let date = linked ?? given.sure { return asReadersSee(date) }
        let marks = publishedMarks
        if let vague = given.vague {
            let seen = dateSeen(marks)
            return seen.map { $0.agrees(with: vague) ? vague : $0 } ?? asReadersSee(vague)
        }
        for mark in marks where Self.saysPublished(mark.mark) {
            if let date = date(of: mark) { return date }
        }
        let address = sources.address?.date.flatMap(past)
        if let address, address.precision >= .day { return address }
        let dated = marks.lazy.filter { !$0.mark.hasSuffix("datecreated") }.compactMap(date)
        let head = marks.lazy.filter(isAtHead).compactMap(date).first { $0.precision >= .day }
        let candidates = [
            head, dateNearHeading, dateInLead, dateInTitle, dateBehindText, dated.first { $0.precision >= .day },
            dated.first,
            address,
        ].compactMap(\.self)
        // A month in the address and a day that agrees with it: the day.
        if let address {
            let days =
                candidates
                + sources.datableLines.lazy.compactMap { parser.first(in: $0.text)?.date }.prefix(20).compactMap(past)
            if let day = days.first(where: { $0.precision >= .day && $0.agrees(with: address) }) { return day }
        }
        return candidates.first ?? labelledDate
    }

    /// What the metas give: Open Graph, the most trustworthy of all, and what says a date without saying which.
    private var givenDates: (open: PublicationDate?, sure: PublicationDate?, vague: PublicationDate?) {
        var open: PublicationDate?
        for meta in sources.metas(.published) {
            guard let date = machineDate(meta.content) else { continue }
            if meta.rank >= MetaField.vagueDates { return (open, nil, date) }
            if meta.rank == 0 { open = date }
            return (open, date, nil)
        }
        return (nil, nil, nil)
    }

    /// The day that readers see below the heading: above it may stand the day of the visit.
    private var dateBelowHeading: PublicationDate? {
        guard let anchor = sources.anchor else { return nil }
        let marks = publishedMarks.lazy.filter { $0.position >= anchor && isAtHead($0) }
        return marks.compactMap(date).first { $0.precision >= .day }
            ?? date(in: sources.headLines.filter { $0.position >= anchor })
    }

    /// The day that readers see at the article's head.
    private func dateSeen(_ marks: [PageEvidence.Marked]) -> PublicationDate? {
        marks.lazy.filter(isAtHead).compactMap(date).first { $0.precision >= .day } ?? dateNearHeading
    }

    /// A moment in UTC may fall on another day than where the article appeared. Readers see the right one.
    private func asReadersSee(_ date: PublicationDate) -> PublicationDate {
        guard let time = date.time, time.zone == 0 else { return date }
        let seen =
            publishedMarks.lazy.filter(isAtHead).compactMap { parser.first(in: $0.text)?.date }
            .first { $0.precision >= .day }.flatMap(past) ?? dateNearHeading
        if let seen {
            let days = (seen.withoutTime.secondsSinceEpoch - date.withoutTime.secondsSinceEpoch) / Self.secondsOfDay
            // West of Greenwich the day before, east of it the day after.
            if days == -1 && time.hour < 11 || days == 1 && time.hour >= 14 { return seen }
        }
        // Midnight in central Europe is a day that was given without a time.
        if time.minute == 0, time.second ?? 0 == 0, time.hour >= 22, isCentralEuropean,
            let next = PublicationDate(secondsSinceEpoch: date.secondsSinceEpoch + 2 * 3600)
        {
            return next.withoutTime
        }
        return date
    }

    private static let secondsOfDay = 86_400

    /// Whether the page's language is spoken one or two hours east of UTC and hardly elsewhere.
    private var isCentralEuropean: Bool {
        guard let language = sources.language?.prefix(2).lowercased() else { return false }
        return ["de", "it", "nl", "pl", "da", "sv", "nb", "no", "cs", "sk", "hu", "sl", "hr"].contains(language)
    }

    /// Marked dates that may be the article's, those nearest to its heading first.
    private static func publishedMarks(_ sources: MetadataSources) -> [PageEvidence.Marked] {
        let marks = sources.evidence.marked
        var ranked: [(index: Int, distance: Int)] = []
        for index in marks.indices where marks[index].kind == .date && !marks[index].around.contains(.comments) {
            ranked.append((index, sources.distance(marks[index].position)))
        }
        ranked.sort { ($0.distance, $0.index) < ($1.distance, $1.index) }
        return ranked.prefix(maximumMarks).map { marks[$0.index] }
            .filter { !saysModified($0.mark) && !saysModified($0.text) && !$0.text.containsFolded(anyOf: othersDates) }
    }

    /// Marked dates that are looked at, those nearest to the article's heading.
    private static let maximumMarks = 40

    /// What stands before the time of the visit, on a page's clock, and before the day on which a reader joined.
    private static let othersDates: SearchWords = [
        "aktuelle zeit", "current time", "it is currently", "es ist jetzt", "nous sommes le", "registriert", "joined",
        "registered", "mitglied seit", "dabei seit", "member since", "inscrit", "miembro desde", "membro desde",
    ]

    /// Bytes of input above and below the heading or the text's beginning in which the article's own date stands.
    private static let reach = (above: 4000, below: 4000)

    private func isAtHead(_ mark: PageEvidence.Marked) -> Bool {
        guard let anchor = sources.anchor else { return false }
        let text = sources.evidence.mainText ?? anchor..<anchor + Self.reach.below
        let end = max(anchor, min(text.upperBound, text.lowerBound + Self.reach.below))
        return (anchor - Self.reach.above...end).contains(mark.position)
    }

    /// "Published on 4 May 2022" below the text.
    private var dateBehindText: PublicationDate? {
        guard let end = sources.evidence.mainText?.upperBound else { return nil }
        let lines = sources.evidence.lines
        let split = lines.index(from: end)
        for index in max(0, split - 2)..<min(lines.count, split + 4) where !lines.around(index).contains(.comments) {
            let line = lines[index].text
            guard let found = parser.first(in: line), found.date.precision >= .day, Self.isLabelled(line) else {
                continue
            }
            if let date = past(found.date) { return date }
        }
        return nil
    }

    private static func isLabelled(_ line: String) -> Bool {
        line.split(whereSeparator: { !$0.isLetter }).contains { labels.contains($0.lowercased()) }
    }

    /// A date in a visible line at the article's heading.
    private var dateNearHeading: PublicationDate? { date(in: sources.headLines) }

    private func date(in lines: [PageEvidence.Line]) -> PublicationDate? {
        for line in lines {
            guard let found = parser.first(in: line.text), found.date.precision >= .day, let date = past(found.date),
                !Self.saysModified(line.text), !line.text.containsFolded(anyOf: Self.othersDates)
            else { continue }
            // A date in a sentence is the story's, not the page's.
            let isSentence = line.text.ends(in: "?") || line.text.ends(in: "!")
            if !isSentence, line.text.utf8.count - found.range.count <= 60 { return date }
        }
        return nil
    }

    /// The dateline that an article begins with: "Hamburg, (4. Mai 2022). …", "Press release of 4 May 2022 | …".
    private var dateInLead: PublicationDate? {
        for text in sources.evidence.lead {
            let dates = parser.dates(in: text)
            // Two dates are a span or a life.
            guard dates.count == 1, let found = dates.first, found.date.precision >= .day,
                Self.isDateline(Array(text.utf8), found.range)
            else { continue }
            if let date = past(found.date) { return date }
        }
        return nil
    }

    /// Bytes of a place or a label before the date of a dateline.
    private static let longestPlace = 40

    /// Whether a date stands in brackets, or apart by a bar or a dash, behind a place or a label at most.
    private static func isDateline(_ text: [UInt8], _ date: Range<Int>) -> Bool {
        guard date.lowerBound <= longestPlace, date.upperBound < text.count,
            !text[..<date.lowerBound].contains(where: { ".!?*".utf8.contains($0) })
        else { return false }
        let after = text[date.upperBound...].drop { $0 == 0x20 || $0 == 0xC2 || $0 == 0xA0 }
        guard let sign = after.first else { return false }
        if sign == UInt8(ascii: ")") || sign == UInt8(ascii: "]") { return true }
        let isApart = after.startIndex > date.upperBound
        return sign == UInt8(ascii: "|") || sign == UInt8(ascii: ":") || isApart && sign == UInt8(ascii: "-")
            || isApart && after.starts(with: "–".utf8) || isApart && after.starts(with: "—".utf8)
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
            if Self.isLabelled(line.text) || found.range.count + 2 >= line.text.utf8.count, let date = past(found.date)
            {
                return date
            }
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
        if let date = sources.metas(.modified).lazy.compactMap({ machineDate($0.content) }).first { return date }
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

    private static func saysPublished(_ mark: String) -> Bool {
        mark.containsFolded(anyOf: publishedWords)
    }

    private static let publishedWords: SearchWords = [
        "publish", "pubdate", "pub-date", "post-date", "postdate", "entry-date", "article-date", "schema:datecreated",
    ]

    private static func saysModified(_ text: String) -> Bool {
        text.containsFolded(anyOf: modifiedWords)
    }

    private static let modifiedWords: SearchWords = [
        "modified", "updated", "aktualisiert", "geändert", "mis à jour", "actualizado", "aggiornato", "atualizado",
        "zaktualizowano",
    ]
}
