import Testing

@testable import WiredeskTransport

@Suite struct BoundedQueueTests {
    @Test(arguments: [0, 1, 5, 16, 17, 100]) func behavesLikeAnArrayWithALimit(capacity: Int) {
        var generator = SeededGenerator(seed: 1)
        var queue = BoundedQueue<Int>(capacity: capacity)
        var model: [Int] = []
        for number in 0..<2_000 {
            if Int.random(in: 0..<5, using: &generator) < 3 {
                #expect(queue.append(number) == (model.count < capacity))
                if model.count < capacity { model.append(number) }
            } else {
                #expect(queue.popFirst() == (model.isEmpty ? nil : model.removeFirst()))
            }
            #expect(queue.count == model.count)
        }
    }
}
