/// Chooses who wrote the article: persons, or else one organization.
struct AuthorChooser {
    private let sources: MetadataSources

    init(_ sources: MetadataSources) { self.sources = sources }

    private static let metaNames = [
        "author", "article:author", "article:author_name", "dc.creator", "dcterms.creator", "dc.contributor",
        "parsely-author", "sailthru.author", "byl",
        "authors", "creator", "cxenseparse:author", "og:author", "og:article:author", "citation_author", "vr:author",
        "twitter:data1",
    ]

    var authors: [String] {
        var organizations: [String] = []
        for (isField, texts) in fields.map({ (true, $0) }) + marks.map({ (false, $0) }) + [
            (true, sources.jsonLD.organizations)
        ] {
            let parser = BylineParser(isMarked: true, isField: isField)
            var persons: [String] = []
            var named: [String] = []
            for text in texts.map(PlainMarkup.text) {
                if isSite(text) {
                    named.append(text)
                    continue
                }
                let names = parser.names(in: text)
                for name in names.persons
                where !isSite(name) && !persons.contains(where: { TitleText.folded($0) == TitleText.folded(name) }) {
                    persons.append(name)
                }
                for name in names.organizations where !named.contains(name) { named.append(name) }
            }
            // Beside an agency, a short word in lower case is an editor's sign: "det/dpa".
            let isSign = persons.count == 1 && persons[0].utf8.count <= 4 && persons[0] == persons[0].lowercased()
            if isSign, !named.isEmpty { return persons + named.prefix(1) }
            // Single words beside full names are sites, places or logins.
            let full = persons.filter { $0.contains(" ") }
            if !persons.isEmpty { return Array((full.isEmpty ? persons : full).prefix(Self.maximumAuthors)) }
            if organizations.isEmpty { organizations = named }
        }
        let near = bylineNearHeading
        return near.isEmpty ? Array(organizations.prefix(2)) : near
    }

    /// Names in a visible line at the article's heading that reads as a byline.
    private var bylineNearHeading: [String] {
        let parser = BylineParser(isMarked: false)
        for line in sources.linesNearHeading(below: 14, above: 5) {
            let (rest, hadPrefix) = BylineParser.strippingPrefix(line.text)
            if hadPrefix, !rest.isEmpty {
                let persons = parser.names(in: line.text).persons.filter { !isSite($0) }
                if !persons.isEmpty { return persons }
            } else if let date = DateTextParser(monthComesFirst: false).first(in: line.text), line.text.utf8.count <= 90
            {
                // "Anna Smith, 01.12.2021"
                let around = [
                    line.text.utf8.prefix(date.range.lowerBound), line.text.utf8.dropFirst(date.range.upperBound),
                ]
                for part in around.compactMap({ Substring($0) }) {
                    for name in part.split(whereSeparator: { ",|/–—•·".contains($0) }).map(\.trimmed)
                    where PersonNameTest.isFullName(name) && !isSite(String(name)) {
                        return [String(name)]
                    }
                }
            }
        }
        return []
    }

    private static let maximumAuthors = 20
    private static let readersMarks = ["comment", "widget"]

    /// Groups of texts from fields that hold names alone, the most trustworthy first; the first that names a person wins.
    private var fields: [[String]] {
        var groups: [[String]] = [sources.jsonLD.authors]
        for name in Self.metaNames
        where name != "twitter:data1" || sources.meta("twitter:label1").map(Self.isAuthorLabel) == true {
            groups.append(sources.all(name).filter { !$0.contains("://") })
        }
        return groups
    }

    /// Texts of marked elements, those nearest the article's heading first: others speak of its neighbours.
    private var marks: [[String]] {
        // What readers sign their comments with is no byline.
        let marked = sources.marked(.byline).filter { !$0.mark.containsAny(of: Self.readersMarks) }
        let near = marked.map { (mark: $0, distance: distance($0)) }.sorted { $0.distance < $1.distance }.map(\.mark)
        let strong = near.filter { $0.mark.hasPrefix("rel=") || $0.mark.hasPrefix("itemprop=") }
        return (strong + near).map { [$0.value ?? $0.text, $0.text] }
    }

    private func distance(_ mark: PageEvidence.Marked) -> Int {
        guard let anchor = sources.anchor else { return mark.position }
        return abs(mark.position - anchor)
    }

    private func isSite(_ name: String) -> Bool {
        guard let site = sources.foldedSiteName else { return false }
        return site == TitleText.folded(name)
    }

    private static func isAuthorLabel(_ label: String) -> Bool {
        [
            "written by", "author", "verfasst von", "geschrieben von", "par", "écrit par", "autor", "scritto da",
            "escrito por",
        ]
        .contains(label.lowercased())
    }
}
