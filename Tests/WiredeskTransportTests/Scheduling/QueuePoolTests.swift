import Testing

@testable import WiredeskTransport

@Suite struct QueuePoolTests {
    @Test func dealsConnectionsInTurn() {
        let pool = QueuePool(label: "test", count: 3)
        let dealt = (0..<7).map { _ in pool.next() }
        #expect(dealt[0] !== dealt[1])
        #expect(dealt[3] === dealt[0])
        #expect(dealt[6] === dealt[0])
        #expect(QueuePool(label: "test", count: 0).queues.count == 1)
    }
}
