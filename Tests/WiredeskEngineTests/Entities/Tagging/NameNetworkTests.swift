import CWiredeskKernels
import Testing

@testable import WiredeskEngine

@Suite struct NameNetworkTests {
    /// Words in capitals and small letters, some known and some not.
    private let words: [TaggerWord] = {
        let vocabulary = ["The", "minister", "of", "Norway", "met", "Zyqolt", "in", "Berlin", ",", "said", "Hale", "."]
        var words = (0..<200).map { index in
            Array(vocabulary[index * index % 31 % vocabulary.count].utf8).withUnsafeBufferPointer { TaggerWord($0) }
        }
        for index in words.indices where index % 7 == 3 { words[index].isPlain = true }
        return words
    }()

    private func scores(in sentence: Range<Int>) -> [SIMD16<Int16>] {
        var network = NameNetwork(.embedded)
        var scores = [SIMD16<Int16>](repeating: .zero, count: words.count)
        words.withUnsafeBufferPointer { words in
            scores.withUnsafeMutableBufferPointer { network.score(words, in: sentence, into: $0) }
        }
        return scores
    }

    /// A layer as its definition says it.
    private func layer(_ number: Int, _ rows: [[Int]]) -> [[Int]] {
        let (weights, biases) = NameNetworkModel.embedded.layer(number)
        let width = NameNetworkModel.width
        return rows.indices.map { index in
            let before = index > 0 ? rows[index - 1] : rows[index].map { _ in 0 }
            let after = index + 1 < rows.count ? rows[index + 1] : rows[index].map { _ in 0 }
            let inputs = before + rows[index] + after
            return (0..<width).map { output in
                var sum = Int(biases[output])
                for (place, input) in inputs.enumerated() { sum += input * Int(weights[output * inputs.count + place]) }
                return min(max((sum >> 10) + rows[index][output], 0), 4095)
            }
        }
    }

    @Test func scoresAsItsDefinitionSays() {
        let model = NameNetworkModel.embedded
        let width = NameNetworkModel.width
        let sentence = 3..<90
        let boundary = (0..<width).map { Int(model.boundary[$0]) }
        let embeddings = words.withUnsafeBufferPointer { words in
            sentence.map { index -> [Int] in
                var row = [Int16](repeating: 0, count: width)
                row.withUnsafeMutableBufferPointer { row in
                    guard let word = words.baseAddress, let output = row.baseAddress else { return }
                    model.embed(word + index, into: output)
                }
                return row.map { Int($0) }
            }
        }
        let first = Array(layer(0, [boundary] + embeddings + [boundary])[1...embeddings.count])
        let second = layer(1, first)
        let found = scores(in: sentence)
        for (offset, index) in sentence.enumerated() where !words[index].isPlain {
            let inputs = embeddings[offset] + first[offset] + second[offset]
            for label in 0..<NameLabel.scored {
                var sum = Int(model.output.biases[label])
                for (place, input) in inputs.enumerated() {
                    sum += input * Int(model.output.weights[label * inputs.count + place])
                }
                #expect(Int(found[index][label]) == min(max(sum >> 10, -4000), 4000))
            }
        }
    }

    @Test func aWordsScoresDependOnItsNeighboursOnly() {
        let long = scores(in: 0..<200)
        let short = scores(in: 40..<180)
        #expect(long[42..<178] == short[42..<178])
        #expect(long[40] != short[40])
    }

    @Test func leavesPlainWordsAlone() {
        let scores = scores(in: 0..<200)
        for (index, word) in words.enumerated() { #expect((scores[index] == .zero) == word.isPlain) }
    }

    @Test func sumsOfProductsWrapAround() {
        let vector = [Int16](repeating: .min, count: NameNetworkModel.inputs)
        var weights = vector
        weights[0] = .max
        var sum: Int32 = 0
        wiredesk_dot_products(vector, weights, &sum, 1)
        let expected = zip(vector, weights).reduce(Int32(0)) { $0 &+ Int32($1.0) * Int32($1.1) }
        #expect(sum == expected)
    }
}
