import Dispatch
import Synchronization

/// A fixed, small number of serial queues that connections are dealt to in turn.
///
/// One or two queues carry hundreds of thousands of frames a second; more of them only means more threads.
package final class QueuePool: Sendable {
    package let queues: [DispatchQueue]
    private let turn = Atomic<Int>(0)

    /// - Parameters:
    ///   - label: the queues' name in a debugger.
    ///   - count: at least 1.
    package init(label: String, count: Int = 2) {
        queues = (0..<max(count, 1)).map { DispatchQueue(label: "\(label).\($0)") }
    }

    package func next() -> DispatchQueue {
        let ticket = turn.wrappingAdd(1, ordering: .relaxed).oldValue
        return queues[Int(UInt(bitPattern: ticket) % UInt(queues.count))]
    }
}
