/// Reads the lines above an article's text: its title, byline and date.
struct HeadReader {
    /// What a block of the head is.
    struct Finding {
        var reason: RemovalReason
        var block: Int
    }

    var title: String?
    var authors: [String] = []
    private(set) var published: PublicationDate?
    var findings: [Finding] = []

    /// A title has no more words.
    private static let maximumTitleWords = 40
    /// Blocks between the title and the text that may hold byline and date.
    private static let reach = 12

    init(_ blocks: [TextBlock], _ head: BlockSorter.Head, source: [UInt8], now: Int) {
        switch head {
        case .above(let start): readLines(blocks, from: start, source: source, now: now)
        case .page(let title, let byline, let first):
            if let title { takeTitle(blocks, title, first: first, source: source) }
            if let byline, byline != title { takeByline(blocks, byline, source: source, now: now) }
            takeDate(blocks, around: title ?? first, first: first, source: source, now: now)
        }
    }

    /// - Parameter start: the first block that is no furniture.
    private mutating func readLines(_ blocks: [TextBlock], from start: Int, source: [UInt8], now: Int) {
        guard start < blocks.count else { return }
        var next = start
        if Self.canBeTitle(blocks, start) {
            let line = String(decoding: blocks[start].text(in: source), as: UTF8.self)
            readTitle(line.contains(" | ") ? Self.withoutSiteName(line) : line)
            findings.append(Finding(reason: .title, block: start))
            next += 1
        }
        for index in next..<min(blocks.count, next + Self.reach) {
            let block = blocks[index]
            guard block.measures.words <= 25, !block.measures.isProse else { break }
            let text = String(decoding: block.text(in: source), as: UTF8.self)
            if title != nil, authors.isEmpty || published == nil || block.measures.characters < 40 {
                if readByline(text, block.measures, now: now, index) { continue }
            }
            if readDate(text, block.measures, now: now, index) { continue }
        }
    }

    /// A short line without a sentence's end, with text below it.
    private static func canBeTitle(_ blocks: [TextBlock], _ index: Int) -> Bool {
        let measures = blocks[index].measures
        guard index + 1 < blocks.count, (2...maximumTitleWords).contains(measures.words) || measures.uncased >= 6,
            measures.characters <= 300, measures.last != .colon, measures.last != .comma
        else { return false }
        // Questions and exclamations are titles too; two sentences are a paragraph.
        if measures.innerEnds > 1 { return false }
        if measures.last == .sentence, measures.endsInFullStop || measures.words > 20 || measures.innerEnds > 0 {
            return false
        }
        // A title is shorter than what stands below it, somewhere.
        let below = blocks[(index + 1)...].prefix(Self.reach)
        return below.contains { $0.measures.characters > measures.characters || $0.measures.isProse }
            && !(measures.isProse && measures.last == .sentence && blocks.count <= 3)
    }

    /// "Anna Smith: Headline" names its author when what stands before the colon is a person's name.
    mutating func readTitle(_ text: String) {
        let collapsed = PlainMarkup.collapsed(text)
        if let colon = collapsed.firstIndex(of: ":") {
            let name = collapsed[..<colon].trimmed
            let rest = collapsed[collapsed.index(after: colon)...].trimmed
            if rest.split(separator: " ").count >= 3, PersonNameTest.isFullName(name) {
                title = String(rest)
                authors = BylineParser(isMarked: false).names(in: String(name)).persons
                if !authors.isEmpty { return }
            }
        }
        title = collapsed
    }

    private mutating func readByline(_ text: String, _ measures: BlockMeasures, now: Int, _ index: Int) -> Bool {
        guard let names = HeadLine.byline(text, words: measures.words) else { return false }
        if authors.isEmpty { authors = names.persons.isEmpty ? Array(names.organizations.prefix(1)) : names.persons }
        takeDate(text, now: now)
        findings.append(Finding(reason: .byline, block: index))
        return true
    }

    private mutating func readDate(_ text: String, _ measures: BlockMeasures, now: Int, _ index: Int) -> Bool {
        guard HeadLine.dateline(text, words: measures.words) != nil else { return false }
        takeDate(text, now: now)
        findings.append(Finding(reason: .dateline, block: index))
        return true
    }

    mutating func takeDate(_ text: String, now: Int) {
        guard published == nil, let found = DateTextParser().first(in: text), found.date.secondsSinceEpoch <= now,
            found.date.precision >= .day
        else { return }
        published = found.date
    }
}
