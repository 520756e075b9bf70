/// Gradient-boosted decision trees (Friedman, 2001) as `Training/reading` writes them.
struct TreeEnsemble: Sendable {
    private struct Node {
        /// Which number is compared, -1 in a leaf.
        var feature: Int32
        /// The number goes left up to here; in a leaf, what the tree adds.
        var value: Float
        /// The left branch follows at once.
        var right: Int32
    }

    private var nodes: [Node] = []
    private var roots: [Int32] = []
    /// After so many trees a score beyond `certain` is not changed by the rest.
    private static let checkpoints = 16
    private static let certain: Float = 3.7

    /// Reads trees in preorder: `feature<threshold` for a split, its left and its right branch; a bare number for a leaf.
    /// Trees are separated by `/`.
    init(_ text: UnsafeBufferPointer<UInt8>) {
        var pending: [Int32] = []
        roots = [0]
        for word in text.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
            if word.count == 1, word.first == 0x2F {
                roots.append(Int32(nodes.count))
                pending.removeAll()
                continue
            }
            // A node that follows a finished left branch is the right one of the innermost split that waits.
            if let last = nodes.last, last.feature < 0, Int(roots.last ?? 0) < nodes.count,
                let split = pending.popLast()
            {
                nodes[Int(split)].right = Int32(nodes.count)
            }
            let parts = word.split(separator: 0x3C)
            if parts.count == 2 {
                pending.append(Int32(nodes.count))
                nodes.append(Node(feature: Int32(Self.number(parts[0])), value: Self.number(parts[1]), right: 0))
            } else {
                nodes.append(Node(feature: -1, value: Self.number(word), right: 0))
            }
        }
    }

    /// The text up to a NUL.
    init(_ table: UnsafePointer<UInt8>) {
        var count = 0
        while table[count] != 0 { count += 1 }
        self.init(UnsafeBufferPointer(start: table, count: count))
    }

    private static func number(_ digits: some Collection<UInt8>) -> Float {
        Float(String(decoding: digits, as: UTF8.self)) ?? 0
    }

    /// The sum of the trees' leaves: the logarithm of the odds.
    func score(_ numbers: UnsafeBufferPointer<Float>) -> Float {
        nodes.withUnsafeBufferPointer { nodes in
            var total: Float = 0
            var evaluated = 0
            for root in roots {
                var node = Int(root)
                while nodes[node].feature >= 0 {
                    node = numbers[Int(nodes[node].feature)] <= nodes[node].value ? node + 1 : Int(nodes[node].right)
                }
                total += nodes[node].value
                evaluated += 1
                if evaluated % Self.checkpoints == 0, abs(total) > Self.certain { break }
            }
            return total
        }
    }
}
