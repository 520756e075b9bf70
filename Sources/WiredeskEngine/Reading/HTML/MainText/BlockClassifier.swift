/// Says how likely a block belongs to the article.
struct BlockClassifier: Sendable {
    static let shared = BlockClassifier()

    private let trees = TreeEnsemble(BlockModel.trees)

    /// The probability for each block of the page.
    func probabilities(_ features: PageFeatures, count: Int, interruption: Interruption) throws(WiredeskError)
        -> [Float]
    {
        var row = [Float](repeating: 0, count: PageFeatures.count)
        var probabilities: [Float] = []
        probabilities.reserveCapacity(count)
        for index in 0..<count {
            let score = row.withUnsafeMutableBufferPointer { row in
                features.fill(row, of: index)
                return trees.score(UnsafeBufferPointer(row))
            }
            probabilities.append(Self.logistic(score))
            if index & 0x3F == 0 { try interruption.check() }
        }
        return probabilities
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
