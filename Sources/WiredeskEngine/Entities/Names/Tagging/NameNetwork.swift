import CWiredeskKernels

/// Scores the words of a sentence by a small network: the sum of the vectors of a word and of what is known of it, and two
/// layers that each see a word and its neighbours (Collobert et al., 2011), in whole numbers, so that it finds the same
/// names on every machine.
///
/// The vectors stand for what words mean: those of words that no labelled text has lie near those of words that one has.
struct NameNetwork {
    private let model: NameNetworkModel
    /// What the layers make of the words of a stretch and of the two on either side, one row a word.
    private var embeddings = [Int16](repeating: 0, count: rows * NameNetworkModel.width)
    private var firstLayer = [Int16](repeating: 0, count: rows * NameNetworkModel.width)

    /// A sentence is worked through in stretches of so many words, however long it is.
    private static let stretch = 64
    private static let rows = stretch + 2 * reach
    /// The words on either side that a word's scores depend on.
    private static let reach = 2
    /// No activation is larger, so that sums of products fit in 32 bits.
    private static let largest: Int32 = 4095
    /// Weights are in 1/1024.
    private static let weightShift: Int32 = 10

    init(_ model: NameNetworkModel) { self.model = model }

    /// Writes the scores of all labels but `outside` for those words of a sentence that are not plain.
    mutating func score(
        _ words: UnsafeBufferPointer<TaggerWord>, in sentence: Range<Int>,
        into scores: UnsafeMutableBufferPointer<SIMD16<Int16>>
    ) {
        var start = sentence.lowerBound
        while start < sentence.upperBound {
            let end = min(sentence.upperBound, start + Self.stretch)
            score(words, start..<end, in: sentence, into: scores)
            start = end
        }
    }

    private mutating func score(
        _ words: UnsafeBufferPointer<TaggerWord>, _ stretch: Range<Int>, in sentence: Range<Int>,
        into scores: UnsafeMutableBufferPointer<SIMD16<Int16>>
    ) {
        let model = model
        embeddings.withUnsafeMutableBufferPointer { embeddings in
            firstLayer.withUnsafeMutableBufferPointer { firstLayer in
                guard let words = words.baseAddress, let embeddings = embeddings.baseAddress,
                    let firstLayer = firstLayer.baseAddress
                else { return }
                let first = stretch.lowerBound - Self.reach
                /// Whether the scores of a word, at most so far away, are asked for.
                func isNeeded(_ index: Int, within distance: Int) -> Bool {
                    let near =
                        max(
                            stretch.lowerBound, index - distance)..<min(
                            stretch.upperBound, index + distance + 1)
                    return near.contains { !words[$0].isPlain }
                }
                for index in first..<stretch.upperBound + Self.reach where isNeeded(index, within: Self.reach) {
                    let row = embeddings + (index - first) * NameNetworkModel.width
                    if sentence.contains(index) {
                        model.embed(words + index, into: row)
                    } else {
                        row.update(from: model.boundary, count: NameNetworkModel.width)
                    }
                }
                for index in first + 1..<stretch.upperBound + 1 where isNeeded(index, within: 1) {
                    let offset = (index - first) * NameNetworkModel.width
                    if sentence.contains(index) {
                        Self.apply(model.layer(0), to: embeddings + offset, into: firstLayer + offset)
                    } else {
                        (firstLayer + offset).update(repeating: 0, count: NameNetworkModel.width)
                    }
                }
                for index in stretch where !words[index].isPlain {
                    let offset = (index - first) * NameNetworkModel.width
                    scores[index] = Self.output(model, embeddings + offset, firstLayer + offset)
                }
            }
        }
    }

    /// One layer for a word, whose row the neighbours' rows surround; the word's own row is added to what the layer says
    /// (He et al., 2016).
    private static func apply(
        _ layer: (weights: UnsafePointer<Int16>, biases: UnsafePointer<Int32>), to row: UnsafePointer<Int16>,
        into output: UnsafeMutablePointer<Int16>
    ) {
        let width = NameNetworkModel.width
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: width) { sums in
            guard let sums = sums.baseAddress else { return }
            wiredesk_dot_products(row - width, layer.weights, sums, Int32(width))
            for index in 0..<width {
                let sum = (sums[index] &+ layer.biases[index]) >> weightShift &+ Int32(row[index])
                output[index] = Int16(truncatingIfNeeded: min(max(sum, 0), largest))
            }
        }
    }

    /// The scores of a word by what the embedding and both layers have for it.
    private static func output(
        _ model: NameNetworkModel, _ embedding: UnsafePointer<Int16>, _ firstLayer: UnsafePointer<Int16>
    ) -> SIMD16<Int16> {
        let width = NameNetworkModel.width
        var scores = SIMD16<Int16>.zero
        withUnsafeTemporaryAllocation(of: Int16.self, capacity: NameNetworkModel.inputs) { values in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: NameLabel.scored) { sums in
                guard let values = values.baseAddress, let sums = sums.baseAddress else { return }
                values.update(from: embedding, count: width)
                (values + width).update(from: firstLayer, count: width)
                apply(model.layer(1), to: firstLayer, into: values + 2 * width)
                wiredesk_dot_products(values, model.output.weights, sums, Int32(NameLabel.scored))
                for label in 0..<NameLabel.scored {
                    let sum = (sums[label] &+ model.output.biases[label]) >> weightShift
                    scores[label] = Int16(truncatingIfNeeded: min(max(sum, -largestScore), largestScore))
                }
            }
        }
        return scores
    }

    /// Far from `NameDecoder.noName`, and from overflow when the perceptron's scores are added.
    private static let largestScore: Int32 = 4000
}
