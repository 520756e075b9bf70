import CWiredeskKernels

/// Reads the text of a `TreeEnsemble`.
struct TreeEnsembleParser {
    /// Leaves of a tree at most.
    private static let leaves = Int(WIREDESK_ENSEMBLE_LEAVES)

    /// Ordered by what they look at, those of low thresholds first.
    let splits: [wiredesk_tree_split]
    private(set) var features: [wiredesk_tree_feature] = []
    /// What each tree adds, leaf by leaf from the left, as many to a tree as one may have.
    private(set) var values: [Float] = []
    private(set) var trees = 0

    init(_ text: UnsafeBufferPointer<UInt8>) {
        var read: [(feature: Int32, split: wiredesk_tree_split)] = []
        for tree in text.split(separator: 0x2F) {
            guard let leaves = Self.read(tree, number: trees, into: &read) else { continue }
            values += leaves + [Float](repeating: 0, count: Self.leaves - leaves.count)
            trees += 1
        }
        read.sort { ($0.feature, $0.split.threshold) < ($1.feature, $1.split.threshold) }
        splits = read.map(\.split)
        for (index, entry) in read.enumerated() {
            if features.last?.index != entry.feature {
                features.append(wiredesk_tree_feature(index: entry.feature, first: Int32(index), end: 0))
            }
            features[features.count - 1].end = Int32(index + 1)
        }
    }

    /// The leaves of a tree; its splits are added.
    private static func read(
        _ text: Slice<UnsafeBufferPointer<UInt8>>, number tree: Int,
        into read: inout [(feature: Int32, split: wiredesk_tree_split)]
    ) -> [Float]? {
        // Splits whose right branch has not begun: where they stand, and their first leaf.
        var pending: [(index: Int, firstLeaf: Int)] = []
        var leaves: [Float] = []
        for word in text.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
            let parts = word.split(separator: 0x3C)
            if parts.count == 2 {
                pending.append((read.count, leaves.count))
                let split = wiredesk_tree_split(threshold: number(parts[1]), tree: Int32(tree), right: .max)
                read.append((Int32(number(parts[0])), split))
                continue
            }
            leaves.append(number(word))
            // A leaf ends the left branch of the innermost split that waits: those are the leaves that it strikes out.
            if let split = pending.popLast() {
                let struck = UInt32(truncatingIfNeeded: (1 << leaves.count) - (1 << split.firstLeaf))
                read[split.index].split.right = ~struck
            }
        }
        precondition(leaves.count <= Self.leaves, "a tree of \(leaves.count) leaves")
        return leaves.isEmpty ? nil : leaves
    }

    /// The decimal number. Nearly all have few digits and no exponent: these are a whole number divided by a power of ten,
    /// which is exact before the one rounding of the division.
    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Float {
        var whole = 0.0
        var scale = 1.0
        var isFraction = false
        for byte in digits.dropFirst(digits.first == 0x2D ? 1 : 0) {
            if byte == 0x2E {
                isFraction = true
                continue
            }
            guard byte.isDigit, scale < 1e15, whole < 1e14 else {
                return Float(String(decoding: digits, as: UTF8.self)) ?? 0
            }
            whole = whole * 10 + Double(byte - 0x30)
            if isFraction { scale *= 10 }
        }
        return Float(digits.first == 0x2D ? -whole / scale : whole / scale)
    }
}
