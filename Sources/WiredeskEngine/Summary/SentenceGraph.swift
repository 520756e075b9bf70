/// How alike the sentences are: cosines between neighbours in a block, and what follows from them.
///
/// Only sentences of one block of 128 are compared, through an inverted index, so that the cost grows with the text's
/// length and not with its square. A news article is one block.
struct SentenceGraph {
    static let blockSize = 128

    /// Continuous LexRank (Erkan and Radev, 2004) times the block's size: 1 is average.
    private(set) var rank: [Float]
    /// Sum of a sentence's cosines with the others.
    private(set) var degree: [Float]
    /// Its highest cosine with another, with one before it, with the block's first, with its neighbours.
    private(set) var highest: [Float]
    private(set) var highestBefore: [Float]
    private(set) var withFirst: [Float]
    private(set) var withPrevious: [Float]
    private(set) var withNext: [Float]

    init(_ vectors: TermVectors, interruption: Interruption) throws(WiredeskError) {
        let count = vectors.count
        rank = Array(repeating: 1, count: count)
        degree = Array(repeating: 0, count: count)
        highest = degree
        highestBefore = degree
        withFirst = degree
        withPrevious = degree
        withNext = degree
        var postings = Postings(terms: vectors.frequencies.count)
        for start in stride(from: 0, to: count, by: Self.blockSize) {
            try interruption.check()
            let size = min(Self.blockSize, count - start)
            let cosines = postings.cosines(of: start..<start + size, in: vectors)
            cosines.withUnsafeBufferPointer { readOff($0, start: start, size: size) }
        }
    }

    private mutating func readOff(_ cosines: UnsafeBufferPointer<Float>, start: Int, size: Int) {
        for row in 0..<size {
            let line = UnsafeBufferPointer(rebasing: cosines[(row * size)..<((row + 1) * size)])
            var (sum, top): (Float, Float) = (0, 0)
            for cosine in line {
                sum += cosine
                top = max(top, cosine)
            }
            degree[start + row] = sum
            highest[start + row] = top
            highestBefore[start + row] = line[..<row].max() ?? 0
            withFirst[start + row] = line[0]
            if row > 0 { withPrevious[start + row] = line[row - 1] }
            if row + 1 < size { withNext[start + row] = line[row + 1] }
        }
        rankBlock(cosines, start: start, size: size)
    }

    /// Power iteration; fifteen rounds bring the order to rest.
    private mutating func rankBlock(_ cosines: UnsafeBufferPointer<Float>, start: Int, size: Int) {
        let damping: Float = 0.85
        let degree = Array(degree[start..<(start + size)])
        var current = [Float](repeating: 1 / Float(size), count: size)
        var next = current
        for _ in 0..<15 {
            var stranded: Float = 0
            for row in 0..<size where degree[row] <= 1e-6 { stranded += current[row] }
            for row in 0..<size { next[row] = (1 - damping) / Float(size) + damping * stranded / Float(size) }
            next.withUnsafeMutableBufferPointer { next in
                for row in 0..<size where degree[row] > 1e-6 {
                    let line = UnsafeBufferPointer(rebasing: cosines[(row * size)..<((row + 1) * size)])
                    Self.add(line, times: damping * current[row] / degree[row], to: next)
                }
            }
            swap(&current, &next)
        }
        for row in 0..<size { rank[start + row] = current[row] * Float(size) }
    }

    private static func add(
        _ numbers: UnsafeBufferPointer<Float>, times factor: Float, to sums: UnsafeMutableBufferPointer<Float>
    ) {
        for index in 0..<sums.count { sums[index] += factor * numbers[index] }
    }
}

/// An inverted index over one block at a time.
private struct Postings {
    /// For each term its latest posting in this block, -1 for none.
    private var latest: [Int32]
    private var entries: [(sentence: Int32, weight: Float, previous: Int32)] = []

    init(terms: Int) { latest = Array(repeating: -1, count: terms) }

    /// The matrix of cosines, zero on the diagonal.
    mutating func cosines(of sentences: Range<Int>, in vectors: TermVectors) -> [Float] {
        let size = sentences.count
        var cosines = [Float](repeating: 0, count: size * size)
        entries.removeAll(keepingCapacity: true)
        for row in 0..<size {
            for index in vectors.range(of: sentences.lowerBound + row) {
                let term = Int(vectors.terms[index])
                let weight = vectors.weights[index]
                var entry = latest[term]
                while entry >= 0 {
                    let posting = entries[Int(entry)]
                    let product = weight * posting.weight
                    cosines[row * size + Int(posting.sentence)] += product
                    cosines[Int(posting.sentence) * size + row] += product
                    entry = posting.previous
                }
                entries.append((Int32(truncatingIfNeeded: row), weight, latest[term]))
                latest[term] = Int32(truncatingIfNeeded: entries.count - 1)
            }
        }
        for sentence in sentences {
            for index in vectors.range(of: sentence) { latest[Int(vectors.terms[index])] = -1 }
        }
        return cosines
    }
}
