/// Reads text that a scraper took from a page, with the page's junk in it.
///
/// The text falls into blocks (`LineJoiner`), the blocks into those of the article and those of the page around it
/// (`BlockSorter`), and the head of the article gives title, byline and date (`HeadReader`).
enum PlainTextReader {
    static func read(_ source: [UInt8], context: ReadingContext) throws(WiredeskError) -> ReadArticle {
        let lines = LineScanner.lines(of: source)
        let blocks = try source.withUnsafeBufferPointer { bytes throws(WiredeskError) in
            try LineJoiner(lines, in: bytes, interruption: context.interruption).blocks(in: bytes)
        }
        try context.interruption.check()
        let sorting = try source.withUnsafeBufferPointer { bytes throws(WiredeskError) in
            try BlockSorter(blocks, in: bytes, interruption: context.interruption).sorting()
        }
        try context.interruption.check()
        return assemble(blocks, sorting, source: source, context: context)
    }

    private static func assemble(
        _ blocks: [TextBlock], _ sorting: BlockSorter.Sorting, source: [UInt8], context: ReadingContext
    ) -> ReadArticle {
        var reasons = sorting.reasons
        let head = HeadReader(blocks, sorting.head, source: source, now: context.now)
        for finding in head.findings { reasons[finding.block] = finding.reason }
        // A text that is nothing but furniture is still the caller's text.
        if !reasons.contains(where: { $0 == nil }) { reasons = reasons.map { $0 == .title ? $0 : nil } }
        if !reasons.contains(where: { $0 == nil }) { reasons = reasons.map { _ in nil } }

        var passages: [Passage] = []
        var article = Article(wordCount: 0, readingSeconds: 0, text: "", paragraphs: [], sentences: [])
        let following = Self.following(reasons)
        for (index, block) in blocks.enumerated() {
            if let reason = reasons[index] {
                article.removed.append(block.removed(in: source, reason))
            } else {
                let kind = BlockKindRules.kind(of: index, among: blocks, next: following[index], in: source)
                passages.append(block.passage(in: source, kind: kind))
            }
        }
        let (text, paragraphs) = ArticleAssembler.join(passages)
        article.paragraphs = paragraphs
        if head.findings.contains(where: { $0.reason == .title && reasons[$0.block] == .title }) {
            article.title = head.title
        }
        article.authors = head.authors.map { Author(name: $0) }
        article.published = head.published?.iso8601
        return ReadArticle(article: article, text: text, source: source)
    }

    /// For each block the next one that stays.
    private static func following(_ reasons: [RemovalReason?]) -> [Int?] {
        var next: Int?
        var following = [Int?](repeating: nil, count: reasons.count)
        for index in reasons.indices.reversed() {
            following[index] = next
            if reasons[index] == nil { next = index }
        }
        return following
    }
}
