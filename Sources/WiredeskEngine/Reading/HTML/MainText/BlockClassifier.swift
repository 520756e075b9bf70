import CWiredeskTables

/// Says how likely a block belongs to the article.
///
/// Boosted trees look at each block twice: first by itself and where it stands, then together with what the first look
/// said of the blocks around it and of those in elements named alike (stacking; Wolpert, 1992).
struct BlockClassifier: Sendable {
    static let shared = BlockClassifier(
        first: SymmetricTrees(wiredesk_block_model_first()), second: SymmetricTrees(wiredesk_block_model_second()))

    /// Below it the first look is final.
    static let hopeless: Float = 0.02

    let first: SymmetricTrees
    let second: SymmetricTrees

    /// The probability of each block of the page.
    func probabilities(_ page: Page, _ features: PageFeatures, interruption: Interruption) throws(WiredeskError)
        -> [Float]
    {
        var (alone, rows) = try firstLook(page, features, interruption: interruption)
        let neighbourhood = NeighbourhoodFeatures(page, features, probabilities: alone)
        var together = alone
        let count = page.blocks.count
        for start in stride(from: 0, to: count, by: BlockColumns.capacity) {
            let blocks = start..<min(count, start + BlockColumns.capacity)
            let isWritten = rows != nil
            var columns = rows.take() ?? BlockColumns(blocks, of: count)
            columns.write { row, block in
                if !isWritten { features.fill(row, of: block) }
                neighbourhood.fill(row, of: block, isScored: alone[block] > Self.hopeless)
            }
            Self.score(blocks, columns, with: second, into: &together) { alone[$0] > Self.hopeless }
            try interruption.check()
        }
        return together
    }

    /// What each block looks like by itself; and the blocks' rows, if the page has so few that they are all there.
    func firstLook(_ page: Page, _ features: PageFeatures, interruption: Interruption) throws(WiredeskError)
        -> (probabilities: [Float], rows: BlockColumns?)
    {
        let count = page.blocks.count
        var alone = [Float](repeating: 0, count: count)
        for start in stride(from: 0, to: count, by: BlockColumns.capacity) {
            let blocks = start..<min(count, start + BlockColumns.capacity)
            var columns = BlockColumns(blocks, of: count)
            columns.write { row, block in features.fill(row, of: block) }
            Self.score(blocks, columns, with: first, into: &alone) { !features.isMenuEntry[$0] }
            try interruption.check()
            if blocks.count == count { return (alone, columns) }
        }
        return (alone, nil)
    }

    /// Writes the probabilities of those of the blocks that are worth it.
    private static func score(
        _ blocks: Range<Int>, _ columns: BlockColumns, with trees: SymmetricTrees, into probabilities: inout [Float],
        where isWorth: (Int) -> Bool
    ) {
        columns.read { rows in
            withUnsafeTemporaryAllocation(of: Float.self, capacity: SymmetricTrees.lanes) { scores in
                for start in stride(from: blocks.lowerBound, to: blocks.upperBound, by: SymmetricTrees.lanes) {
                    let chosen = start..<min(blocks.upperBound, start + SymmetricTrees.lanes)
                    guard chosen.contains(where: isWorth) else { continue }
                    trees.score(rows + start - blocks.lowerBound, into: scores)
                    for block in chosen where isWorth(block) { probabilities[block] = scores[block - start] }
                }
            }
        }
    }
}
