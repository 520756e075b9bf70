/// Decides which blocks of a whole page's text are the article's: a small neural network over each block, its
/// neighbours and its place, then the best sequence of decisions (Viterbi, 1967), because an article hangs together.
struct TextBlockClassifier {
    static let shared = TextBlockClassifier()

    /// Neighbours on each side whose own features the network sees.
    private static let radius = 3

    private let inputWeights: [Float]
    private let hiddenBiases: [Float]
    private let outputWeights: [Float]
    private let outputBias: Float

    private init() {
        let table = TextBlockWeights.numbers
        let bytes = UnsafeBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount)
        var values: [Float] = []
        values.reserveCapacity(TextBlockWeights.hidden * (TextBlockWeights.inputs + 2) + 1)
        var index = 0
        while index < bytes.count {
            let isNegative = bytes[index] == UInt8(ascii: "-")
            if isNegative { index += 1 }
            let start = index
            var value = 0
            while index < bytes.count, (0x30...0x39).contains(bytes[index]) {
                value = value * 10 + Int(bytes[index] - 0x30)
                index += 1
            }
            if index > start {
                values.append(Float(isNegative ? -value : value) / TextBlockWeights.scale)
            } else {
                index += 1
            }
        }
        let hidden = TextBlockWeights.hidden
        let split = hidden * TextBlockWeights.inputs
        inputWeights = Array(values[..<split])
        hiddenBiases = Array(values[split..<(split + hidden)])
        outputWeights = Array(values[(split + hidden)..<(split + 2 * hidden)])
        outputBias = values[split + 2 * hidden]
    }

    /// For each block whether it is the article's.
    func keeps(_ features: TextBlockFeatures, count: Int) -> [Bool] {
        let scores = (0..<count).map { logOdds(features, at: $0, count: count) + TextBlockWeights.bias }
        return Self.bestSequence(scores)
    }

    /// The log odds that one block is the article's.
    private func logOdds(_ features: TextBlockFeatures, at block: Int, count: Int) -> Float {
        let own = TextBlockFeatures.ownCount
        let context = TextBlockFeatures.contextCount
        let low = max(0, block - Self.radius)
        let high = min(count, block + Self.radius + 1)
        // Neighbours beyond the ends count as nothing, so the weights of those that exist are one stretch.
        let weightStart = (low - (block - Self.radius)) * own
        let contextStart = (2 * Self.radius + 1) * own
        var sum = outputBias
        features.own.withUnsafeBufferPointer { ownValues in
            features.context.withUnsafeBufferPointer { contextValues in
                inputWeights.withUnsafeBufferPointer { weights in
                    for unit in hiddenBiases.indices {
                        let row = unit * TextBlockWeights.inputs
                        var activation = hiddenBiases[unit]
                        activation += Self.dot(
                            weights, row + weightStart, ownValues, low * own, count: (high - low) * own)
                        activation += Self.dot(
                            weights, row + contextStart, contextValues, block * context, count: context)
                        if activation > 0 { sum += activation * outputWeights[unit] }
                    }
                }
            }
        }
        return sum
    }

    /// A dot product, eight sums at a time.
    @inline(__always)
    private static func dot(
        _ left: UnsafeBufferPointer<Float>, _ leftStart: Int, _ right: UnsafeBufferPointer<Float>, _ rightStart: Int,
        count: Int
    ) -> Float {
        var sums = SIMD8<Float>()
        var index = 0
        let leftBytes = UnsafeRawBufferPointer(left)
        let rightBytes = UnsafeRawBufferPointer(right)
        let stride = MemoryLayout<Float>.stride
        while index + 8 <= count {
            let a = leftBytes.loadUnaligned(fromByteOffset: (leftStart + index) * stride, as: SIMD8<Float>.self)
            let b = rightBytes.loadUnaligned(fromByteOffset: (rightStart + index) * stride, as: SIMD8<Float>.self)
            sums += a * b
            index += 8
        }
        var sum = sums.sum()
        while index < count {
            sum += left[leftStart + index] * right[rightStart + index]
            index += 1
        }
        return sum
    }

    /// Viterbi over drop and keep.
    private static func bestSequence(_ scores: [Float]) -> [Bool] {
        guard let first = scores.first else { return [] }
        let steps = TextBlockWeights.steps
        var drop: Float = 0
        var keep = first
        // For each block whether the best way to drop it, and to keep it, came from a kept one.
        var cameFromKeep: [(drop: Bool, keep: Bool)] = [(false, false)]
        cameFromKeep.reserveCapacity(scores.count)
        for score in scores.dropFirst() {
            let (toDrop, toDropFromKeep) = (drop + steps[0], keep + steps[2])
            let (toKeep, toKeepFromKeep) = (drop + steps[1], keep + steps[3])
            cameFromKeep.append((toDropFromKeep > toDrop, toKeepFromKeep > toKeep))
            drop = max(toDrop, toDropFromKeep)
            keep = max(toKeep, toKeepFromKeep) + score
        }
        var isKept = keep > drop
        var path = [Bool](repeating: false, count: scores.count)
        for index in scores.indices.reversed() {
            path[index] = isKept
            isKept = isKept ? cameFromKeep[index].keep : cameFromKeep[index].drop
        }
        return path
    }
}
