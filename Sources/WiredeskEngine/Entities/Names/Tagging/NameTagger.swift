/// Finds the names of an English text and their classes: a small network and an averaged structured perceptron (Collins,
/// 2002), whose scores are added, in two passes, the second of which sees what the first decided about the same words
/// elsewhere in the document (Krishnan and Manning, 2006).
struct NameTagger {
    private let model: NameTaggerModel
    private var network: NameNetwork
    private var decoder: NameDecoder

    static func names(_ input: TaggerInput, interruption: Interruption) throws(WiredeskError) -> [TaggedName] {
        var tagger = NameTagger(.embedded, .embedded)
        return try tagger.names(input, interruption: interruption)
    }

    init(_ model: NameTaggerModel, _ network: NameNetworkModel) {
        self.model = model
        self.network = NameNetwork(network)
        decoder = NameDecoder { model.transition(from: $0, to: $1) }
    }

    mutating func names(_ input: TaggerInput, interruption: Interruption) throws(WiredeskError) -> [TaggedName] {
        var scores = [SIMD16<Int16>](repeating: .zero, count: input.words.count - 1)
        var labels = [UInt8](repeating: 0, count: scores.count)
        for (number, sentence) in input.sentences.enumerated() {
            if number & 7 == 0 { try interruption.check() }
            input.words.withUnsafeBufferPointer { words in
                scores.withUnsafeMutableBufferPointer { network.score(words, in: sentence, into: $0) }
            }
            addScores(input, sentence, to: &scores) { $0.addFirstPass($1, in: sentence) }
            decode(scores, sentence, into: &labels)
        }
        let decisions = DocumentDecisions(input, labels: labels)
        for (number, sentence) in input.sentences.enumerated() {
            if number & 15 == 0 { try interruption.check() }
            addScores(input, sentence, to: &scores) { $0.addSecondPass($1, in: sentence, decisions) }
            decode(scores, sentence, into: &labels)
        }
        return input.sentences.flatMap { names(in: $0, labels, scores) }
    }

    /// The scores of a word that is in no name.
    private static let plain = SIMD16<Int16>(repeating: NameDecoder.noName)

    @inline(__always)
    private func addScores(
        _ input: TaggerInput, _ sentence: Range<Int>, to scores: inout [SIMD16<Int16>],
        _ add: (inout NameFeatures, Int) -> Void
    ) {
        let model = model
        input.words.withUnsafeBufferPointer { words in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: NameFeatures.most) { buffer in
                guard let output = buffer.baseAddress else { return }
                var features = NameFeatures(words, into: output)
                for index in sentence {
                    if words[index].isPlain {
                        scores[index] = Self.plain
                        continue
                    }
                    add(&features, index)
                    scores[index] &+= model.scores(output, count: features.count)
                }
            }
        }
    }

    private mutating func decode(_ scores: [SIMD16<Int16>], _ sentence: Range<Int>, into labels: inout [UInt8]) {
        scores.withUnsafeBufferPointer { scores in
            labels.withUnsafeMutableBufferPointer { labels in
                decoder.decode(
                    UnsafeBufferPointer(rebasing: scores[sentence]),
                    into: UnsafeMutableBufferPointer(rebasing: labels[sentence]))
            }
        }
    }

    private func names(in sentence: Range<Int>, _ labels: [UInt8], _ scores: [SIMD16<Int16>]) -> [TaggedName] {
        var names: [TaggedName] = []
        var start = sentence.lowerBound
        for index in sentence {
            guard let place = NameLabel.place(Int(labels[index])) else { continue }
            if place == .begin { start = index }
            if place == .unit { start = index }
            guard place == .last || place == .unit else { continue }
            let nameClass = NameLabel.nameClass(Int(labels[index]))
            let range = start..<index + 1
            names.append(
                TaggedName(lexemes: range, scores: sums(range, scores), nameClass: nameClass))
        }
        return names
    }

    /// What the words score as a name of each class.
    private func sums(_ range: Range<Int>, _ scores: [SIMD16<Int16>]) -> SIMD4<Int32> {
        var sums = SIMD4<Int32>(repeating: 0)
        for index in range {
            let place: NameLabel.Place =
                range.count == 1
                ? .unit : index == range.lowerBound ? .begin : index == range.upperBound - 1 ? .last : .inside
            for nameClass in 0..<NameLabel.classes {
                sums[nameClass] += Int32(scores[index][NameLabel.label(place, nameClass) - 1])
            }
        }
        return sums
    }
}
