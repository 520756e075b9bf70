import Testing

@testable import WiredeskServer

@Suite struct BacklogTests {
    private final class Client {}

    private let clients = (0..<3).map { _ in Client() }

    private func id(_ number: Int) -> ObjectIdentifier { ObjectIdentifier(clients[number]) }

    @Test func theOneThatHasReadNothingForTheLongestGoes() {
        let backlog = Backlog(limit: 100)
        #expect(backlog.update(id(0), bytes: 40, hasMoved: true, now: 1).isEmpty)
        #expect(backlog.update(id(1), bytes: 40, hasMoved: true, now: 2).isEmpty)
        // The first has read something since, so the second is the slowest.
        #expect(backlog.update(id(0), bytes: 50, hasMoved: true, now: 3).isEmpty)
        #expect(backlog.update(id(2), bytes: 30, hasMoved: true, now: 4) == [id(1)])
        #expect(backlog.total == 80)
    }

    @Test func moreRepliesAreNoReading() {
        let backlog = Backlog(limit: 100)
        _ = backlog.update(id(0), bytes: 40, hasMoved: true, now: 1)
        _ = backlog.update(id(1), bytes: 40, hasMoved: true, now: 2)
        #expect(backlog.update(id(0), bytes: 80, hasMoved: false, now: 3) == [id(0)])
        #expect(backlog.total == 40)
    }

    @Test func asManyGoAsItTakes() {
        let backlog = Backlog(limit: 100)
        for client in 0..<2 { _ = backlog.update(id(client), bytes: 50, hasMoved: true, now: UInt64(client)) }
        #expect(backlog.update(id(2), bytes: 90, hasMoved: true, now: 9) == [id(0), id(1)])
        #expect(backlog.update(id(2), bytes: 0, hasMoved: true, now: 10).isEmpty)
        #expect(backlog.total == 0)
    }
}
