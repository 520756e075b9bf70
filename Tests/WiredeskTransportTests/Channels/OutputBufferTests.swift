import Testing

@testable import WiredeskTransport

@Suite struct OutputBufferTests {
    /// Against the plain array that it stands for.
    @Test func behavesLikeAnArray() {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<200 {
            var buffer = OutputBuffer()
            var model: [UInt8] = []
            for _ in 0..<40 {
                let more = pattern(Int.random(in: 1...3_000, using: &generator), seed: UInt32(model.count))
                more.withUnsafeBytes { buffer.append($0) }
                model += more
                let count = Int.random(in: 0...model.count, using: &generator)
                buffer.removeFirst(count)
                model.removeFirst(count)
                #expect(buffer.count == model.count)
                #expect(buffer.isEmpty == model.isEmpty)
                #expect(buffer.withUnsafeBytes { Array($0) } == model)
            }
        }
    }
}
