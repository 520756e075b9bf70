/// Tells blocks that speak of what the running text speaks of from those that do not, by their longer words.
struct BlockVocabulary {
    /// For each block the share of its longer words that some other block of running text has too.
    private(set) var shares: [Float]
    /// For each block in how many other blocks of running text its longer words stand, on average.
    private(set) var frequencies: [Float]

    /// Letters of a word that tells something.
    private static let shortest = 5
    /// A word in more blocks tells no more.
    private static let mostBlocks: Float = 5

    /// - Parameter shared: for each block whether it is running text.
    init(_ blocks: [TextBlock], shared: [Bool], in bytes: UnsafeBufferPointer<UInt8>) {
        var words: [UInt64] = []
        words.reserveCapacity(blocks.reduce(0) { $0 + $1.measures.words })
        var ends: [Int] = []
        ends.reserveCapacity(blocks.count)
        for block in blocks {
            let start = words.count
            for line in block.lines { Self.collect(bytes, line, &words) }
            words[start...].sort()
            Self.removeRepeats(&words, from: start)
            ends.append(words.count)
        }
        var table = WordCounts(capacity: words.count)
        var start = 0
        for (block, end) in ends.enumerated() {
            if shared[block] { for word in words[start..<end] { table.count(word) } }
            start = end
        }
        shares = [Float](repeating: 0, count: blocks.count)
        frequencies = shares
        start = 0
        for (block, end) in ends.enumerated() {
            defer { start = end }
            guard end > start else { continue }
            let own: Float = shared[block] ? 1 : 0
            var found: Float = 0
            var sum: Float = 0
            for word in words[start..<end] {
                let others = max(0, Float(table[word]) - own)
                if others > 0 { found += 1 }
                sum += min(Self.mostBlocks, others)
            }
            shares[block] = found / Float(end - start)
            frequencies[block] = sum / Float(end - start)
        }
    }

    /// The hashes of a line's longer words.
    private static func collect(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ words: inout [UInt64]) {
        var hash = WordTable.basis
        var letters = 0
        var index = line.lowerBound
        while index < line.upperBound {
            let scalar = ScalarDecoder.next(bytes, &index, end: line.upperBound)
            let kind = ScalarKind(scalar)
            if kind.isLetter {
                hash = WordTable.mixed(hash, kind == .upper ? ScalarKind.lowercased(scalar) : scalar)
                letters += 1
            } else if letters > 0 {
                if letters >= shortest { words.append(hash) }
                hash = WordTable.basis
                letters = 0
            }
        }
        if letters >= shortest { words.append(hash) }
    }

    private static func removeRepeats(_ words: inout [UInt64], from start: Int) {
        guard words.count > start + 1 else { return }
        var end = start + 1
        for index in (start + 1)..<words.count where words[index] != words[end - 1] {
            words[end] = words[index]
            end += 1
        }
        words.removeLast(words.count - end)
    }
}
