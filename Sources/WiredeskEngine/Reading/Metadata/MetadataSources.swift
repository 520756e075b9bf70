/// A page's evidence, indexed for those who choose among it.
struct MetadataSources {
    let evidence: PageEvidence
    let jsonLD: JSONLDReader
    let callersURL: String?
    private let metas: [String: [String]]
    private(set) var siteName: String?
    private(set) var foldedSiteName: String?
    private(set) var url: String?
    /// The headline that `TitleChooser` chose.
    private(set) var title: String?
    /// Where the article's own heading stands, or else its text: byline and date stand close by.
    private(set) var anchor: Int?

    init(_ evidence: PageEvidence, context: ReadingContext) {
        self.evidence = evidence
        jsonLD = JSONLDReader(evidence.jsonLD)
        callersURL = context.url
        var metas: [String: [String]] = [:]
        for meta in evidence.metas {
            let content = String(meta.content[...].trimmed)
            if !content.isEmpty { metas[meta.name, default: []].append(content) }
        }
        self.metas = metas
        siteName = namedSite
        foldedSiteName = siteName.map(TitleText.folded)
        url = canonicalURL
        title = TitleChooser(self).title
        anchor = headingPosition
    }

    private var headingPosition: Int? {
        let headings = evidence.headings.filter { $0.level <= 3 && !$0.text.isEmpty }
        if let title = title.map(TitleText.folded), !title.isEmpty,
            let heading = headings.first(where: { TitleText.folded(PlainMarkup.text($0.text)) == title })
        {
            return heading.position
        }
        return headings.first { $0.level == 1 }?.position ?? evidence.mainText?.lowerBound
    }

    /// The lines around the article's heading, nearest first: up to `below` after it and `above` before it.
    func linesNearHeading(below: Int, above: Int) -> [PageEvidence.Line] {
        guard let anchor else { return [] }
        let lines = evidence.lines
        let split = lines.index(from: anchor)
        let after = split..<min(lines.count, split + below)
        let before = max(0, split - above)..<split
        return after.map { lines[$0] } + before.reversed().map { lines[$0] }
    }

    /// The lines with digits enough for a date, in the page's order.
    var datableLines: some Sequence<PageEvidence.Line> {
        let lines = evidence.lines
        return (0..<lines.count).lazy.filter { index in
            var digits = 0
            for byte in lines.bytes(index) where byte &- 0x30 < 10 { digits += 1 }
            return digits >= 4
        }.map { lines[$0] }
    }

    /// The first content of the first of these metas that has one.
    func meta(_ names: String...) -> String? { meta(names) }

    func meta(_ names: [String]) -> String? {
        for name in names {
            if let content = metas[name]?.first { return content }
        }
        return nil
    }

    /// Every content of one meta, in the page's order.
    func all(_ name: String) -> [String] { metas[name] ?? [] }

    func marked(_ kind: PageEvidence.Marked.Kind) -> [PageEvidence.Marked] {
        evidence.marked.filter { $0.kind == kind }
    }

    private var namedSite: String? {
        let name =
            meta("og:site_name") ?? jsonLD.siteName ?? meta("application-name", "apple-mobile-web-app-title")
            ?? marked(.siteName).first?.text
        return name.map(PlainMarkup.text).flatMap { $0.isEmpty || $0.utf8.count > 100 ? nil : $0 }
    }

    var section: String? {
        let section =
            meta("article:section", "section", "parsely-section", "dc.subject") ?? jsonLD.section
            ?? marked(.section).first?.text
        return section.map(PlainMarkup.text).flatMap { $0.isEmpty || $0.utf8.count > 80 ? nil : $0 }
    }

    var tags: [String] {
        var tags: [String] = []
        var seen: Set<String> = []
        func add(_ texts: [String]) {
            for text in texts {
                for tag in text.split(whereSeparator: { $0 == "," || $0 == ";" }) {
                    let tag = PlainMarkup.text(String(tag))
                    guard !tag.isEmpty, tag.utf8.count <= 80, tags.count < Self.maximumTags else { continue }
                    if seen.insert(tag.lowercased()).inserted { tags.append(tag) }
                }
            }
        }
        add(all("article:tag"))
        if tags.isEmpty { add(jsonLD.tags) }
        if tags.isEmpty { add(all("news_keywords")) }
        if tags.isEmpty { add(all("keywords")) }
        if tags.isEmpty { add(marked(.tag).map(\.text)) }
        return tags
    }

    private static let maximumTags = 50

    /// The markup's language; empty and malformed claims are none.
    var language: String? {
        let claim =
            evidence.language ?? jsonLD.language ?? meta("og:locale", "content-language", "language", "dc.language")
        guard let claim else { return nil }
        let tag = claim.replacing("_", with: "-").trimmed(of: " ")
        let isTag =
            !tag.isEmpty && tag.utf8.count <= 35
            && tag.utf8.allSatisfy { byte in
                (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
            }
        let primary = tag.prefix { $0 != "-" }
        return isTag && (2...3).contains(primary.utf8.count) ? tag : nil
    }

    private var canonicalURL: String? {
        let links = evidence.links.filter { $0.rel.split(separator: " ").contains("canonical") }.map(\.href)
        for candidate in links + all("og:url") + [jsonLD.url].compactMap(\.self) {
            if let url = WebAddress.absolute(candidate, base: callersURL) { return url }
        }
        return callersURL
    }

    var image: String? {
        for candidate in all("og:image") + all("og:image:url") + [jsonLD.image].compactMap(\.self)
            + all("twitter:image")
        {
            if let image = WebAddress.absolute(candidate, base: url) { return image }
        }
        return nil
    }
}
