/// Chooses the headline. What pages call a title often carries the site's name; it is cut only where another source
/// shows the headline without it, or names the site.
struct TitleChooser {
    private let sources: MetadataSources

    init(_ sources: MetadataSources) { self.sources = sources }

    var title: String? {
        let page = sources.evidence.title.map(PlainMarkup.text).flatMap(Self.nonEmpty)
        let shared = sources.meta(
            "og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title"
        ).map(PlainMarkup.text)
        let headline = sources.jsonLD.headline.map(PlainMarkup.text)
        let headings = sources.evidence.headings.filter { $0.level == 1 && !$0.text.isEmpty }.map {
            PlainMarkup.text($0.text)
        }
        let witnesses = [shared, headline, page].compactMap(\.self)

        // A first-level heading that another source repeats is the headline as readers see it.
        if let heading = headings.first(where: { heading in
            Self.isTitle(heading) && witnesses.contains { Self.begins($0, with: heading) }
        }) {
            return heading
        }
        for candidate in [shared, headline, page].compactMap(\.self)
        where Self.isTitle(candidate) && !isSiteName(candidate) {
            return withoutSiteName(candidate, witnesses: witnesses + headings)
        }
        return headings.first(where: Self.isTitle) ?? page
    }

    func subtitle(besides title: String?) -> String? {
        let candidate = sources.marked(.subtitle).first?.text ?? sources.jsonLD.alternativeHeadline
        guard let text = candidate.map(PlainMarkup.text).flatMap(Self.nonEmpty), text.utf8.count <= 500 else {
            return nil
        }
        return Self.folded(text) == Self.folded(title ?? "") ? nil : text
    }

    /// The part of a title before (or after) a separator, when the other part is the site's name or the rest is what
    /// another source gives as the title.
    private func withoutSiteName(_ title: String, witnesses: [String]) -> String {
        var rest = title[...]
        while let cut = Self.lastSeparator(rest) {
            let head = rest[..<cut.lowerBound].trimmed
            let tail = rest[cut.upperBound...].trimmed
            guard !head.isEmpty,
                isSiteName(String(tail)) || witnesses.contains(where: { Self.folded($0) == Self.folded(head) })
            else { break }
            rest = head
        }
        if let cut = Self.firstSeparator(rest) {
            let head = rest[..<cut.lowerBound].trimmed
            let tail = rest[cut.upperBound...].trimmed
            let isRepeated = witnesses.contains { Self.folded($0) == Self.folded(tail) }
            if !tail.isEmpty, isRepeated || (isSiteName(String(head)) && tail.contains(" ")) { rest = tail }
        }
        return String(rest)
    }

    private func isSiteName(_ text: String) -> Bool {
        let text = Self.folded(text)
        guard !text.isEmpty else { return false }
        if let name = sources.siteName.map(Self.folded), !name.isEmpty, name == text { return true }
        guard let host = sources.url.flatMap(WebAddress.init)?.host else { return false }
        let bare = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
        let label = bare.prefix { $0 != "." }
        return text == Self.folded(bare) || text == Self.folded(label)
    }

    private static func isTitle(_ text: String) -> Bool { (2...400).contains(text.utf8.count) }

    private static func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }

    private static func begins(_ text: String, with start: String) -> Bool {
        let start = folded(start)
        return !start.isEmpty && folded(text).hasPrefix(start)
    }

    /// Letters and digits alone, lower-case: how titles are compared.
    private static func folded(_ text: some StringProtocol) -> String {
        var folded = ""
        for scalar in text.lowercased().unicodeScalars
        where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            folded.unicodeScalars.append(scalar)
        }
        return folded
    }

    private static let separators: Set<Character> = ["|", "-", "–", "—", "•", "·", "»", "«", "/", ":", "~", "›"]

    /// A separator with white space on both sides (before a colon there is none).
    private static func firstSeparator(_ text: Substring) -> Range<Substring.Index>? {
        for index in text.indices where isSeparator(text, index) { return index..<text.index(after: index) }
        return nil
    }

    private static func lastSeparator(_ text: Substring) -> Range<Substring.Index>? {
        for index in text.indices.reversed() where text[index] != ":" && isSeparator(text, index) {
            return index..<text.index(after: index)
        }
        return nil
    }

    private static func isSeparator(_ text: Substring, _ index: Substring.Index) -> Bool {
        guard separators.contains(text[index]), index > text.startIndex else { return false }
        let next = text.index(after: index)
        guard next < text.endIndex, text[next].isWhitespace else { return false }
        return text[index] == ":" || text[text.index(before: index)].isWhitespace
    }
}
