import Dispatch

/// Every timeout of the process on one Dispatch timer.
///
/// A hashed wheel (Varghese and Lauck, "Hashed and Hierarchical Timing Wheels", 1987): scheduling and cancelling cost
/// the same however many timers wait, which suits deadlines that are nearly always cancelled. A timer never runs
/// early and runs up to one tick late. The wheel sleeps until its next occupied tick, and for good while it is empty.
package final class TimerWheel: Sendable {
    /// For everything that has no reason to bring its own.
    package static let shared = TimerWheel()

    private struct State {
        var table = TimerTable()
        /// The tick the source will fire at, nil while it sleeps for good.
        var armedTick: UInt64?
    }

    private let tickNanoseconds: UInt64
    private let origin: UInt64
    /// Dispatch lets any thread use a source; its protocol only does not say so.
    private nonisolated(unsafe) let source: any DispatchSourceTimer
    private let state = Locked(State())

    /// - Parameter tick: the resolution, at least a millisecond.
    package init(tick: Duration = .milliseconds(10)) {
        tickNanoseconds = max(tick.wholeNanoseconds, 1_000_000)
        origin = DispatchTime.now().uptimeNanoseconds
        source = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "wiredesk.timers"))
        source.setEventHandler { [weak self] in self?.advance() }
        source.schedule(deadline: .distantFuture)
        source.activate()
    }

    deinit {
        source.cancel()
    }

    /// How many timers wait.
    package var count: Int { state.withLock { $0.table.count } }

    /// Runs the action on the queue after the delay, unless it is cancelled first.
    package func schedule(
        after delay: Duration, on queue: DispatchQueue, _ action: @escaping @Sendable () -> Void
    ) -> TimerToken {
        let due = (elapsed() + delay.wholeNanoseconds) / tickNanoseconds + 1
        return state.withLock { state in
            let token = state.table.insert(tick: due, queue: queue, action: action)
            if due < state.armedTick ?? .max { arm(for: due, &state) }
            return token
        }
    }

    /// Cancels a timer; true when it will not run. A cancel on the timer's own queue always comes in time, as long as
    /// the action has not begun.
    @discardableResult
    package func cancel(_ token: TimerToken) -> Bool {
        state.withLock { $0.table.remove(token) != nil }
    }

    private func elapsed() -> UInt64 { DispatchTime.now().uptimeNanoseconds - origin }

    /// Sends what is due to its queues. An action stays in the table until it begins, so that it can be cancelled.
    private func advance() {
        let now = elapsed() / tickNanoseconds
        let due = state.withLock { state in
            let due = state.table.takeDue(through: now)
            if let next = state.table.nextTick(after: now) {
                arm(for: next, &state)
            } else {
                state.armedTick = nil
                source.schedule(deadline: .distantFuture)
            }
            return due
        }
        for (token, queue) in due {
            queue.async { self.run(token) }
        }
    }

    private func run(_ token: TimerToken) {
        let action = state.withLock { $0.table.remove(token) }
        action?()
    }

    private func arm(for tick: UInt64, _ state: inout State) {
        state.armedTick = tick
        let deadline = DispatchTime(uptimeNanoseconds: origin + tick * tickNanoseconds)
        source.schedule(deadline: deadline, leeway: .milliseconds(1))
    }
}

extension Duration {
    /// Zero for a negative duration, and no more than a century.
    var wholeNanoseconds: UInt64 {
        let (seconds, attoseconds) = components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        return UInt64(min(seconds, 3_155_760_000)) * 1_000_000_000 + UInt64(attoseconds / 1_000_000_000)
    }
}
