/// Chooses the headline. What pages call a title often carries the site's name; it is cut only where another source
/// shows the headline without it, or names the site.
struct TitleChooser {
    private let sources: MetadataSources
    /// What the site is called, and its host's names, folded.
    private let siteNames: [String]

    init(_ sources: MetadataSources) {
        self.sources = sources
        siteNames = sources.siteNames
    }

    /// A headline, and where the heading that says it stands.
    struct Choice {
        var title: String
        var position: Int?
    }

    var choice: Choice? { chosen.map { Choice(title: Self.withoutDate($0.title), position: $0.position) } }

    /// A heading and the text that stands for it: without its kicker, where markup parts them.
    private struct Candidate {
        var level: Int
        var position: Int
        var text: String
        var folded: String
        var foldedWhole: String

        init(_ heading: PageEvidence.Heading) {
            level = heading.level
            position = heading.position
            let whole = PlainMarkup.text(heading.text)
            text = heading.headline.map { PlainMarkup.text($0).trimmed(of: ":|-–—/• ") } ?? whole
            if text.utf8.count < TitleChooser.shortestHeadline { text = whole }
            folded = TitleText.folded(text)
            foldedWhole = text == whole ? folded : TitleText.folded(whole)
        }

        /// The heading as the title, without the signs of its anchor.
        func choice(_ text: String? = nil) -> Choice {
            Choice(title: (text ?? self.text).trimmed(of: "¶# "), position: position)
        }
    }

    /// What a kicker leaves is longer, in bytes, or it was the headline.
    fileprivate static let shortestHeadline = 12

    private var chosen: Choice? {
        let page = sources.evidence.title.map(PlainMarkup.text).flatMap(Self.nonEmpty)
        let shared = sources.meta(.title).map(PlainMarkup.text)
        let headline = sources.jsonLD.headline.map(PlainMarkup.text)
        let headings = sources.evidence.headings.filter { $0.level <= 3 }.prefix(Self.maximumHeadings).map(
            Candidate.init)
        let witnesses = [shared, headline, page].compactMap(\.self)

        // A heading that another source repeats is the headline as readers see it. One that is all another source says
        // comes first; then the longest, because the others name the site or the section.
        let starts = witnesses.flatMap(Self.foldedStarts)
        let wholes = witnesses.map(TitleText.folded)
        let end = sources.evidence.mainText?.upperBound ?? Int.max
        var best: (candidate: Candidate, isWhole: Bool)?
        for candidate in headings where !candidate.folded.isEmpty && !Self.isCut(candidate.text) {
            guard
                starts.contains(where: { $0.hasPrefix(candidate.folded) || $0.hasPrefix(candidate.foldedWhole) }),
                !siteNames.contains(candidate.folded), Self.isTitle(candidate.text)
            else { continue }
            // Behind the text the headline stands only in lists.
            if best != nil, candidate.position > end { continue }
            let isWhole = wholes.contains { $0 == candidate.folded || $0 == candidate.foldedWhole }
            if let best,
                (best.isWhole ? 1 : 0, best.candidate.text.utf8.count, -best.candidate.level)
                    >= (isWhole ? 1 : 0, candidate.text.utf8.count, -candidate.level)
            {
                continue
            }
            best = (candidate, isWhole)
        }
        if let best, best.isWhole || best.candidate.level == 1 {
            return best.candidate.choice(Self.withoutKicker(best.candidate.text, witnesses))
        }
        if let best, Self.wordCount(best.candidate.text) >= 3 { return best.candidate.choice() }
        if let ending = headlineAtHeadingsEnd(headings, witnesses) { return ending }
        if let own = ownHeading(headings, witnesses) { return own.choice() }
        if let best { return best.candidate.choice() }
        for candidate in witnesses where Self.isTitle(candidate) && !isSiteName(candidate) {
            return Choice(title: withoutSiteName(candidate, witnesses: witnesses + headings.map(\.text)))
        }
        return headings.first { $0.level == 1 && Self.isTitle($0.text) }?.choice() ?? page.map { Choice(title: $0) }
    }

    /// The one first-level heading above the text, where what the page calls itself elsewhere is written for search
    /// engines: it has words in common with that, or it is the site's slogan.
    private func ownHeading(_ headings: [Candidate], _ witnesses: [String]) -> Candidate? {
        guard let text = sources.evidence.mainText else { return nil }
        let above = headings.filter {
            $0.level == 1 && $0.position <= text.lowerBound && !siteNames.contains($0.folded)
        }
        guard let last = above.last, above.allSatisfy({ $0.folded == last.folded }), !Self.isCut(last.text),
            Self.isTitle(last.text), Self.wordCount(last.text) >= 3
        else { return nil }
        let folded = witnesses.map(TitleText.folded)
        // What stands in the heading and more besides, or the reverse, is the headline with something around it.
        guard !folded.contains(where: { last.folded.holds($0) }) else { return nil }
        let shared = last.text.split(separator: " ").count { word in
            let word = TitleText.folded(word)
            return word.utf8.count >= Self.shortestSharedWord && folded.contains { $0.holds(word) }
                && !siteNames.contains { $0.holds(word) }
        }
        return shared >= 2 ? last : nil
    }

    private static let shortestSharedWord = 4

    private static func wordCount(_ text: String) -> Int { text.split(separator: " ").count }

    /// "Unit of the week Harbour swims" where another source writes "Unit of the week | Harbour swims".
    private static func withoutKicker(_ heading: String, _ witnesses: [String]) -> String {
        for witness in witnesses {
            for cut in separators(in: witness) {
                let kicker = witness[..<cut.lowerBound].trimmed
                guard !kicker.isEmpty, heading.hasPrefix(kicker) else { continue }
                let rest = heading.dropFirst(kicker.count)
                let headline = rest.trimmed
                guard rest.first == " ", headline.utf8.count >= shortestHeadline, let first = headline.first,
                    first.isLetter || first.isNumber || "„“\"»«‚'".contains(first)
                else { continue }
                if TitleText.folded(witness[cut.upperBound...]).hasPrefix(TitleText.folded(headline)) {
                    return String(headline)
                }
            }
        }
        return heading
    }

    /// Headings past this number are a list of other articles.
    private static let maximumHeadings = 80

    /// "Press release: Harbour reopens" in the heading and "Harbour reopens" elsewhere.
    private func headlineAtHeadingsEnd(_ headings: [Candidate], _ witnesses: [String]) -> Choice? {
        guard let heading = headings.first(where: { $0.level == 1 }) else { return nil }
        return witnesses.first { witness in
            Self.wordCount(witness) >= 3 && heading.folded.hasSuffix(TitleText.folded(witness))
        }.map { Choice(title: $0, position: heading.position) }
    }

    /// Lists shorten the headlines of other articles, and of this one.
    private static func isCut(_ text: String) -> Bool { text.hasSuffix("…") || text.hasSuffix("...") }

    /// "23.01.2022 - Harbour reopens"
    private static func withoutDate(_ title: String) -> String {
        guard let first = title.utf8.first, first &- 0x30 < 10,
            let date = DateTextParser(monthComesFirst: false).first(in: title), date.range.lowerBound == 0,
            date.date.precision >= .day
        else { return title }
        let rest = Substring(title.utf8.dropFirst(date.range.upperBound))
        guard let sign = rest.trimmed.first, ":|-–—".contains(sign) else { return title }
        let headline = rest.trimmed(of: ":|-–— ")
        return headline.utf8.count < shortestHeadline ? title : headline
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

    /// Separators with white space on both sides (before a colon there need be none).
    private static func separators(in text: String) -> [Range<String.Index>] {
        var found: [Range<Int>] = []
        text.withBytes { bytes in
            var index = 0
            while index < bytes.count {
                let start = index
                let scalar = ScalarDecoder.next(bytes, &index, end: bytes.count)
                guard isSeparator(scalar), start > 0, index < bytes.count, bytes[index] == 0x20 else { continue }
                if scalar == 0x3A || bytes[start - 1] == 0x20 { found.append(start..<index) }
            }
        }
        return found.map {
            let start = text.utf8.index(text.startIndex, offsetBy: $0.lowerBound)
            return start..<text.utf8.index(start, offsetBy: $0.count)
        }
    }

    /// `| - – — • · » « / : ~ ›`
    private static func isSeparator(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x7C, 0x2D, 0x2013, 0x2014, 0x2022, 0xB7, 0xBB, 0xAB, 0x2F, 0x3A, 0x7E, 0x203A: true
        default: false
        }
    }
}
