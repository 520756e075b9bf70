/// What is known of each block of a page, as numbers for `BlockClassifier`.
///
/// The order of the numbers is the classifier's: to change it means to train anew (`Training/reading`).
struct PageFeatures {
    /// Numbers of a block.
    static let count = 249

    private let page: Page
    let totals: PageTotals
    private let shares: [(body: Float, description: Float, title: Float)]
    let shapes: [BlockShape]
    let cues: [(anywhere: PhraseCue, atStart: PhraseCue)]
    let containers: ContainerStatistics
    let groups: ElementGroups
    /// Of each block's text, to tell whether two say the same.
    let hashes: [UInt64]
    /// Whether each block says what an earlier one has said.
    let isDuplicate: [Bool]
    /// Whether a later one says it again.
    private let isRepeated: [Bool]
    /// Share of each block's text that the title has.
    let titleShares: [Float]

    init(_ page: Page, interruption: Interruption) throws(WiredeskError) {
        let phrases = PhraseVocabulary.shared
        var clues = ArticleClues(page.evidence)
        var shapes: [BlockShape] = []
        var cues: [(PhraseCue, PhraseCue)] = []
        var shares: [(body: Float, description: Float, title: Float)] = []
        shapes.reserveCapacity(page.blocks.count)
        cues.reserveCapacity(page.blocks.count)
        shares.reserveCapacity(page.blocks.count)
        try interruption.check()
        page.text.withUnsafeBufferPointer { text in
            for block in page.blocks {
                let bytes = UnsafeBufferPointer(rebasing: text[block.range])
                shapes.append(BlockShape(bytes))
                cues.append(phrases.cues(in: bytes))
                shares.append(clues.shares(of: bytes))
            }
        }
        try interruption.check()
        self.shapes = shapes
        self.cues = cues.map { (anywhere: $0.0, atStart: $0.1) }
        containers = ContainerStatistics(page, shapes: shapes)
        groups = ElementGroups(page, shapes: shapes)
        hashes = Self.hashes(page)
        var seen = HashNumbering(capacity: hashes.count)
        let numbers = hashes.map { seen.number(of: $0) }
        var last = [Int](repeating: 0, count: seen.count)
        var isDuplicate = [Bool](repeating: false, count: numbers.count)
        var first = [Bool](repeating: true, count: seen.count)
        for (index, number) in numbers.enumerated() {
            isDuplicate[index] = !first[number]
            first[number] = false
            last[number] = index
        }
        self.isDuplicate = isDuplicate
        isRepeated = numbers.enumerated().map { last[$1] > $0 }
        titleShares = shares.map(\.title)
        self.page = page
        self.shares = shares
        totals = PageTotals(page, shapes: shapes, titleShares: titleShares, bodyIsKnown: clues.hasBody)
    }

    private static func hashes(_ page: Page) -> [UInt64] {
        page.text.withUnsafeBufferPointer { text in
            page.blocks.map { WordHash.value(of: UnsafeBufferPointer(rebasing: text[$0.range])) }
        }
    }

    /// Whether another block says the same.
    func isRepetition(of index: Int) -> Bool { isDuplicate[index] || isRepeated[index] }

    /// Writes the numbers of a block to a row of zeros. Rows are written a few at a time: those of a page of a million
    /// blocks would fill the memory.
    func fill(_ row: inout FeatureRow, of index: Int) {
        let shares = shares[index]
        let block = page.blocks[index]
        let element = page.elements[Int(block.element)]
        let shape = shapes[index]
        let length = max(1, shape.characters)
        row.add(shape.characters)
        row.add(shape.words)
        row.add(Float(block.linkBytes) / Float(max(1, block.count)))
        row.add(Float(block.linkCount))
        row.add(Float(block.boldBytes) / Float(max(1, block.count)))
        row.add(shape.commas)
        row.add(shape.sentenceEnds)
        row.add(shape.digits / length)
        row.add(shape.capitals / shape.words)
        row.add(shape.separators)
        row.add(shape.endsSentence)
        row.add(shape.endsWithColon)
        row.add(shape.startsWithCapital)
        row.add(shape.startsWithDigit)
        row.add(length / shape.words)
        row.add(isDuplicate[index])
        row.add(shares.body)
        row.add(shares.description)
        row.add(shares.title)
        row.add(Float(element.tag.headingLevel))
        row.add(Self.kind(of: element.tag))
        row.add(Float(element.depth))
        addPlace(index, &row)
        addNeighbours(index, &row)
        addContainers(block, &row)
        row.add(bits: UInt64(cues[index].anywhere.rawValue), PhraseCue.count)
        row.add(bits: UInt64(cues[index].atStart.rawValue), PhraseCue.count)
        row.add(bits: UInt64(element.around.rawValue), PageContext.count)
        row.add(bits: element.own.rawValue, MarkupEvidence.count)
        row.add(bits: element.path.rawValue, MarkupEvidence.count)
        row.add(bits: block.inline.rawValue, MarkupEvidence.count)
        addManner(index, &row)
        addTemplate(block, &row)
    }

    static func kind(of tag: HTMLTag) -> Float {
        switch tag {
        case .p: 1
        case .li: 2
        case .div: 3
        case .td, .th: 4
        case .blockquote: 5
        case .figcaption: 6
        case .dd, .dt: 7
        case .section, .article: 8
        case .pre: 9
        case .unknown: 10
        default: tag.isHeading ? 11 : 0
        }
    }

    /// How the block is set, and what the heading over it says.
    private func addManner(_ index: Int, _ row: inout FeatureRow) {
        let block = page.blocks[index]
        let shape = shapes[index]
        row.add(Float(min(5, block.mediaBefore)))
        row.add(index + 1 < page.blocks.count ? Float(min(5, page.blocks[index + 1].mediaBefore)) : 0)
        row.add(Float(block.italicBytes) / Float(max(1, block.count)))
        row.add(shape.endsWithEllipsis)
        row.add(shape.capitalizedWords / shape.words)
        row.add(shape.hasAtSign)
        row.add(isRepeated[index])
        let heading = Int(totals.headings[index])
        guard heading >= 0 else {
            row.skip(2)
            return
        }
        row.add(!cues[heading].atStart.isDisjoint(with: .furniture))
        let holder = Int(page.elements[Int(page.blocks[heading].element)].parent)
        row.add(containers.contains(holder, Int(block.element)))
    }

    /// How often the page repeats the elements around the block, and what those of its own kind hold.
    private func addTemplate(_ block: PageBlock, _ row: inout FeatureRow) {
        var element = block.element
        for _ in 0..<4 {
            row.add(min(100, groups.counts[groups.group(of: element)]))
            element = page.elements[Int(element)].parent
        }
        let sum = groups.sums[groups.group(of: block.element)]
        row.add(min(100, sum.blocks))
        row.add(sum.characters / max(1, sum.blocks))
        row.add(sum.linkCharacters / max(1, sum.characters))
        row.add(sum.characters / max(1, totals.characters))
    }

    /// Where the block stands on the page and to its headline.
    private func addPlace(_ index: Int, _ row: inout FeatureRow) {
        let blocks = Float(page.blocks.count)
        row.add(Float(index))
        row.add(Float(index) / blocks)
        row.add(totals.charactersBefore[index] / max(1, totals.characters))
        row.add(totals.title < 0 ? -999 : Float(index - totals.title))
        row.add(totals.firstHeading < 0 ? -999 : Float(index - totals.firstHeading))
        row.add(Float(totals.headingDistance[index]))
        row.add(blocks)
        row.add(totals.characters)
        row.add(totals.longText)
        row.add(totals.bodyIsKnown)
    }

    private func addNeighbours(_ index: Int, _ row: inout FeatureRow) {
        for offset in [-3, -2, -1, 1, 2, 3] {
            let neighbour = index + offset
            guard shapes.indices.contains(neighbour) else {
                row.skip(3)
                continue
            }
            let block = page.blocks[neighbour]
            row.add(shapes[neighbour].characters)
            row.add(Float(block.linkBytes) / Float(max(1, block.count)))
            let mine = page.elements[Int(page.blocks[index].element)]
            let other = page.elements[Int(block.element)]
            // 3: in the same element, 2: brothers of the same tag, 1: of other tags.
            row.add(
                block.element == page.blocks[index].element
                    ? 3 : mine.parent != other.parent ? 0 : mine.tag == other.tag ? 2 : 1)
        }
    }

    /// What the elements around the block hold.
    private func addContainers(_ block: PageBlock, _ row: inout FeatureRow) {
        var element = Int(block.element)
        for _ in 0..<4 {
            let sum = containers.sums[element]
            row.add(sum.characters / max(1, totals.characters))
            row.add(sum.linkDensity)
            row.add(sum.characters / max(1, sum.blocks))
            row.add(sum.ownText / max(1, containers.mostOwnText))
            element = Int(page.elements[element].parent)
        }
        let inner = Int(block.element)
        row.add(containers.contains(containers.main, inner))
        row.add(Float(Int(page.elements[inner].depth) - Int(page.elements[containers.main].depth)))
        row.add(containers.contains(Int(page.elements[containers.main].parent), inner))
        row.add(containers.sums[containers.main].characters / max(1, totals.characters))
        // Before, inside or after the main element.
        row.add(inner < containers.main ? -1 : inner >= Int(containers.ends[containers.main]) ? 1 : 0)
        row.add(totals.articles)
    }
}
