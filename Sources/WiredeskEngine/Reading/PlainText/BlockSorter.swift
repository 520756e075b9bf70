/// Sorts blocks into the article's and the page's.
///
/// A whole page's text goes to the trained classifier. A text that is clean already, or nearly so, is not put at its
/// risk: of it only blocks go that say by their wording what they are.
struct BlockSorter {
    struct Sorting {
        /// For each block why it goes, nil where it stays.
        var reasons: [RemovalReason?]
        var head: Head
    }

    /// Where the article's title and byline stand.
    enum Head {
        /// In a text that is an article and little else: above this block, if not in it.
        case above(Int)
        /// In a whole page: in these blocks, near the article's first one.
        case page(title: Int?, byline: Int?, first: Int)
    }

    private let blocks: [TextBlock]
    private let page: Page?

    /// What the classifiers say of a whole page.
    private struct Page {
        var keeps: [Bool]
        /// Where readers' comments begin; the number of blocks where there are none.
        var thread: Int
        var title: Int?
        var byline: Int?
        var first: Int
    }

    init(_ blocks: [TextBlock], in bytes: UnsafeBufferPointer<UInt8>, interruption: Interruption) throws(WiredeskError)
    {
        self.blocks = blocks
        page = Self.isWholePage(blocks) ? try Self.page(blocks, in: bytes, interruption) : nil
    }

    /// Nil where no article is found.
    private static func page(
        _ blocks: [TextBlock], in bytes: UnsafeBufferPointer<UInt8>, _ interruption: Interruption
    ) throws(WiredeskError) -> Page? {
        let features = try TextBlockFeatures(blocks, in: bytes, interruption: interruption)
        let logOdds = try TextBlockClassifier.shared.logOdds(features, count: blocks.count, interruption)
        var keeps = TextBlockClassifier.keeps(logOdds)
        let thread = CommentThread.start(in: blocks, keeps: keeps, bytes) ?? blocks.count
        for index in thread..<blocks.count { keeps[index] = false }
        guard let first = keeps.firstIndex(of: true) else { return nil }
        let head = HeadClassifier.shared
        let title = try head.title(features, logOdds: logOdds, first: first, interruption)
        return Page(
            keeps: keeps, thread: thread, title: title == 0 ? headline(blocks, features, first: first) ?? 0 : title,
            byline: try head.byline(features, logOdds: logOdds, first: first, interruption), first: first)
    }

    /// The block above the text that the text's first line, a page's title, begins with: the headline without the site's
    /// name.
    private static func headline(_ blocks: [TextBlock], _ features: TextBlockFeatures, first: Int) -> Int? {
        (1..<max(1, min(blocks.count, first + 3))).filter {
            features.repeatsTitle($0) && blocks[$0].measures.words >= fewestHeadlineWords
        }.max { (blocks[$0].measures.words, $1) < (blocks[$1].measures.words, $0) }
    }

    private static let fewestHeadlineWords = 4

    /// Whether menus and lists of links make up much of the text. Of clean articles fewer than one in a hundred looks so.
    private static func isWholePage(_ blocks: [TextBlock]) -> Bool {
        let fragments = blocks.count { $0.measures.isFragment }
        let cues = blocks.count { $0.cue != nil }
        return (cues >= 5 && fragments * 10 >= blocks.count * 3)
            || (cues >= 2 && blocks.count >= 30 && fragments * 2 >= blocks.count)
    }

    func sorting() -> Sorting {
        if let page { return sorting(page) }
        var reasons: [RemovalReason?] = blocks.indices.map(furniture)
        let start = reasons.firstIndex { $0 == nil } ?? blocks.count
        var index = blocks.count - 1
        while index > start, let reason = reasons[index] ?? tailOnly(index) {
            reasons[index] = reason
            index -= 1
        }
        return Sorting(reasons: reasons, head: .above(start))
    }

    /// The reason for a block that is furniture wherever it stands.
    private func furniture(_ index: Int) -> RemovalReason? {
        guard let cue = blocks[index].cue, !blocks[index].measures.isProse else { return nil }
        switch cue.reason {
        case .byline, .dateline, .credit: return nil
        default:
            return cue.strength == .whole || (cue.strength == .begins && blocks[index].measures.words <= 8)
                ? cue.reason : nil
        }
    }

    /// The reason for a block that is furniture when nothing of the article follows.
    private func tailOnly(_ index: Int) -> RemovalReason? {
        let block = blocks[index]
        guard let cue = block.cue else { return block.measures.words == 0 ? .boilerplate : nil }
        switch cue.reason {
        case .byline, .dateline, .credit: return nil
        default: return cue.reason
        }
    }

    // MARK: Whole pages

    private func sorting(_ page: Page) -> Sorting {
        var reasons: [RemovalReason?] = widened(page.keeps).map { $0 ? nil : .boilerplate }
        var section: RemovalReason?
        for index in blocks.indices {
            let measures = blocks[index].measures
            if index == page.thread { section = .comments }
            if let cue = blocks[index].cue {
                if reasons[index] != nil { reasons[index] = cue.reason }
                // A heading such as "Related stories" or "Comments" tells what the blocks below it are.
                section = Self.opensSection(cue) ? cue.reason : nil
            } else if reasons[index] != nil {
                let isMenu = measures.isFragment && !measures.endsSentence && measures.words <= 3
                reasons[index] = section ?? (isMenu ? .navigation : .boilerplate)
            } else {
                section = nil
            }
        }
        return Sorting(
            reasons: reasons, head: .page(title: page.title, byline: page.byline, first: page.first))
    }

    /// Words that a paragraph has at least.
    private static let paragraphWords = 12

    /// Keeps the sentences right above the first kept block and right below the last one too: a lost lead costs more than
    /// a teaser that stays.
    private func widened(_ keeps: [Bool]) -> [Bool] {
        var keeps = keeps
        guard var first = keeps.firstIndex(of: true), var last = keeps.lastIndex(of: true) else { return keeps }
        while first > 0, isParagraph(first - 1) {
            first -= 1
            keeps[first] = true
        }
        while last + 1 < keeps.count, isParagraph(last + 1) {
            last += 1
            keeps[last] = true
        }
        return keeps
    }

    private func isParagraph(_ index: Int) -> Bool {
        let measures = blocks[index].measures
        return blocks[index].cue == nil && measures.isProse && measures.last == .sentence
            && measures.words >= Self.paragraphWords
    }

    private static func opensSection(_ cue: Cue) -> Bool {
        guard cue.strength > .held else { return false }
        switch cue.reason {
        case .related, .comments, .social, .advertisement: return true
        default: return false
        }
    }
}
