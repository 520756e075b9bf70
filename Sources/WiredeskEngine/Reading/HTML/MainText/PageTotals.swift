/// What all blocks of a page have in common.
struct PageTotals {
    var characters: Float = 0
    /// Characters of blocks that look like prose.
    var longText: Float = 0
    /// Characters of the blocks before each.
    var charactersBefore: [Float] = []
    /// The block that holds the headline: the first `h1` or `h2`, else the first block, that says what the title says. -1
    /// for none.
    var title = -1
    var firstHeading = -1
    /// Blocks since the last heading before each.
    var headingDistance: [Int] = []
    /// The last heading before each block, -1 for none.
    var headings: [Int32] = []
    var bodyIsKnown: Bool
    /// `article` elements.
    var articles: Float = 0

    init(_ page: Page, shapes: [BlockShape], shares: [ArticleClues.Shares], bodyIsKnown: Bool) {
        self.bodyIsKnown = bodyIsKnown
        charactersBefore.reserveCapacity(shapes.count)
        headingDistance.reserveCapacity(shapes.count)
        var lastHeading = -100
        headings.reserveCapacity(shapes.count)
        var titleText = -1
        for (index, shape) in shapes.enumerated() {
            let block = page.blocks[index]
            let element = page.elements[Int(block.element)]
            charactersBefore.append(characters)
            characters += shape.characters
            if shape.characters >= 80, block.linkBytes * 3 < block.end - block.start { longText += shape.characters }
            headingDistance.append(min(100, index - lastHeading))
            headings.append(Int32(truncatingIfNeeded: max(-1, lastHeading)))
            if titleText < 0, shares[index].title > 0.85 { titleText = index }
            guard element.tag.isHeading else { continue }
            lastHeading = index
            if firstHeading < 0, element.tag == .h1 { firstHeading = index }
            if title < 0, shares[index].title > 0.7, element.tag == .h1 || element.tag == .h2 { title = index }
        }
        if title < 0 { title = titleText }
        articles = Float(page.elements.count { $0.tag == .article })
    }
}
