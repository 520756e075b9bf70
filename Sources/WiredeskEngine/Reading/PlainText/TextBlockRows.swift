/// What the trees see of blocks: their own features, their neighbours' and those of their place.
struct TextBlockRows {
    /// Neighbours on each side whose own features the trees see.
    private static let radius = 1

    private let features: TextBlockFeatures
    private let count: Int

    /// - Parameter count: the text's blocks.
    init(_ features: TextBlockFeatures, count: Int) {
        self.features = features
        self.count = count
    }

    /// The score of each of some blocks.
    ///
    /// - Parameters:
    ///   - width: how many numbers `more` adds at each row's end.
    ///   - more: those of a block.
    func scores(
        of blocks: [Int], by trees: TreeEnsemble, interruption: Interruption, adding width: Int = 0,
        more: (_ row: inout FeatureRow, _ block: Int) -> Void = { _, _ in }
    ) throws(WiredeskError) -> [Float] {
        try trees.scores(
            of: blocks,
            width: (2 * Self.radius + 1) * TextBlockFeatures.ownCount + TextBlockFeatures.contextCount + width,
            interruption: interruption
        ) { row, block in
            fill(&row, block)
            more(&row, block)
        }
    }

    private func fill(_ row: inout FeatureRow, _ block: Int) {
        let own = TextBlockFeatures.ownCount
        let context = TextBlockFeatures.contextCount
        for neighbour in (block - Self.radius)...(block + Self.radius) {
            // Neighbours beyond the ends count as nothing.
            let exists = neighbour >= 0 && neighbour < count
            if exists { row.add(features.own, neighbour * own..<(neighbour + 1) * own) } else { row.addZeros(own) }
        }
        row.add(features.context, block * context..<(block + 1) * context)
    }
}
