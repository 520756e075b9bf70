/// Chooses the headline. What pages call a title often carries the site's name; it is cut only where another source
/// shows the headline without it, or names the site.
struct TitleChooser {
    private let sources: MetadataSources
    /// What the site is called, and its host's names, folded.
    private let siteNames: [String]

    init(_ sources: MetadataSources) {
        self.sources = sources
        var names = [sources.foldedSiteName].compactMap(\.self)
        if let host = sources.url.flatMap(WebAddress.init)?.host {
            let bare = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
            names += [TitleText.folded(bare), TitleText.folded(bare.prefix { $0 != "." })]
        }
        siteNames = names
    }

    var title: String? {
        let page = sources.evidence.title.map(PlainMarkup.text).flatMap(Self.nonEmpty)
        let shared = sources.meta(
            "og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title"
        ).map(PlainMarkup.text)
        let headline = sources.jsonLD.headline.map(PlainMarkup.text)
        let headings = sources.evidence.headings.filter { $0.level <= 3 }.map {
            (level: $0.level, text: PlainMarkup.text($0.text))
        }
        let witnesses = [shared, headline, page].compactMap(\.self)

        // A heading that another source repeats is the headline as readers see it; of several the longest, because the
        // others name the site or the section.
        let starts = witnesses.flatMap(Self.foldedStarts)
        let repeated = headings.filter { heading in
            let folded = TitleText.folded(heading.text)
            return !folded.isEmpty && starts.contains { $0.hasPrefix(folded) } && !siteNames.contains(folded)
                && Self.isTitle(heading.text)
        }
        if let best = repeated.max(by: { ($0.text.utf8.count, -$0.level) < ($1.text.utf8.count, -$1.level) }) {
            return best.text.trimmed(of: "¶# ")
        }
        let headingTexts = headings.map(\.text)
        for candidate in [shared, headline, page].compactMap(\.self)
        where Self.isTitle(candidate) && !isSiteName(candidate) {
            return withoutSiteName(candidate, witnesses: witnesses + headingTexts)
        }
        return headings.first { $0.level == 1 && Self.isTitle($0.text) }?.text ?? page
    }

    func subtitle(besides title: String?) -> String? {
        let candidate = sources.marked(.subtitle).first?.text ?? sources.jsonLD.alternativeHeadline
        guard let text = candidate.map(PlainMarkup.text).flatMap(Self.nonEmpty), text.utf8.count <= 500 else {
            return nil
        }
        return TitleText.folded(text) == TitleText.folded(title ?? "") ? nil : text
    }

    /// The part of a title before (or after) a separator, when the other part is the site's name or the rest is what
    /// another source gives as the title.
    private func withoutSiteName(_ title: String, witnesses: [String]) -> String {
        let witnesses = Set(witnesses.map(TitleText.folded))
        for cut in Self.separators(in: title) {
            let head = title[..<cut.lowerBound].trimmed
            let tail = title[cut.upperBound...].trimmed
            guard !head.isEmpty, !tail.isEmpty else { continue }
            if isSiteName(String(tail)) || witnesses.contains(TitleText.folded(head)) { return String(head) }
            if witnesses.contains(TitleText.folded(tail)) || (isSiteName(String(head)) && tail.contains(" ")) {
                return withoutSiteName(String(tail), witnesses: [])
            }
        }
        return title
    }

    private func isSiteName(_ text: String) -> Bool {
        let text = TitleText.folded(text)
        return !text.isEmpty && siteNames.contains(text)
    }

    private static func isTitle(_ text: String) -> Bool {
        (2...400).contains(text.utf8.count) && !generic.contains(text.lowercased())
    }

    /// What pages call themselves when nobody gave them a title.
    private static let generic: Set<String> = [
        "home", "startseite", "index", "blog", "untitled", "accueil", "inicio", "news",
    ]

    private static func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }

    /// A text from its beginning and from after each separator, folded: where a heading may stand in it.
    private static func foldedStarts(of text: String) -> [String] {
        [TitleText.folded(text)] + separators(in: text).map { TitleText.folded(text[$0.upperBound...]) }
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "|", "-", "–", "—", "•", "·", "»", "«", "/", ":", "~", "›": true
        default: false
        }
    }

    /// Separators with white space on both sides (before a colon there need be none).
    private static func separators(in text: String) -> [Range<String.Index>] {
        text.unicodeScalars.indices.filter { isSeparator(text, $0) }.map { $0..<text.index(after: $0) }
    }

    private static func isSeparator(_ text: String, _ index: String.Index) -> Bool {
        let scalar = text.unicodeScalars[index]
        // A sign with a combining mark is another character.
        guard isSeparator(scalar), text[index] == Character(scalar), index > text.startIndex else { return false }
        let next = text.index(after: index)
        guard next < text.endIndex, text[next].isWhitespace else { return false }
        return scalar == ":" || text[text.index(before: index)].isWhitespace
    }
}
