import WiredeskEngine
import WiredeskModel
import WiredeskProtocol
import WiredeskTransport

/// Where requests become replies: admission, the worker queue and the engine.
final class Workshop: Sendable {
    /// A request and what its worker needs to answer it.
    struct Job: Sendable {
        var request: Request
        var interruption: Interruption
        /// Whose turn it takes: its connection's.
        var owner: WorkerPool.Owner
        /// Takes the replies, on a worker: any number of parts, then exactly one that is final.
        var onReply: @Sendable (Mailbox.Reply) -> Void
    }

    private let engine: Engine
    private let pool: WorkerPool
    private let memory: MemoryBudget
    private let counters: Counters

    init(_ configuration: ServerConfiguration, counters: Counters) {
        engine = Engine(configuration: configuration.engine)
        pool = WorkerPool(
            label: "wiredesk.worker", width: configuration.workers, depth: configuration.queueDepth)
        memory = MemoryBudget(configuration.memoryBudget)
        self.counters = counters
    }

    var queued: Int { pool.waiting }

    /// Takes the job on, or throws `busy` at once.
    func submit(_ job: Job) throws(WiredeskError) {
        // The payload as it came and, once inflated, as it was.
        let bytes = job.request.payload.count + job.request.rawLength
        guard memory.reserve(bytes) else {
            throw busy("the server holds \(memory.limit) bytes of articles already")
        }
        let isAccepted = pool.submit(priority: job.request.priority, owner: job.owner) { [self] in
            work(job)
            memory.release(bytes)
        }
        guard isAccepted else {
            memory.release(bytes)
            throw busy("the server's queue is full")
        }
    }

    private func busy(_ message: String) -> WiredeskError {
        counters.rejected.increment()
        return WiredeskError(
            .busy, message,
            retryAfterMilliseconds: counters.retryAfter(queueDepth: pool.waiting, workers: pool.width))
    }

    private func work(_ job: Job) {
        let format = job.request.replyFormat
        let id = job.request.id
        let start = ContinuousClock.now
        do throws(WiredeskError) {
            let analysis = try analyze(job)
            counters.recordServiceTime(microseconds: Int((ContinuousClock.now - start) / .microseconds(1)))
            job.onReply(Mailbox.Reply(id: id, frame: format.result(analysis, id: id), outcome: .result))
        } catch {
            job.onReply(Mailbox.Reply(id: id, frame: format.error(error, id: id), outcome: .error(error)))
        }
    }

    private func analyze(_ job: Job) throws(WiredeskError) -> Analysis {
        // Many a request is given up while it waits for a worker.
        try job.interruption.check()
        let (options, article) = try job.request.open()
        guard job.request.wantsParts else {
            return try engine.analyze(article, options: options, interruption: job.interruption)
        }
        return try engine.analyze(article, options: options, interruption: job.interruption) { stage, analysis in
            let id = job.request.id
            guard let frame = job.request.replyFormat.part(stage, of: analysis, id: id) else { return }
            job.onReply(Mailbox.Reply(id: id, frame: frame, outcome: .part))
        }
    }
}

extension Request {
    /// The place in the queue that the caller asked for.
    fileprivate var priority: JobPriority {
        switch extensions.priority {
        case .low: .low
        case .high: .high
        case .normal, nil: .normal
        }
    }
}
