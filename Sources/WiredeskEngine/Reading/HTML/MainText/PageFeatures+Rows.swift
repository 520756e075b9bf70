extension PageFeatures {
    /// Writes what the first look asks of a block, and of a menu entry what is asked of it as another's neighbour.
    func fill(_ row: BlockRow, of index: Int) {
        let block = page.blocks[index]
        let element = page.elements[Int(block.element)]
        addText(row, index, block)
        addKinship(row, index, block, element)
        addManner(row, index, block, element)
        guard !isMenuEntry[index] else { return }
        addPlace(row, index)
        addContainers(row, index, block)
        addTemplate(row, block)
        addSigns(row, index, block, element)
    }

    private func addText(_ row: BlockRow, _ index: Int, _ block: PageBlock) {
        let shape = shapes[index]
        let perByte = 1 / Float(max(1, block.count))
        let perWord = 1 / max(1, shape.words)
        row[.characters] = BlockRow.level(shape.characters)
        row[.words] = BlockRow.level(shape.words)
        row[.linkShare] = BlockRow.share(Float(block.linkBytes) * perByte)
        row[.boldShare] = BlockRow.share(Float(block.boldBytes) * perByte)
        row[.italicShare] = BlockRow.share(Float(block.italicBytes) * perByte)
        row[.commas] = BlockRow.level(shape.commas)
        row[.sentenceEnds] = BlockRow.level(shape.sentenceEnds)
        row[.capitals] = BlockRow.share(shape.capitals * perWord / 4)
        row[.capitalizedWords] = BlockRow.share(shape.capitalizedWords * perWord)
        row[.bodyShare] = BlockRow.knownShare(shares[index].body)
        row[.descriptionShare] = BlockRow.knownShare(shares[index].description)
        row[.titleShare] = BlockRow.knownShare(shares[index].title)
    }

    /// Where the block stands on the page and to its headline.
    private func addPlace(_ row: BlockRow, _ index: Int) {
        let blocks = Float(page.blocks.count)
        row[.depth] = BlockRow.count(Int(page.elements[Int(page.blocks[index].element)].depth))
        row[.index] = BlockRow.level(Float(index))
        row[.place] = BlockRow.share(Float(index) / blocks)
        row[.placeInText] = BlockRow.share(totals.charactersBefore[index] / max(1, totals.characters))
        row[.fromTitle] = totals.title < 0 ? 0 : max(1, BlockRow.distance(index - totals.title))
        row[.fromHeading] = totals.firstHeading < 0 ? 0 : max(1, BlockRow.distance(index - totals.firstHeading))
        row[.sinceHeading] = BlockRow.count(totals.headingDistance[index])
        row[.blocks] = BlockRow.level(blocks)
        row[.pageCharacters] = BlockRow.level(totals.characters)
        row[.longText] = BlockRow.level(totals.longText)
        row[.articles] = BlockRow.count(Int(totals.articles))
    }

    private func addKinship(_ row: BlockRow, _ index: Int, _ block: PageBlock, _ element: PageElement) {
        row[.kinship1] = kinship(block, element, index - 1)
        row[.kinship2] = kinship(block, element, index - 2)
        row[.kinship3] = kinship(block, element, index - 3)
    }

    /// 3: in the same element, 2: brothers of the same tag, 1: of other tags.
    private func kinship(_ block: PageBlock, _ element: PageElement, _ other: Int) -> UInt8 {
        guard other >= 0 else { return 0 }
        let holder = page.blocks[other].element
        if holder == block.element { return 3 }
        let relative = page.elements[Int(holder)]
        return relative.parent != element.parent ? 0 : relative.tag == element.tag ? 2 : 1
    }

    /// What the elements around the block hold.
    private func addContainers(_ row: BlockRow, _ index: Int, _ block: PageBlock) {
        let inner = Int(block.element)
        let parent = Int(page.elements[inner].parent)
        let grandparent = Int(page.elements[parent].parent)
        addContainer(row, inner, (.characters0, .links0, .average0, .own0))
        addContainer(row, parent, (.characters1, .links1, .average1, .own1))
        addContainer(row, grandparent, (.characters2, .links2, .average2, .own2))
        let before = totals.charactersBefore[index]
        row[.placeInParent] = place(before, in: parent)
        row[.placeInGrandparent] = place(before, in: grandparent)
        let main = containers.main
        row[.placeInMain] = containers.contains(main, inner) ? max(1, place(before, in: main)) : 0
        row[.mainShare] = BlockRow.share(containers.sums[main].characters / max(1, totals.characters))
        row[.depthFromMain] = BlockRow.distance(Int(page.elements[inner].depth) - Int(page.elements[main].depth))
    }

    private typealias ContainerColumns = (
        characters: BlockColumn, links: BlockColumn, average: BlockColumn, own: BlockColumn
    )

    @inline(__always)
    private func addContainer(_ row: BlockRow, _ element: Int, _ columns: ContainerColumns) {
        let measures = containers.measures[element]
        row[columns.characters] = measures.characters
        row[columns.links] = measures.links
        row[columns.average] = measures.average
        row[columns.own] = measures.own
    }

    @inline(__always)
    private func place(_ before: Float, in element: Int) -> UInt8 {
        let sum = containers.sums[element]
        return BlockRow.share((before - sum.before) / max(1, sum.characters))
    }

    /// How often the page repeats the elements around the block, and what those of its own kind hold.
    private func addTemplate(_ row: BlockRow, _ block: PageBlock) {
        let inner = Int(block.element)
        let parent = Int(page.elements[inner].parent)
        let grandparent = Int(page.elements[parent].parent)
        row[.repeats0] = groups.repeats(of: inner)
        row[.repeats1] = groups.repeats(of: parent)
        row[.repeats3] = groups.repeats(of: Int(page.elements[grandparent].parent))
        let sum = groups.sums[groups.group(of: block.element)]
        row[.groupBlocks] = BlockRow.count(Int(min(255, sum.blocks)))
        row[.groupAverage] = BlockRow.level(sum.characters / max(1, sum.blocks))
        row[.groupLinks] = BlockRow.share(sum.linkCharacters / max(1, sum.characters))
        row[.groupShare] = BlockRow.level(sum.characters / max(1, totals.characters))
    }

    /// How the block is set, and what its first words say.
    private func addManner(_ row: BlockRow, _ index: Int, _ block: PageBlock, _ element: PageElement) {
        let shape = shapes[index]
        row[.headingLevel] = BlockRow.count(element.tag.headingLevel)
        row[.mediaBefore] = BlockRow.count(min(5, Int(block.mediaBefore)))
        row[.manner] = Self.signs(
            shape.endsSentence, shape.endsWithColon, shape.endsWithEllipsis, shape.hasAtSign, isDuplicate[index],
            isRepeated[index], block.linkCount > 0, totals.bodyIsKnown)
        row[.start] = Self.signs(
            shape.startsWithCapital, shape.startsWithDigit, shape.startsWithLowercase, shape.startsWithMark,
            index == totals.title, totals.title >= 0 && index > totals.title, index == totals.firstHeading, false)
        row.set(.kind, signs: Self.kind(of: element.tag), bytes: 2)
        row.set(.cues0, signs: UInt64(cues[index].anywhere.rawValue), bytes: 2)
        row.set(.cuesAtStart0, signs: UInt64(cues[index].atStart.rawValue), bytes: 2)
    }

    /// What the markup around the block and in it says.
    private func addSigns(_ row: BlockRow, _ index: Int, _ block: PageBlock, _ element: PageElement) {
        let inner = Int(block.element)
        let main = containers.main
        let heading = Int(totals.headings[index])
        row[.relation] = Self.signs(
            containers.contains(main, inner), containers.contains(Int(page.elements[main].parent), inner),
            inner < main, inner >= Int(containers.ends[main]),
            heading >= 0 && !cues[heading].atStart.isDisjoint(with: .furniture),
            heading >= 0 && containers.contains(headingHolder(heading), inner), false, false)
        row.set(.around0, signs: UInt64(element.around.rawValue), bytes: 3)
        // Kinds of markup from `quote` on say little of the element itself, and of inline elements the first eight too.
        row.set(.named0, signs: element.own.rawValue, bytes: 3)
        row.set(.path0, signs: element.path.rawValue, bytes: 5)
        row.set(.inline1, signs: block.inline.rawValue >> 8, bytes: 2)
    }

    private func headingHolder(_ heading: Int) -> Int {
        Int(page.elements[Int(page.blocks[heading].element)].parent)
    }

    @inline(__always)
    private static func signs(
        _ a: Bool, _ b: Bool, _ c: Bool, _ d: Bool, _ e: Bool, _ f: Bool, _ g: Bool, _ h: Bool
    ) -> UInt8 {
        func bit(_ sign: Bool, _ place: UInt8) -> UInt8 { sign ? 1 << place : 0 }
        return bit(a, 0) | bit(b, 1) | bit(c, 2) | bit(d, 3) | bit(e, 4) | bit(f, 5) | bit(g, 6) | bit(h, 7)
    }

    /// A bit for the kind of element.
    static func kind(of tag: HTMLTag) -> UInt64 {
        switch tag {
        case .p: 1 << 0
        case .li: 1 << 1
        case .div: 1 << 2
        case .td, .th: 1 << 3
        case .blockquote: 1 << 4
        case .figcaption: 1 << 5
        case .dd, .dt: 1 << 6
        case .section, .article: 1 << 7
        case .pre: 1 << 8
        case .unknown: 1 << 9
        default: tag.isHeading ? 1 << 10 : 1 << 11
        }
    }
}
