/// What the trees see of a block: its own features, its neighbours' and those of its place.
struct TextBlockRows {
    /// Neighbours on each side whose own features the trees see.
    private static let radius = 1
    private static let contextStart = (2 * radius + 1) * TextBlockFeatures.ownCount

    private let features: TextBlockFeatures
    private let count: Int
    private var row: [Float]

    /// - Parameters:
    ///   - count: the text's blocks.
    ///   - more: numbers that the caller adds to each row.
    init(_ features: TextBlockFeatures, count: Int, more: Int = 0) {
        self.features = features
        self.count = count
        row = [Float](repeating: 0, count: Self.contextStart + TextBlockFeatures.contextCount + more)
    }

    /// A block's score; `more` stands at the row's end.
    mutating func score(_ block: Int, by trees: TreeEnsemble, more: [Float] = []) -> Float {
        let own = TextBlockFeatures.ownCount
        let context = TextBlockFeatures.contextCount
        for offset in -Self.radius...Self.radius {
            let start = (offset + Self.radius) * own
            let neighbour = block + offset
            // Neighbours beyond the ends count as nothing.
            let exists = neighbour >= 0 && neighbour < count
            for index in 0..<own { row[start + index] = exists ? features.own[neighbour * own + index] : 0 }
        }
        for index in 0..<context { row[Self.contextStart + index] = features.context[block * context + index] }
        for (index, value) in more.enumerated() { row[Self.contextStart + context + index] = value }
        return row.withUnsafeBufferPointer { trees.score($0) }
    }
}
