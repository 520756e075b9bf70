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
        /// The heading with its kicker.
        var whole: String

        init(_ heading: PageEvidence.Heading) {
            level = heading.level
            position = heading.position
            whole = PlainMarkup.text(heading.text)
            text = heading.headline.map { PlainMarkup.text($0).trimmed(of: ":|-–—/• ") } ?? whole
            if text.utf8.count < TitleChooser.shortestHeadline { text = whole }
        }

        var folded: String { TitleText.folded(text) }

        /// How a folded text begins with the heading.
        func beginning(of folded: String) -> TitleText.Beginning {
            let beginning = TitleText.beginning(of: folded, with: text)
            return beginning == .whole || whole.utf8.count == text.utf8.count
                ? beginning : max(beginning, TitleText.beginning(of: folded, with: whole))
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
        var witnesses: [String] = []
        for case let text? in [shared, headline, page] where !witnesses.contains(text) { witnesses.append(text) }

        // A heading that another source repeats is the headline as readers see it. One that is all another source says
        // comes first; then the longest, because the others name the site or the section.
        let starts = witnesses.flatMap(Self.foldedStarts)
        let wholes = witnesses.map(TitleText.folded)
        let end = sources.evidence.mainText?.upperBound ?? Int.max
        var best: (candidate: Candidate, isWhole: Bool)?
        for candidate in headings {
            guard starts.contains(where: { candidate.beginning(of: $0) != .other }), !Self.isCut(candidate.text),
                !siteNames.contains(candidate.folded), Self.isTitle(candidate.text)
            else { continue }
            // Behind the text the headline stands only in lists.
            if best != nil, candidate.position > end { continue }
            let isWhole = wholes.contains { candidate.beginning(of: $0) == .whole }
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
        let shared = last.text.parts(by: UInt8(ascii: " ")).count { word in
            let word = TitleText.folded(word)
            return word.utf8.count >= Self.shortestSharedWord && folded.contains { $0.holds(word) }
                && !siteNames.contains { $0.holds(word) }
        }
        return shared >= 2 ? last : nil
    }

    private static let shortestSharedWord = 4

    private static func wordCount(_ text: String) -> Int {
        var count = 0
        var last = UInt8(ascii: " ")
        for byte in text.utf8 {
            if last == UInt8(ascii: " "), byte != UInt8(ascii: " ") { count += 1 }
            last = byte
        }
        return count
    }

    /// "Unit of the week Harbour swims" where another source writes "Unit of the week | Harbour swims".
    private static func withoutKicker(_ heading: String, _ witnesses: [String]) -> String {
        for witness in witnesses {
            for cut in separatorOffsets(in: witness) {
                guard let length = kickerLength(heading, witness, end: cut.lowerBound) else { continue }
                let headline = String(heading.utf8.dropFirst(length)).map { $0.trimmed(of: " ") } ?? ""
                guard headline.utf8.count >= shortestHeadline, let first = headline.first,
                    first.isLetter || first.isNumber || "„“\"»«‚'".contains(first)
                else { continue }
                let rest = TitleText.folded(witness, from: cut.upperBound)
                if TitleText.beginning(of: rest, with: headline) != .other { return headline }
            }
        }
        return heading
    }

    /// Bytes of what stands before a separator, where the heading begins with it too.
    private static func kickerLength(_ heading: String, _ witness: String, end: Int) -> Int? {
        witness.withBytes { witness in
            heading.withBytes { heading in
                var length = end
                while length > 0, witness[length - 1] == 0x20 { length -= 1 }
                guard length > 0, length < heading.count, heading[length] == 0x20,
                    heading[..<length].elementsEqual(witness[..<length])
                else { return nil }
                return length
            }
        }
    }

    /// Headings past this number are a list of other articles.
    private static let maximumHeadings = 80

    /// "Press release: Harbour reopens" in the heading and "Harbour reopens" elsewhere.
    private func headlineAtHeadingsEnd(_ headings: [Candidate], _ witnesses: [String]) -> Choice? {
        guard let heading = headings.first(where: { $0.level == 1 }) else { return nil }
        let folded = heading.folded
        return witnesses.first { witness in
            Self.wordCount(witness) >= 3 && folded.ends(in: TitleText.folded(witness))
        }.map { Choice(title: $0, position: heading.position) }
    }

    /// Lists shorten the headlines of other articles, and of this one.
    private static func isCut(_ text: String) -> Bool { text.ends(in: "…") || text.ends(in: "...") }

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
        let candidate = markedSubtitle ?? sources.jsonLD.alternativeHeadline
        guard let text = candidate.map(PlainMarkup.text).flatMap(Self.nonEmpty), text.utf8.count <= 500 else {
            return nil
        }
        return TitleText.key(text) == TitleText.key(title ?? "") ? nil : text
    }

    /// Bytes of input below the heading in which its subtitle begins.
    private static let subtitleReach = 3000

    /// Elements that hold menus, forms and other articles: "sub" in their names means another thing.
    private static let otherSubtitles: MarkupEvidence = [
        .navigation, .related, .popular, .sidebar, .footer, .comments, .subscription, .overlay, .form, .consent, .share,
        .advertisement, .caption, .credit, .tools,
    ]

    /// A text of several words that is marked as a subtitle, below the heading and not far behind the text's beginning.
    private var markedSubtitle: String? {
        guard let anchor = sources.anchor else { return nil }
        let marks = sources.evidence.marked
        let text = sources.evidence.mainText?.lowerBound ?? anchor + Self.subtitleReach
        let end = min(anchor + Self.subtitleReach, text + Self.subtitleReach / 3)
        for index in marks.indices where marks[index].kind == .subtitle {
            guard anchor..<max(anchor, end) ~= marks[index].position,
                marks[index].around.isDisjoint(with: Self.otherSubtitles), Self.wordCount(marks[index].text) >= 3
            else { continue }
            return marks[index].text
        }
        return nil
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
        let length = text.utf8.count
        return (2...400).contains(length) && (length > longestGeneric || !generic.contains(text.lowercased()))
    }

    /// What pages call themselves when nobody gave them a title.
    private static let generic: Set<String> = [
        "home", "startseite", "index", "blog", "untitled", "accueil", "inicio", "news",
    ]

    private static let longestGeneric = 10

    private static func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }

    /// A text from its beginning and from after each separator, folded: where a heading may stand in it.
    private static func foldedStarts(of text: String) -> [String] {
        [TitleText.folded(text)] + separatorOffsets(in: text).map { TitleText.folded(text, from: $0.upperBound) }
    }

    private static func separators(in text: String) -> [Range<String.Index>] {
        separatorOffsets(in: text).map {
            let start = text.utf8.index(text.startIndex, offsetBy: $0.lowerBound)
            return start..<text.utf8.index(start, offsetBy: $0.count)
        }
    }

    /// Separators with white space on both sides (before a colon and around a bar there need be none), as UTF-8 offsets.
    private static func separatorOffsets(in text: String) -> [Range<Int>] {
        var found: [Range<Int>] = []
        text.withBytes { bytes in
            var index = 0
            while index < bytes.count {
                let start = index
                let scalar = ScalarDecoder.next(bytes, &index, end: bytes.count)
                guard isSeparator(scalar), start > 0, index < bytes.count else { continue }
                let isBar = scalar == 0x7C || scalar == 0xFF5C
                let isApart = bytes[index] == 0x20 && (scalar == 0x3A || bytes[start - 1] == 0x20)
                if isBar || isApart { found.append(start..<index) }
            }
        }
        return found
    }

    /// `| ｜ - – — • · » « / : ~ ›`
    private static func isSeparator(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x7C, 0xFF5C, 0x2D, 0x2013, 0x2014, 0x2022, 0xB7, 0xBB, 0xAB, 0x2F, 0x3A, 0x7E, 0x203A: true
        default: false
        }
    }
}
