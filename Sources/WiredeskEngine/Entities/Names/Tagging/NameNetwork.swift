/// Scores the words of a sentence by a small network: the sum of the rows of a word and of what is known of it, and three
/// layers that each see a word and its neighbours (Collobert et al., 2011), in small whole numbers, so that it finds the
/// same names on every machine.
///
/// The rows stand for what words mean: those of words that no labelled text has lie near those of words that one has.
struct NameNetwork {
    private let model: NameNetworkModel
    /// What the rows and each layer make of the words of a stretch and of those around it, one row a word.
    private var embeddings = [UInt8](repeating: 0, count: NameNetworkRows.most * NameNetworkModel.rowWidth)
    private var states = [UInt8](repeating: 0, count: NameNetworkModel.layers * NameNetworkRows.stateBytes)
    private var sums = [Int32](repeating: 0, count: NameNetworkRows.most * NameNetworkModel.width)
    /// For each word how far the next one is that is not plain.
    private var distances: [Int] = []

    /// A sentence is worked through in stretches of so many words, however long it is.
    private static let stretch = NameNetworkRows.most - 2 * reach
    /// The words on either side that a word's scores depend on.
    private static let reach = NameNetworkModel.layers

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
        measure(words, stretch)
        let first = stretch.lowerBound - Self.reach
        let model = model
        let distances = distances
        embeddings.withUnsafeMutableBufferPointer { embeddings in
            states.withUnsafeMutableBufferPointer { states in
                sums.withUnsafeMutableBufferPointer { sums in
                    guard let words = words.baseAddress, let embeddings = embeddings.baseAddress,
                        let states = states.baseAddress, let sums = sums.baseAddress
                    else { return }
                    let rows = NameNetworkRows(
                        model: model, distances: distances,
                        inside: max(sentence.lowerBound - first, 0)..<min(sentence.upperBound - first, distances.count),
                        embeddings: embeddings, states: states, sums: sums)
                    rows.embed { words + (first + $0) }
                    for layer in 0..<NameNetworkModel.layers { rows.apply(layer) }
                    rows.score { scores[first + $0] = $1 }
                }
            }
        }
    }

    /// Writes the distances; of words behind the stretch's last only `reach` more count.
    private mutating func measure(_ words: UnsafeBufferPointer<TaggerWord>, _ stretch: Range<Int>) {
        distances.removeAll(keepingCapacity: true)
        distances.append(contentsOf: repeatElement(NameNetworkRows.most, count: stretch.count + 2 * Self.reach))
        for (row, index) in stretch.enumerated() where !words[index].isPlain { distances[row + Self.reach] = 0 }
        for row in distances.indices.dropFirst() { distances[row] = min(distances[row], distances[row - 1] + 1) }
        for row in distances.indices.dropLast().reversed() {
            distances[row] = min(distances[row], distances[row + 1] + 1)
        }
    }
}
