@testable import WiredeskEngine

/// An averaged structured perceptron (Collins, 2002) with feature dropout.
final class Perceptron {
    let weights: UnsafeMutableBufferPointer<SIMD16<Float>>
    /// Sums of updates times their moment, for the average.
    private let sums: UnsafeMutableBufferPointer<SIMD16<Float>>
    private(set) var transitions = [Float](repeating: 0, count: NameLabel.count * (NameLabel.count + 1))
    private var transitionSums = [Float](repeating: 0, count: NameLabel.count * (NameLabel.count + 1))
    private var moment: Float = 1
    private var random: UInt64 = 0x9E37_79B9_7F4A_7C15

    static let dropout: Float = 0.3
    static let never: Float = -1e9

    init(rows: Int) {
        weights = .allocate(capacity: rows)
        weights.initialize(repeating: .zero)
        sums = .allocate(capacity: rows)
        sums.initialize(repeating: .zero)
    }

    deinit {
        weights.deallocate()
        sums.deallocate()
    }

    func nextRandom() -> UInt64 {
        random ^= random << 13
        random ^= random >> 7
        random ^= random << 17
        return random
    }

    /// One update if the best labels are not the right ones.
    ///
    /// - Parameters:
    ///   - rows: the rows of the words' features, all words'.
    ///   - ends: for each word the end of its rows.
    func learn(_ rows: [Int32], _ ends: [Int], _ right: ArraySlice<UInt8>, hasMisc: Bool) -> Int {
        moment += 1
        let found = decode(rows, ends, hasMisc: hasMisc)
        var wrong = 0
        var start = 0
        var before = (NameLabel.count, NameLabel.count)
        for (word, label) in right.enumerated() {
            let pair = (Int(label), Int(found[word]))
            if pair.0 != pair.1 {
                wrong += 1
                var update = SIMD16<Float>.zero
                if pair.0 > 0 { update[pair.0 - 1] = 1 }
                if pair.1 > 0 { update[pair.1 - 1] = -1 }
                for row in rows[start..<ends[word]] {
                    weights[Int(row)] += update
                    sums[Int(row)] += update * moment
                }
            }
            if pair.0 != pair.1 || before.0 != before.1 {
                add(1, from: before.0, to: pair.0)
                add(-1, from: before.1, to: pair.1)
            }
            before = pair
            start = ends[word]
        }
        return wrong
    }

    private func add(_ value: Float, from previous: Int, to label: Int) {
        transitions[previous * NameLabel.count + label] += value
        transitionSums[previous * NameLabel.count + label] += value * moment
    }

    /// Replaces the weights by their averages; dropout's share is taken off, since all features count from now on.
    func average() {
        for row in weights.indices {
            weights[row] = (weights[row] - sums[row] / moment) * (1 - Self.dropout)
        }
        for index in transitions.indices { transitions[index] -= transitionSums[index] / moment }
    }

    private static let followers: [[Int]] = (0..<NameLabel.count).map { label in
        (0...NameLabel.count).filter { NameDecoder.mayFollow(label, $0) }
    }
    private var best: [Float] = []
    private var from: [UInt8] = []

    func decode(_ rows: [Int32], _ ends: [Int], hasMisc: Bool) -> [UInt8] {
        let width = NameLabel.count
        let words = ends.count
        if best.count < words * width {
            best = Array(repeating: 0, count: words * width)
            from = Array(repeating: 0, count: words * width)
        }
        var labels = [UInt8](repeating: 0, count: words)
        best.withUnsafeMutableBufferPointer { best in
            from.withUnsafeMutableBufferPointer { from in
                transitions.withUnsafeBufferPointer { transitions in
                    var start = 0
                    for word in 0..<words {
                        var scores = SIMD16<Float>.zero
                        for index in start..<ends[word] { scores += weights[Int(rows[index])] }
                        start = ends[word]
                        for label in 0..<width {
                            var most = Self.never * 2
                            var choice = 0
                            for previous in Self.followers[label] where (previous == width) == (word == 0) {
                                let total =
                                    (word == 0 ? 0 : best[(word - 1) * width + previous])
                                    + transitions[previous * width + label]
                                if total > most { (most, choice) = (total, previous) }
                            }
                            if label > 0 {
                                most += scores[label - 1]
                                if !hasMisc, NameLabel.nameClass(label) == NameLabel.misc { most = Self.never }
                            }
                            best[word * width + label] = most
                            from[word * width + label] = UInt8(choice)
                        }
                    }
                    var label = 0
                    let last = (words - 1) * width
                    for other in 1..<width where !NameDecoder.isOpen(other) && best[last + other] > best[last + label] {
                        label = other
                    }
                    for word in stride(from: words - 1, through: 0, by: -1) {
                        labels[word] = UInt8(label)
                        label = Int(from[word * width + label])
                    }
                }
            }
        }
        return labels
    }
}
