/// Reads the head of a whole page's article, whose lines the classifier found.
extension HeadReader {
    /// Words of a line that can be a dateline.
    private static let longestDateline = 25
    /// Blocks of a head without a menu.
    private static let shortestHead = 3
    /// Blocks above the title in which a date may stand.
    private static let reachAboveTitle = 4

    /// Above text that begins at once, "Anna Smith: Headline" names the author; in a page's menus it is as often a headline
    /// about her.
    mutating func takeTitle(_ blocks: [TextBlock], _ index: Int, first: Int, source: [UInt8]) {
        let text = PlainMarkup.collapsed(String(decoding: blocks[index].text(in: source), as: UTF8.self))
        if index == 0, first <= Self.shortestHead {
            readTitle(Self.withoutSiteName(text))
        } else {
            title = index == 0 ? Self.withoutSiteName(text) : text
        }
        findings.append(Finding(reason: .title, block: index))
    }

    /// "Headline – The Gull": a page's title ends in its site's name.
    static func withoutSiteName(_ text: String) -> String {
        let words = text.split(separator: " ")
        guard let sign = words.lastIndex(where: { separators.contains(String($0)) }), sign >= 4,
            (1...4).contains(words.count - sign - 1)
        else { return text }
        return words[..<sign].joined(separator: " ")
    }

    private static let separators: Set<String> = ["|", "-", "–", "—", "::", "·", "•", "»", "«", "/"]

    mutating func takeByline(_ blocks: [TextBlock], _ index: Int, source: [UInt8], now: Int) {
        let text = String(decoding: blocks[index].text(in: source), as: UTF8.self)
        let names = BylineParser(isMarked: true).names(in: text)
        guard !names.isEmpty else { return }
        authors = names.persons.isEmpty ? Array(names.organizations.prefix(1)) : names.persons
        takeDate(text, now: now)
        findings.append(Finding(reason: .byline, block: index))
    }

    /// The date nearest to the title: between it and the text, else right above it.
    mutating func takeDate(
        _ blocks: [TextBlock], around title: Int, first: Int, source: [UInt8], now: Int
    ) {
        let below = title..<min(blocks.count, max(title, first) + 3)
        let above = max(0, title - Self.reachAboveTitle)..<title
        for index in Array(below) + above.reversed() where published == nil {
            let measures = blocks[index].measures
            guard measures.digits >= 3, measures.words <= Self.longestDateline, !measures.isProse else { continue }
            takeDate(String(decoding: blocks[index].text(in: source), as: UTF8.self), now: now)
            if published != nil, measures.words <= 14, index != title {
                findings.append(Finding(reason: .dateline, block: index))
            }
        }
    }
}
