/// A page's evidence, indexed for those who choose among it. A class because it is shared by all of them and has many
/// parts: as a value it would cost a reference count each whenever it is handed on.
final class MetadataSources {
    let evidence: PageEvidence
    let jsonLD: JSONLDReader
    let callersURL: String?
    /// By `MetaField`: what the page gives, the most trustworthy first.
    private let metas: [[(rank: Int, content: String)]]
    private(set) var siteName: String?
    private(set) var foldedSiteName: String?
    /// The host, and its first label, folded.
    private(set) var hostNames: [String] = []
    /// Whether the host is a site's own: "gull.example", not "anna.blogs.example".
    private(set) var hasOwnHost = false
    private(set) var url: String?
    private(set) var address: WebAddress?
    /// The headline that `TitleChooser` chose.
    private(set) var title: String?
    /// Where the article's own heading stands, or else its text: byline and date stand close by.
    private(set) var anchor: Int?
    /// The lines at the article's head, those below its heading first. Readers' comments and what stands behind the
    /// text are left out.
    private(set) var headLines: [PageEvidence.Line] = []

    init(_ evidence: PageEvidence, context: ReadingContext) {
        self.evidence = evidence
        jsonLD = JSONLDReader(evidence.jsonLD)
        callersURL = context.url
        var metas = Array(repeating: [(rank: Int, content: String)](), count: MetaField.allCases.count)
        for meta in evidence.metas {
            guard !meta.content.isEmpty, let (field, rank) = MetaField.of(meta.name) else { continue }
            let place = metas[field.rawValue].firstIndex { $0.rank > rank } ?? metas[field.rawValue].count
            metas[field.rawValue].insert((rank, meta.content), at: place)
        }
        self.metas = metas
        siteName = namedSite
        url = canonicalURL
        address = url.flatMap(WebAddress.init)
        foldedSiteName = siteName.map(TitleText.folded)
        if let host = address?.host {
            let bare = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
            let labels = bare.parts(by: UInt8(ascii: "."))
            hostNames = [TitleText.folded(bare), TitleText.folded(labels.first ?? "")]
            hasOwnHost = labels.count == 2
        }
        let choice = TitleChooser(self).choice
        title = choice?.title
        anchor = choice?.position ?? headingPosition
        headLines = linesAtHead()
    }

    private var headingPosition: Int? {
        let headings = evidence.headings
        if let title = title.map({ TitleText.folded($0) }) {
            for heading in headings where heading.level <= 3 {
                if TitleText.beginning(of: title, with: heading.text) == .whole { return heading.position }
            }
        }
        return headings.first { $0.level == 1 && !$0.text.isEmpty }?.position ?? evidence.mainText?.lowerBound
    }

    /// Lines at an article's head that may be its byline or its date: below the heading, above it, above the text.
    private static let reach = (below: 14, above: 5, aboveText: 4)

    private func linesAtHead() -> [PageEvidence.Line] {
        guard let anchor else { return [] }
        let lines = evidence.lines
        let end = evidence.mainText.map { lines.index(from: max($0.upperBound, anchor + 1)) } ?? lines.count
        let heading = min(lines.index(from: anchor), end)
        let below = heading..<min(end, heading + Self.reach.below)
        let above = max(0, heading - Self.reach.above)..<heading
        let text = evidence.mainText.map { min(lines.index(from: $0.lowerBound), end) } ?? below.upperBound
        let aboveText = max(below.upperBound, text - Self.reach.aboveText)..<max(below.upperBound, text)
        let indices = Array(below) + above.reversed() + aboveText
        // In a forum the text itself is a comment.
        let isForum = text > 0 && text <= lines.count && lines.around(text - 1).contains(.comments)
        return indices.filter { isForum || !lines.around($0).contains(.comments) }.map { lines[$0] }
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

    /// What the page gives for a field, by the names' rank and in the page's order.
    func metas(_ field: MetaField) -> [(rank: Int, content: String)] { metas[field.rawValue] }

    /// What the page gives for a field under its most trustworthy name.
    func meta(_ field: MetaField) -> String? { metas[field.rawValue].first?.content }

    func contents(_ field: MetaField) -> [String] { metas[field.rawValue].map(\.content) }

    /// Bytes of input between a place and the article's heading.
    func distance(_ position: Int) -> Int { anchor.map { abs(position - $0) } ?? position }

    func marked(_ kind: PageEvidence.Marked.Kind) -> [PageEvidence.Marked] {
        evidence.marked.filter { $0.kind == kind }
    }

    /// The text of the first element that is marked so.
    func firstMarked(_ kind: PageEvidence.Marked.Kind) -> String? {
        let marks = evidence.marked
        return marks.indices.first { marks[$0].kind == kind }.map { marks[$0].text }
    }

    private var namedSite: String? {
        let open = metas(.siteName).first { $0.rank == 0 }?.content
        let title = meta(.title).map { TitleText.key($0) }
        let page = TitleText.folded(evidence.title ?? "")
        for candidate in [open, jsonLD.siteName] + contents(.siteName) + [firstMarked(.siteName)] {
            guard let name = candidate.map(PlainMarkup.text), !name.isEmpty else { continue }
            // Pages write their title in here too, and a title may be the site's name; but that has few words.
            let isTitle =
                name.utf8.count(where: { $0 == 0x20 }) >= Self.longestSiteName && TitleText.key(name) == title
                && TitleText.beginning(of: page, with: name) != .other
                && evidence.headings.contains { TitleText.key($0.text) == title }
            if !isTitle { return name.utf8.count > 100 ? nil : name }
        }
        return nil
    }

    /// Words of a site's name.
    private static let longestSiteName = 4

    /// What the site is called, and its host's names, folded.
    var siteNames: [String] { [foldedSiteName].compactMap(\.self) + hostNames }

    var section: String? {
        let section =
            meta(.section) ?? jsonLD.section
            ?? markedSection
        return section.map(PlainMarkup.text).flatMap { $0.isEmpty || $0.utf8.count > 80 ? nil : $0 }
    }

    /// Names of elements say "section" of any part of a page; the vocabulary of schema.org says it of the article.
    private var markedSection: String? {
        let marks = evidence.marked
        return marks.indices.first { marks[$0].kind == .section && marks[$0].mark.hasPrefix("itemprop=") }
            .map { marks[$0].text }
    }

    /// Elements whose lists of topics are the site's or other articles'.
    private static let othersTags: MarkupEvidence = [
        .navigation, .header, .footer, .sidebar, .related, .popular, .teaser,
    ]

    var tags: [String] {
        var tags: [String] = []
        var seen: [UInt64] = []
        func add(_ texts: [String]) {
            for text in texts {
                for part in text.parts(by: UInt8(ascii: ","), UInt8(ascii: ";")).prefix(Self.maximumTags * 2) {
                    let tag = PlainMarkup.text(part).trimmed(of: "# ")
                    guard !tag.isEmpty, tag.utf8.count <= 80, tags.count < Self.maximumTags else { continue }
                    let key = TitleText.key(tag)
                    guard !seen.contains(key) else { continue }
                    seen.append(key)
                    tags.append(tag)
                }
            }
        }
        add(contents(.articleTag))
        if tags.isEmpty { add(jsonLD.tags) }
        if tags.isEmpty { add(contents(.newsKeywords)) }
        if tags.isEmpty { add(contents(.keywords)) }
        if tags.isEmpty { add(marked(.tag).filter { $0.around.isDisjoint(with: Self.othersTags) }.map(\.text)) }
        return tags
    }

    private static let maximumTags = 50

    /// The markup's language; empty and malformed claims are none.
    private(set) lazy var language: String? = {
        guard let claim = evidence.language ?? jsonLD.language ?? meta(.language) else { return nil }
        let tag = claim.parts(by: UInt8(ascii: "_")).joined(separator: "-").trimmed(of: " ")
        let isTag =
            !tag.isEmpty && tag.utf8.count <= 35
            && tag.utf8.allSatisfy { byte in
                (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
            }
        let primary = tag.utf8.prefix { $0 != UInt8(ascii: "-") }
        return isTag && (2...3).contains(primary.count) ? tag : nil
    }()

    private var canonicalURL: String? {
        for link in evidence.links where link.rel == "canonical" || link.rel.parts(by: 0x20).contains("canonical") {
            if let url = WebAddress.absolute(link.href, base: callersURL) { return url }
        }
        for candidate in contents(.url) + [jsonLD.url].compactMap(\.self) {
            if let url = WebAddress.absolute(candidate, base: callersURL) { return url }
        }
        return callersURL
    }

    var image: String? {
        for candidate in contents(.image) + [jsonLD.image].compactMap(\.self) {
            if let image = WebAddress.absolute(candidate, base: url) { return image }
        }
        return nil
    }
}
