import CWiredeskTables

/// Says how likely a block belongs to the article.
///
/// Boosted trees look at each block twice: first by itself and where it stands, then together with what the first look
/// said of the blocks around it and of those in elements named alike (stacking; Wolpert, 1992).
struct BlockClassifier: Sendable {
    static let shared = BlockClassifier(
        first: TreeEnsemble(wiredesk_block_model_first()), second: TreeEnsemble(wiredesk_block_model_second()))

    /// Below it the first look is final.
    static let hopeless: Float = 0.02

    let first: TreeEnsemble
    let second: TreeEnsemble

    /// The probability of each block of the page.
    func probabilities(_ page: Page, _ features: PageFeatures, interruption: Interruption) throws(WiredeskError)
        -> [Float]
    {
        let alone = try firstLook(page, features, interruption: interruption)
        let neighbourhood = NeighbourhoodFeatures(page, features, probabilities: alone)
        var together = alone
        let hopeful = page.blocks.indices.filter { alone[$0] > Self.hopeless }
        try score(hopeful, with: second, into: &together, interruption: interruption) { row, index in
            features.fill(&row, of: index)
            neighbourhood.fill(&row, of: index)
        }
        return together
    }

    /// What each block looks like by itself.
    func firstLook(_ page: Page, _ features: PageFeatures, interruption: Interruption) throws(WiredeskError)
        -> [Float]
    {
        var alone = [Float](repeating: 0, count: page.blocks.count)
        let open = page.blocks.indices.filter { !Self.isMenuEntry(page.blocks[$0], page, features.shapes[$0]) }
        try score(open, with: first, into: &alone, interruption: interruption) { row, index in
            features.fill(&row, of: index)
        }
        return alone
    }

    /// Writes the probabilities of some of the blocks, as many at a time as the trees take.
    private func score(
        _ blocks: [Int], with ensemble: TreeEnsemble, into probabilities: inout [Float], interruption: Interruption,
        _ fill: (inout FeatureRow, Int) -> Void
    ) throws(WiredeskError) {
        var rows = [TreeEnsemble.Row](repeating: .zero, count: PageFeatures.count + NeighbourhoodFeatures.count)
        for start in stride(from: 0, to: blocks.count, by: TreeEnsemble.lanes) {
            let chosen = blocks[start..<min(blocks.count, start + TreeEnsemble.lanes)]
            let scores = rows.withUnsafeMutableBufferPointer { rows in
                rows.update(repeating: .zero)
                for (lane, index) in chosen.enumerated() {
                    var row = FeatureRow(rows, lane: lane)
                    fill(&row, index)
                }
                return ensemble.scores(UnsafeBufferPointer(rows))
            }
            for (lane, index) in chosen.enumerated() { probabilities[index] = Self.logistic(scores[lane]) }
            if start & 0x3F == 0 { try interruption.check() }
        }
    }

    /// A few words that are all link, in a menu or a footer. Nearly half of a page's blocks are, and none of an article's.
    private static func isMenuEntry(_ block: PageBlock, _ page: Page, _ shape: BlockShape) -> Bool {
        guard shape.words <= 8, block.linkBytes * 5 > (block.end - block.start) * 4 else { return false }
        let element = page.elements[Int(block.element)]
        return !element.around.contains(.articleBody)
            && (!element.around.isDisjoint(with: [.nav, .footer])
                || !element.path.isDisjoint(with: [.navigation, .footer]))
    }

    /// 1 / (1 + e^-x) to a thousandth, without the C library.
    private static func logistic(_ score: Float) -> Float {
        // e^x = (e^(x/256))^256, and e^y is nearly 1 + y + y²/2 for small y.
        let small = max(-20, min(20, score)) / 256
        var power = 1 + small + small * small / 2
        for _ in 0..<8 { power *= power }
        return power / (1 + power)
    }
}
