import Dispatch
import Testing

@testable import WiredeskTransport

@Suite struct TimerTableTests {
    private let queue = DispatchQueue(label: "test")

    /// Against a plain list, over steps from nothing to several turns of the wheel.
    @Test func takesWhatIsDueLikeASortedList() {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<30 {
            var table = TimerTable()
            var model: [(token: TimerToken, tick: UInt64)] = []
            var now: UInt64 = 0
            for _ in 0..<100 {
                for _ in 0..<Int.random(in: 0...5, using: &generator) {
                    let tick = now + UInt64.random(in: 1...3_000, using: &generator)
                    model.append((table.insert(tick: tick, queue: queue) {}, tick))
                }
                if let victim = model.indices.randomElement(using: &generator), Bool.random(using: &generator) {
                    #expect(table.remove(model[victim].token) != nil)
                    #expect(table.remove(model[victim].token) == nil)
                    model.remove(at: victim)
                }
                if let next = table.nextTick(after: now) {
                    #expect(model.allSatisfy { $0.tick >= next })
                } else {
                    #expect(model.isEmpty)
                }
                now += UInt64.random(in: 0...1_200, using: &generator)
                let expected = model.filter { $0.tick <= now }
                    .sorted { ($0.tick, $0.token.generation) < ($1.tick, $1.token.generation) }
                let due = table.takeDue(through: now)
                #expect(due.map(\.0) == expected.map(\.token))
                for (token, _) in due { #expect(table.remove(token) != nil) }
                model.removeAll { $0.tick <= now }
                #expect(table.count == model.count)
            }
        }
    }

    @Test func aTickThatHasPassedIsDueNext() {
        var table = TimerTable()
        _ = table.takeDue(through: 1_000)
        let token = table.insert(tick: 400, queue: queue) {}
        #expect(table.nextTick(after: 1_000) == 1_001)
        #expect(table.takeDue(through: 1_001).map(\.0) == [token])
    }
}
