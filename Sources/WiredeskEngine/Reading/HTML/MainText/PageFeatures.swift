/// What is known of each block of a page by itself, and of the page.
struct PageFeatures {
    let page: Page
    let totals: PageTotals
    let shares: [ArticleClues.Shares]
    let shapes: [BlockShape]
    let cues: [(anywhere: PhraseCue, atStart: PhraseCue)]
    let containers: ContainerStatistics
    let groups: ElementGroups
    /// Of each block's words, to tell whether two say the same.
    let hashes: [UInt64]
    /// Whether each block says what an earlier one has said.
    let isDuplicate: [Bool]
    /// Whether a later one says it again.
    let isRepeated: [Bool]
    /// A few words that are all link, in a menu or a footer. Nearly half of a page's blocks are, and none of an article's.
    let isMenuEntry: [Bool]

    init(_ page: Page, interruption: Interruption) throws(WiredeskError) {
        let phrases = PhraseVocabulary.shared
        var reader = BlockTextReader()
        let clues = ArticleClues(page.evidence, reader: &reader)
        var shapes: [BlockShape] = []
        var cues: [(anywhere: PhraseCue, atStart: PhraseCue)] = []
        var shares: [ArticleClues.Shares] = []
        var hashes: [UInt64] = []
        shapes.reserveCapacity(page.blocks.count)
        cues.reserveCapacity(page.blocks.count)
        shares.reserveCapacity(page.blocks.count)
        hashes.reserveCapacity(page.blocks.count)
        try interruption.check()
        page.text.withUnsafeBufferPointer { text in
            for block in page.blocks {
                let bytes = UnsafeBufferPointer(rebasing: text[block.range])
                reader.read(text, block.range) { read in
                    shapes.append(BlockShape(bytes, read.counts))
                    cues.append(phrases.cues(in: read.earlyWords))
                    shares.append(clues.shares(of: read.words, bytes: bytes.count))
                    hashes.append(read.hash)
                }
            }
        }
        try interruption.check()
        containers = ContainerStatistics(page, shapes: shapes)
        groups = ElementGroups(page, shapes: shapes)
        totals = PageTotals(page, shapes: shapes, shares: shares, bodyIsKnown: clues.hasBody)
        (isDuplicate, isRepeated) = Self.repetitions(hashes)
        isMenuEntry = zip(page.blocks, shapes).map { Self.isMenuEntry($0, page, $1) }
        self.page = page
        self.shapes = shapes
        self.cues = cues
        self.shares = shares
        self.hashes = hashes
    }

    /// For each hash whether it was there before, and whether it comes again.
    private static func repetitions(_ hashes: [UInt64]) -> (before: [Bool], after: [Bool]) {
        var numbering = HashNumbering(capacity: hashes.count)
        var before = [Bool](repeating: false, count: hashes.count)
        var after = before
        // The last block so far with the hash of each number.
        var last: [Int32] = []
        last.reserveCapacity(hashes.count)
        for (index, hash) in hashes.enumerated() {
            let number = numbering.number(of: hash)
            if number == last.count {
                last.append(Int32(truncatingIfNeeded: index))
            } else {
                before[index] = true
                after[Int(last[number])] = true
                last[number] = Int32(truncatingIfNeeded: index)
            }
        }
        return (before, after)
    }

    /// Whether another block says the same.
    func isRepetition(of index: Int) -> Bool { isDuplicate[index] || isRepeated[index] }

    private static func isMenuEntry(_ block: PageBlock, _ page: Page, _ shape: BlockShape) -> Bool {
        guard shape.words <= 8, block.linkBytes * 5 > (block.end - block.start) * 4 else { return false }
        let element = page.elements[Int(block.element)]
        return !element.around.contains(.articleBody)
            && (!element.around.isDisjoint(with: [.nav, .footer])
                || !element.path.isDisjoint(with: [.navigation, .footer]))
    }
}
