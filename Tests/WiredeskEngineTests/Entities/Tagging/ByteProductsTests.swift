import CWiredeskKernels
import Testing

@Suite struct ByteProductsTests {
    /// The largest sums of two products, of either sign, and numbers of all sizes.
    private func numbers(_ count: Int, _ seed: Int) -> (vectors: [UInt8], weights: [Int8]) {
        let mixed = (0..<count).map { ($0 &* 2_654_435_761 &+ seed &* 40_503) >> 7 }
        return (
            mixed.enumerated().map { $0.offset < 64 ? 127 : UInt8($0.element & 127) },
            mixed.enumerated().map { place, value in
                place < 48 ? 127 : place < 96 ? -127 : Int8(truncatingIfNeeded: value)
            }
        )
    }

    @Test(arguments: [1, 2, 3, 4, 9], [16, 48, 64, 128])
    func addsTheProductsOfEveryWord(words: Int, outputs: Int) {
        let inputs = 192
        let stride = 64
        let (vectors, _) = numbers(stride * words + inputs, words)
        let (_, weights) = numbers(inputs * outputs, outputs)
        var sums = (0..<Int32(words * outputs)).map { $0 * 1000 - 5 }
        let before = sums
        wiredesk_byte_products(
            vectors, Int32(stride), Int32(inputs), weights, Int32(outputs), &sums, Int32(words))
        for word in 0..<words {
            for output in 0..<outputs {
                var expected = before[word * outputs + output]
                for input in 0..<inputs {
                    let place = output / 16 * 16 * inputs + input / 4 * 64 + output % 16 * 4 + input % 4
                    expected += Int32(vectors[word * stride + input]) * Int32(weights[place])
                }
                #expect(sums[word * outputs + output] == expected)
            }
        }
    }

    @Test func activationsAreRoundedAndKeptInBounds() {
        let sums: [Int32] = [5, 7, -3, 6_000_000, -6_000_000, 10, 0, 1]
        let biases: [Int32] = [0, 0, 0, 0, 0, -20, 0, 0]
        let scales: [Float] = [0.5, 0.5, 1, 1, 1, 1, 1, 200]
        var outputs: [UInt8] = [1, 1, 9, 3, 3, 9, 127, 0]
        wiredesk_byte_activation(sums, biases, scales, &outputs, 8)
        #expect(outputs == [3, 5, 6, 127, 0, 0, 127, 127])
    }
}
