import Dispatch

/// Bounds how many channels open or close at the same time.
///
/// Dispatch runs its own bookkeeping of a channel on a queue that may add a thread whenever it likes, and a target
/// queue does not stop it: a burst of a few thousand opens reached 250 threads. With a gate the same burst waits here.
/// A pass that is not handed back is taken back after a second, so that a channel that Dispatch never finishes with
/// cannot lock out the others.
package final class ChannelGate: Sendable {
    /// Threads are the process's, so by default all its channels share a gate.
    package static let shared = ChannelGate()

    private struct State {
        var free: Int
        /// Each waiter holds a descriptor, and those are limited.
        var waiting = BoundedQueue<Waiter>(capacity: .max)
        var passes: [UInt64: TimerToken] = [:]
        var lastPass: UInt64 = 0
    }

    private struct Waiter {
        let queue: DispatchQueue
        let action: @Sendable (Pass) -> Void
    }

    /// The right to open or close one channel, handed back by `leave`.
    struct Pass: Sendable {
        fileprivate let number: UInt64
    }

    private let patience: Duration
    private let timers: TimerWheel
    private let queue = DispatchQueue(label: "wiredesk.gate")
    private let state: Locked<State>

    package init(width: Int = 4, patience: Duration = .seconds(1), timers: TimerWheel = .shared) {
        self.patience = patience
        self.timers = timers
        state = Locked(State(free: max(width, 1)))
    }

    /// Runs the action on the queue with a pass, now if there is one and the caller is on that queue.
    func enter(on queue: DispatchQueue, _ action: @escaping @Sendable (Pass) -> Void) {
        let pass = state.withLock { state -> Pass? in
            guard state.free > 0 else {
                _ = state.waiting.append(Waiter(queue: queue, action: action))
                return nil
            }
            state.free -= 1
            return issue(&state)
        }
        if let pass { action(pass) }
    }

    /// Hands a pass back; the next in line gets it. Harmless the second time.
    func leave(_ pass: Pass) {
        let next = state.withLock { state -> (Waiter, Pass)? in
            guard let timer = state.passes.removeValue(forKey: pass.number) else { return nil }
            timers.cancel(timer)
            guard let waiter = state.waiting.popFirst() else {
                state.free += 1
                return nil
            }
            return (waiter, issue(&state))
        }
        if let (waiter, pass) = next { waiter.queue.async { waiter.action(pass) } }
    }

    private func issue(_ state: inout State) -> Pass {
        state.lastPass += 1
        let pass = Pass(number: state.lastPass)
        state.passes[pass.number] = timers.schedule(after: patience, on: queue) { [weak self] in self?.leave(pass) }
        return pass
    }
}
