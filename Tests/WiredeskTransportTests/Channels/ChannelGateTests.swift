import Dispatch
import Testing

@testable import WiredeskTransport

@Suite struct ChannelGateTests {
    private let queue = DispatchQueue(label: "test")

    @Test func letsInAsManyAsItIsWideAndTheRestInTurn() {
        let gate = ChannelGate(width: 2)
        let entered = Locked<[(Int, ChannelGate.Pass)]>([])
        queue.sync {
            for number in 0..<5 {
                gate.enter(on: queue) { pass in entered.withLock { $0.append((number, pass)) } }
            }
        }
        for count in 2...5 {
            queue.sync {}
            let inside = entered.withLock { $0 }
            #expect(inside.map(\.0) == Array(0..<count))
            // Handing a pass back twice lets in no more than once.
            gate.leave(inside[count - 2].1)
            gate.leave(inside[count - 2].1)
        }
    }

    @Test func takesBackAPassThatIsNeverHandedBack() {
        let gate = ChannelGate(width: 1, patience: .milliseconds(30))
        let entered = Locked(0)
        queue.sync {
            for _ in 0..<3 {
                gate.enter(on: queue) { _ in entered.withLock { $0 += 1 } }
            }
        }
        #expect(entered.withLock { $0 } == 1)
        #expect(eventually { entered.withLock { $0 } == 3 })
    }
}
