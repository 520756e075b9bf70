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

    /// The sum of a word's inputs by the weights of an output, as `byte_products.h` lays them out.
    private func sum(_ inputs: [Int], _ weights: UnsafePointer<Int8>, output: Int) -> Int {
        let start = output / 16 * 16 * inputs.count + output % 16 * 4
        return inputs.indices.reduce(0) { $0 + inputs[$1] * Int(weights[start + $1 / 4 * 64 + $1 % 4]) }
    }

    /// A layer as its definition says it.
    private func layer(_ number: Int, _ rows: [[Int]]) -> [[Int]] {
        let layer = NameNetworkModel.embedded.layer(number)
        let outside = rows[0].map { _ in 0 }
        return rows.indices.map { index in
            let before = index > 0 ? rows[index - 1] : outside
            let after = index + 1 < rows.count ? rows[index + 1] : outside
            return (0..<NameNetworkModel.width).map { output in
                let sum = sum(before + rows[index] + after, layer.weights, output: output)
                let scaled = (Float(sum + Int(layer.biases[output])) * layer.scales[output]).rounded(.toNearestOrEven)
                return min(max(Int(scaled) + (number == 0 ? 0 : rows[index][output]), 0), 127)
            }
        }
    }

    @Test func scoresAsItsDefinitionSays() {
        let model = NameNetworkModel.embedded
        let rowWidth = NameNetworkModel.rowWidth
        let sentence = 3..<150
        let boundary = (0..<rowWidth).map { Int(model.boundary[$0]) }
        let embeddings = words.withUnsafeBufferPointer { words in
            sentence.map { index -> [Int] in
                var row = [UInt8](repeating: 0, count: rowWidth)
                row.withUnsafeMutableBufferPointer { row in
                    guard let word = words.baseAddress, let output = row.baseAddress else { return }
                    model.embed(word + index, into: output)
                }
                return row.map { Int($0) }
            }
        }
        var states = [Array(layer(0, [boundary] + embeddings + [boundary])[1...embeddings.count])]
        for number in 1..<NameNetworkModel.layers { states.append(layer(number, states[number - 1])) }
        let found = scores(in: sentence)
        for (offset, index) in sentence.enumerated() where !words[index].isPlain {
            for label in 0..<NameLabel.scored {
                var weights = model.output.weights
                var total = Int(model.output.biases[label])
                for inputs in [embeddings[offset]] + states.map({ $0[offset] }) {
                    total += sum(inputs, weights, output: label)
                    weights += inputs.count * NameLabel.scored
                }
                let score = (Float(total) * model.output.scales[label]).rounded(.toNearestOrEven)
                #expect(found[index][label] == Int16(min(max(score, -4000), 4000)))
            }
        }
    }

    @Test func aWordsScoresDependOnItsNeighboursOnly() {
        let long = scores(in: 0..<200)
        let short = scores(in: 40..<180)
        #expect(long[43..<177] == short[43..<177])
        #expect(long[40] != short[40])
    }

    @Test func leavesPlainWordsAlone() {
        let scores = scores(in: 0..<200)
        for (index, word) in words.enumerated() { #expect((scores[index] == .zero) == word.isPlain) }
    }
}
