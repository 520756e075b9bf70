import Dispatch

/// Runs at most `width` jobs at once, below the priority of the connections, and lets a bounded number wait.
///
/// The priority is what keeps a saturated server answering: with workers at the default one a ping waited up to
/// 103 ms, at `.utility` under 0.1 ms. Jobs start in the order of their priority. Within one their owners take turns,
/// and an owner's own jobs start in the order of their submission: who submits a thousand delays who submits one by one
/// job.
package final class WorkerPool: Sendable {
    package typealias Job = @Sendable () -> Void
    /// Whose a job is: a connection.
    package typealias Owner = ObjectIdentifier

    private struct State {
        /// Threads asked for and not yet done.
        var workers = 0
        /// Jobs on a thread now.
        var running = 0
        /// One for each priority; together they are bounded by the pool's depth.
        var lines = JobPriority.allCases.map { _ in TurnQueue<Owner, Job>() }
        var whenIdle: [Job] = []

        var waiting: Int { lines.reduce(0) { $0 + $1.count } }

        func waiting(of owner: Owner) -> Int { lines.reduce(0) { $0 + $1.count(of: owner) } }

        mutating func popFirst() -> Job? {
            for priority in lines.indices.reversed() {
                if let job = lines[priority].popFirst() { return job }
            }
            return nil
        }
    }

    package let width: Int
    package let depth: Int
    /// How many jobs of one owner may wait: the last quarter of the places is left for others.
    private let ownersDepth: Int
    private let queue: DispatchQueue
    private let state = Locked(State())

    /// - Parameters:
    ///   - width: how many jobs run at once, at least 1.
    ///   - depth: how many more may wait.
    package init(label: String, width: Int, depth: Int) {
        self.width = max(width, 1)
        self.depth = max(depth, 0)
        ownersDepth = self.depth - self.depth / 4
        queue = DispatchQueue(label: label, qos: .utility, attributes: .concurrent)
    }

    /// Jobs that wait for a thread.
    package var waiting: Int { state.withLock { $0.waiting } }

    /// Jobs that run now.
    package var running: Int { state.withLock { $0.running } }

    /// Puts the job at the end of its owner's line. False when as many wait as may, altogether or of one owner's: the
    /// job will not run.
    package func submit(priority: JobPriority = .normal, owner: Owner, _ job: @escaping Job) -> Bool {
        let (accepted, needsWorker) = state.withLock { state in
            guard state.running + state.waiting < width + depth,
                // What waits for a worker that is free already is as good as started.
                state.waiting(of: owner) < ownersDepth + max(0, width - state.running)
            else { return (false, false) }
            state.lines[priority.rawValue].append(job, of: owner)
            guard state.workers < width else { return (true, false) }
            state.workers += 1
            return (true, true)
        }
        if needsWorker { queue.async { self.work() } }
        return accepted
    }

    /// Calls back once no job runs or waits: at once if that is so now.
    package func whenIdle(_ action: @escaping Job) {
        let isIdle = state.withLock { state in
            if state.workers == 0 { return true }
            state.whenIdle.append(action)
            return false
        }
        if isIdle { action() }
    }

    /// One worker: takes jobs until none waits. Going on with the next on the same thread saves a wake-up for each.
    private func work() {
        var hasRun = false
        while true {
            let (next, idle) = state.withLock { state -> (Job?, [Job]) in
                if hasRun { state.running -= 1 }
                if let next = state.popFirst() {
                    state.running += 1
                    return (next, [])
                }
                state.workers -= 1
                guard state.workers == 0 else { return (nil, []) }
                defer { state.whenIdle = [] }
                return (nil, state.whenIdle)
            }
            for action in idle { action() }
            guard let next else { return }
            next()
            hasRun = true
        }
    }
}
