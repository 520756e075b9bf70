/// Gradient-boosted decision trees (Friedman, 2001) as `Training/reading` writes them, evaluated for eight rows at once.
///
/// No tree is walked. Every split that sends a row to the right strikes out the leaves on its left, and the first leaf
/// that is left is the row's (QuickScorer; Lucchese and others, 2015). The splits are ordered by what they look at, and
/// nothing depends on a comparison, so that the processor has nothing to guess.
struct TreeEnsemble: Sendable {
    typealias Row = SIMD8<Float>
    static let lanes = 8

    private struct Split {
        /// A number goes left up to here.
        var threshold: Float
        var tree: Int32
        /// The tree's leaves that are left for a row that goes right.
        var right: UInt32
    }

    /// The splits that look at one number, those of low thresholds first.
    private struct Feature {
        var index: Int
        var splits: Range<Int>
    }

    /// Leaves of a tree at most.
    private static let leaves = 32
    /// Splits of a feature that are looked at before it is asked whether the rest matter.
    private static let run = 8
    /// After so many trees a score beyond `certain` is not changed by the rest.
    private static let checkpoints = 16
    private static let certain: Float = 3.7

    private var splits: [Split] = []
    private var features: [Feature] = []
    /// What each tree adds, leaf by leaf from the left, `leaves` to a tree.
    private var values: [Float] = []
    private var trees = 0

    /// The score of each of eight rows, which is the logarithm of the odds: the sum of its leaves.
    ///
    /// - Parameter numbers: the rows side by side, one vector for each feature.
    func scores(_ numbers: UnsafeBufferPointer<Row>) -> Row {
        withUnsafeTemporaryAllocation(of: SIMD8<UInt32>.self, capacity: trees) { left in
            left.initialize(repeating: SIMD8(repeating: .max))
            strikeOut(numbers, from: left)
            return sums(of: left)
        }
    }

    /// Strikes out the leaves that each row does not reach.
    private func strikeOut(_ numbers: UnsafeBufferPointer<Row>, from left: UnsafeMutableBufferPointer<SIMD8<UInt32>>) {
        splits.withUnsafeBufferPointer { splits in
            for feature in features {
                let row = numbers[feature.index]
                for start in stride(from: feature.splits.lowerBound, to: feature.splits.upperBound, by: Self.run) {
                    // Where all rows go left they do so at every higher threshold; most features are no in all rows.
                    if Self.allGoLeft(row, splits[start].threshold) { break }
                    for index in start..<min(start + Self.run, feature.splits.upperBound) {
                        let split = splits[index]
                        let goesLeft = unsafeBitCast(row .<= Row(repeating: split.threshold), to: SIMD8<UInt32>.self)
                        left[Int(split.tree)] &= goesLeft | SIMD8(repeating: split.right)
                    }
                }
            }
        }
    }

    @inline(__always)
    private static func allGoLeft(_ row: Row, _ threshold: Float) -> Bool {
        let goesLeft = unsafeBitCast(row .<= Row(repeating: threshold), to: SIMD4<UInt64>.self)
        let halves = goesLeft.lowHalf & goesLeft.highHalf
        return halves[0] & halves[1] == .max
    }

    /// Adds up the first leaf that is left in each tree, tree by tree as training did.
    private func sums(of left: UnsafeMutableBufferPointer<SIMD8<UInt32>>) -> Row {
        values.withUnsafeBufferPointer { values in
            var total = Row(repeating: 0)
            var result = total
            var undecided: UInt8 = .max
            for tree in 0..<trees {
                let leaves = left[tree]
                for lane in 0..<Self.lanes {
                    total[lane] += values[tree * Self.leaves + leaves[lane].trailingZeroBitCount]
                }
                guard (tree + 1) % Self.checkpoints == 0 || tree + 1 == trees else { continue }
                for lane in 0..<Self.lanes where undecided & 1 << UInt8(lane) != 0 {
                    result[lane] = total[lane]
                    if abs(total[lane]) > Self.certain { undecided &= ~(1 << UInt8(lane)) }
                }
                if undecided == 0 { break }
            }
            return result
        }
    }
}

// MARK: Reading weights

extension TreeEnsemble {
    /// Reads trees in preorder: `feature<threshold` for a split, its left and its right branch; a bare number for a leaf.
    /// Trees are separated by `/`.
    init(_ text: UnsafeBufferPointer<UInt8>) {
        var read: [(feature: Int, split: Split)] = []
        for tree in text.split(separator: 0x2F) { add(tree, to: &read) }
        read.sort { ($0.feature, $0.split.threshold) < ($1.feature, $1.split.threshold) }
        splits = read.map(\.split)
        for (index, entry) in read.enumerated() {
            if features.last?.index == entry.feature {
                let start = features[features.count - 1].splits.lowerBound
                features[features.count - 1].splits = start..<(index + 1)
            } else {
                features.append(Feature(index: entry.feature, splits: index..<(index + 1)))
            }
        }
    }

    private mutating func add(_ tree: Slice<UnsafeBufferPointer<UInt8>>, to read: inout [(feature: Int, split: Split)])
    {
        // Splits whose right branch has not begun: where they stand, and their first leaf.
        var pending: [(index: Int, firstLeaf: Int)] = []
        var leaves: [Float] = []
        for word in tree.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
            let parts = word.split(separator: 0x3C)
            if parts.count == 2 {
                pending.append((read.count, leaves.count))
                let split = Split(threshold: Self.number(parts[1]), tree: Int32(trees), right: .max)
                read.append((Int(Self.number(parts[0])), split))
                continue
            }
            leaves.append(Self.number(word))
            // A leaf ends the left branch of the innermost split that waits: those are the leaves that it strikes out.
            if let split = pending.popLast() {
                let struck = UInt32(truncatingIfNeeded: (1 << leaves.count) - (1 << split.firstLeaf))
                read[split.index].split.right = ~struck
            }
        }
        guard !leaves.isEmpty else { return }
        precondition(leaves.count <= Self.leaves, "a tree of \(leaves.count) leaves")
        values += leaves + [Float](repeating: 0, count: Self.leaves - leaves.count)
        trees += 1
    }

    /// The text up to a NUL.
    init(_ table: UnsafePointer<UInt8>) {
        var count = 0
        while table[count] != 0 { count += 1 }
        self.init(UnsafeBufferPointer(start: table, count: count))
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
