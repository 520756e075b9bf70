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
        let own = PageFeatures.count
        var row = [Float](repeating: 0, count: own + NeighbourhoodFeatures.count)
        let neighbourhood = NeighbourhoodFeatures(page, features, probabilities: alone)
        var together = alone
        for index in page.blocks.indices where alone[index] > Self.hopeless {
            let score = row.withUnsafeMutableBufferPointer { row in
                features.fill(UnsafeMutableBufferPointer(rebasing: row[..<own]), of: index)
                neighbourhood.fill(UnsafeMutableBufferPointer(rebasing: row[own...]), of: index)
                return second.score(UnsafeBufferPointer(row))
            }
            together[index] = Self.logistic(score)
            if index & 0x3F == 0 { try interruption.check() }
        }
        return together
    }

    /// What each block looks like by itself.
    func firstLook(_ page: Page, _ features: PageFeatures, interruption: Interruption) throws(WiredeskError)
        -> [Float]
    {
        var row = [Float](repeating: 0, count: PageFeatures.count)
        var alone: [Float] = []
        alone.reserveCapacity(page.blocks.count)
        for index in page.blocks.indices {
            if Self.isMenuEntry(page.blocks[index], page, features.shapes[index]) {
                alone.append(0)
                continue
            }
            let score = row.withUnsafeMutableBufferPointer { row in
                features.fill(row, of: index)
                return first.score(UnsafeBufferPointer(row))
            }
            alone.append(Self.logistic(score))
            if index & 0x3F == 0 { try interruption.check() }
        }
        return alone
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
