import CWiredeskKernels

/// What the network makes of a stretch of words and of those around it, a row each.
struct NameNetworkRows {
    let model: NameNetworkModel
    /// For each row how far the next word is that is not plain.
    let distances: [Int]
    /// The rows that are words of the sentence.
    let inside: Range<Int>
    /// `NameNetworkModel.rowWidth` numbers a row.
    let embeddings: UnsafeMutablePointer<UInt8>
    /// For each layer `stateBytes`, `NameNetworkModel.width` a row.
    let states: UnsafeMutablePointer<UInt8>
    let sums: UnsafeMutablePointer<Int32>

    /// No stretch has more rows.
    static let most = 70
    static let stateBytes = most * NameNetworkModel.width

    /// Sums up what is known of the words that a word which is not plain depends on.
    func embed(_ word: (Int) -> UnsafePointer<TaggerWord>) {
        for row in distances.indices where distances[row] <= NameNetworkModel.layers {
            let output = embeddings + row * NameNetworkModel.rowWidth
            if inside.contains(row) {
                model.embed(word(row), into: output)
            } else {
                output.update(from: model.boundary, count: NameNetworkModel.rowWidth)
            }
        }
    }

    /// Does something with each run of rows that are at most so far from a word that is not plain.
    @inline(__always)
    private func forEachRun(within distance: Int, _ body: (Range<Int>) -> Void) {
        var start = inside.lowerBound
        for row in inside where distances[row] > distance {
            if row > start { body(start..<row) }
            start = row + 1
        }
        if inside.upperBound > start { body(start..<inside.upperBound) }
    }

    /// One layer; but in the first, a word's own row is added to what the layer says (He et al., 2016).
    func apply(_ number: Int) {
        let layer = model.layer(number)
        let inputs = UnsafePointer(number == 0 ? embeddings : states + (number - 1) * Self.stateBytes)
        let outputs = states + number * Self.stateBytes
        let inputWidth = NameNetworkModel.inputWidth(number)
        let width = NameNetworkModel.width
        for row in distances.indices where !inside.contains(row) {
            (outputs + row * width).update(repeating: 0, count: width)
        }
        forEachRun(within: NameNetworkModel.layers - 1 - number) { run in
            sums.update(repeating: 0, count: run.count * width)
            wiredesk_byte_products(
                inputs + (run.lowerBound - 1) * inputWidth, Int32(inputWidth), Int32(3 * inputWidth), layer.weights,
                Int32(width), sums, Int32(run.count))
            let first = outputs + run.lowerBound * width
            if number == 0 {
                first.update(repeating: 0, count: run.count * width)
            } else {
                first.update(from: inputs + run.lowerBound * width, count: run.count * width)
            }
            for place in 0..<run.count {
                wiredesk_byte_activation(
                    sums + place * width, layer.biases, layer.scales, first + place * width, Int32(width))
            }
        }
    }

    /// The scores of the words that are not plain, by what their rows and all layers have for them.
    func score(_ write: (Int, SIMD16<Int16>) -> Void) {
        let output = model.output
        let labels = NameLabel.scored
        forEachRun(within: 0) { run in
            sums.update(repeating: 0, count: run.count * labels)
            var weights = output.weights
            func add(_ rows: UnsafePointer<UInt8>, _ width: Int) {
                wiredesk_byte_products(
                    rows + run.lowerBound * width, Int32(width), Int32(width), weights, Int32(labels), sums,
                    Int32(run.count))
                weights += width * labels
            }
            add(embeddings, NameNetworkModel.rowWidth)
            for layer in 0..<NameNetworkModel.layers { add(states + layer * Self.stateBytes, NameNetworkModel.width) }
            for (place, row) in run.enumerated() { write(row, scores(sums + place * labels, output)) }
        }
    }

    private func scores(_ sums: UnsafePointer<Int32>, _ output: NameNetworkModel.Layer) -> SIMD16<Int16> {
        var scores = SIMD16<Int16>.zero
        for label in 0..<NameLabel.scored {
            let score = (Float(sums[label] &+ output.biases[label]) * output.scales[label]).rounded(.toNearestOrEven)
            scores[label] = Int16(min(max(score, -Self.largestScore), Self.largestScore))
        }
        return scores
    }

    /// Far from `NameDecoder.noName`, and from overflow in sums over a name's words.
    private static let largestScore: Float = 4000
}
