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
        let parser = BylineParser(isMarked: true)
        var organizations: [String] = []
        for texts in candidates {
            var persons: [String] = []
            for text in texts {
                let names = parser.names(in: PlainMarkup.text(text))
                for name in names.persons
                where !isSite(name) && !persons.contains(where: { Self.folded($0) == Self.folded(name) }) {
                    persons.append(name)
                }
                for name in names.organizations where !organizations.contains(name) { organizations.append(name) }
            }
            // Single words beside full names are sites, places or logins.
            let full = persons.filter { $0.contains(" ") }
            if !persons.isEmpty { return Array((full.isEmpty ? persons : full).prefix(Self.maximumAuthors)) }
        }
        return Array(organizations.prefix(1))
    }

    private static let maximumAuthors = 20

    /// Groups of texts, the most trustworthy first; the first group that names a person wins.
    private var candidates: [[String]] {
        var groups: [[String]] = [sources.jsonLD.authors]
        for name in Self.metaNames
        where name != "twitter:data1" || sources.meta("twitter:label1").map(Self.isAuthorLabel) == true {
            groups.append(sources.all(name).filter { !$0.contains("://") })
        }
        let marked = sources.marked(.byline)
        let strong = marked.filter { $0.mark.hasPrefix("rel=") || $0.mark.hasPrefix("itemprop=") }
        for marks in [strong, marked] {
            // The marks near the text's beginning speak of this article, others of its neighbours.
            for mark in marks.sorted(by: { distance($0) < distance($1) }) {
                groups.append([mark.value ?? mark.text, mark.text])
            }
        }
        groups.append(sources.jsonLD.organizations)
        return groups
    }

    private func distance(_ mark: PageEvidence.Marked) -> Int {
        guard let text = sources.evidence.mainText else { return mark.position }
        return abs(mark.position - text.lowerBound)
    }

    private func isSite(_ name: String) -> Bool {
        guard let site = sources.siteName else { return false }
        return Self.folded(site) == Self.folded(name)
    }

    private static func isAuthorLabel(_ label: String) -> Bool {
        [
            "written by", "author", "verfasst von", "geschrieben von", "par", "écrit par", "autor", "scritto da",
            "escrito por",
        ]
        .contains(label.lowercased())
    }

    private static func folded(_ name: String) -> String { name.lowercased().filter { $0.isLetter } }
}
