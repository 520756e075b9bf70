import CWiredeskKernels

/// Gradient-boosted decision trees (Friedman, 2001) that ask the same of all rows on a level (Kohavi, 1994), as
/// `Training/reading` writes them. Thirty-two blocks are scored at once, without a jump that a processor has to guess.
struct SymmetricTrees: @unchecked Sendable {
    // Sendable: what it points to lies in the executable and never changes.

    static let lanes = Int(WIREDESK_TREE_LANES)

    private let trees: UnsafePointer<wiredesk_tree>
    private let count: Int32
    /// What a leaf's value is a multiple of, and the score before the first tree.
    private let unit: Float
    private let base: Float

    /// - Parameter table: the number of trees, the bytes from a column to the next, the unit and the base, four bytes each,
    ///   and the trees; to be kept in place.
    init(_ table: UnsafeRawPointer) {
        count = table.loadUnaligned(as: Int32.self)
        precondition(table.loadUnaligned(fromByteOffset: 4, as: Int32.self) == WIREDESK_COLUMN_STRIDE)
        unit = table.loadUnaligned(fromByteOffset: 8, as: Float.self)
        base = table.loadUnaligned(fromByteOffset: 12, as: Float.self)
        trees = (table + 16).assumingMemoryBound(to: wiredesk_tree.self)
    }

    /// Writes the probability of each of as many blocks as there are lanes at most.
    ///
    /// - Parameter rows: from `BlockColumns.reach` before the first block's on.
    func score(_ rows: UnsafePointer<UInt8>, into probabilities: UnsafeMutableBufferPointer<Float>) {
        withUnsafeTemporaryAllocation(of: Int16.self, capacity: Self.lanes) { sums in
            guard let start = sums.baseAddress else { return }
            wiredesk_score_rows(rows, trees, count, start)
            for lane in probabilities.indices.prefix(Self.lanes) {
                probabilities[lane] = Self.logistic(base + Float(sums[lane]) * unit)
            }
        }
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
