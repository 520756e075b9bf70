/// Gradient-boosted decision trees (Friedman, 2001) as `Training/reading` writes them.
struct TreeEnsemble: Sendable {
    private struct Node {
        /// Which number is compared, -1 in a leaf.
        var feature: Int32
        /// The number goes left up to here; in a leaf, what the tree adds.
        var value: Float
        /// The left branch; the right one is next to it, so that going down takes no jump that a processor has to guess.
        var branches: Int32
    }

    private var nodes: [Node] = []
    private var roots: [Int32] = []
    /// After so many trees a score beyond `certain` is not changed by the rest.
    private static let checkpoints = 16
    private static let certain: Float = 3.7

    /// Reads trees in preorder: `feature<threshold` for a split, its left and its right branch; a bare number for a leaf.
    /// Trees are separated by `/`.
    init(_ model: StaticString) {
        let unread = Node(feature: -1, value: 0, branches: 0)
        // Where the branches go that have not been read, the next one last.
        var pending: [Int] = []
        let text = UnsafeBufferPointer(start: model.utf8Start, count: model.utf8CodeUnitCount)
        for word in text.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
            if word.count == 1, word.first == 0x2F { continue }
            if pending.isEmpty {
                pending.append(nodes.count)
                roots.append(Int32(nodes.count))
                nodes.append(unread)
            }
            let place = pending.removeLast()
            let parts = word.split(separator: 0x3C)
            if parts.count == 2 {
                pending += [nodes.count + 1, nodes.count]
                nodes[place] = Node(
                    feature: Int32(Self.number(parts[0])), value: Self.number(parts[1]), branches: Int32(nodes.count))
                nodes += [unread, unread]
            } else {
                nodes[place].value = Self.number(word)
            }
        }
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
                var node = nodes[Int(root)]
                while node.feature >= 0 {
                    let goesLeft = numbers[Int(node.feature)] <= node.value
                    node = nodes[Int(node.branches) + (goesLeft ? 0 : 1)]
                }
                total += node.value
                evaluated += 1
                if evaluated % Self.checkpoints == 0, abs(total) > Self.certain { break }
            }
            return total
        }
    }
}
