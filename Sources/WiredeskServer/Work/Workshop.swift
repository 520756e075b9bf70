import WiredeskEngine
import WiredeskModel
import WiredeskTransport

/// Where requests become results: admission, the worker queue and the engine.
final class Workshop: Sendable {
    /// A request and what its worker needs to answer it.
    struct Job: Sendable {
        /// What it holds in memory until it is done.
        var bytes: Int
        var priority = JobPriority.normal
        var interruption: Interruption
        /// Whose turn it takes: its connection's.
        var owner: WorkerPool.Owner
        /// Inflates the request and takes it apart, on a worker.
        var open: @Sendable () throws(WiredeskError) -> (options: AnalysisOptions, article: [UInt8])
        /// Takes the result so far after each stage, on a worker.
        var onPart: (@Sendable (Stage, Analysis) -> Void)?
        /// Takes the outcome, on a worker, exactly once.
        var onEnd: @Sendable (Result<Analysis, WiredeskError>) -> Void
    }

    let memory: MemoryBudget
    /// What frames may hold that have not arrived whole: half of all, so that clients who let theirs grow and never end
    /// do not keep out those whose requests are here.
    let arrivingMemory: MemoryBudget
    private let engine: Engine
    private let pool: WorkerPool
    private let counters: Counters

    init(_ configuration: ServerConfiguration, counters: Counters) {
        engine = Engine(configuration: configuration.engine)
        pool = WorkerPool(
            label: "wiredesk.worker", width: configuration.workers, depth: configuration.queueDepth)
        memory = MemoryBudget(configuration.memoryBudget)
        arrivingMemory = MemoryBudget(configuration.memoryBudget / 2, of: memory)
        self.counters = counters
    }

    var queued: Int { pool.waiting }
    var busyWorkers: Int { pool.running }
    var workers: Int { pool.width }
    var isFull: Bool { pool.waiting >= pool.depth }

    /// Takes the job on, or throws `busy` at once.
    func submit(_ job: Job) throws(WiredeskError) {
        guard memory.reserve(job.bytes) else { throw busy(.memoryFull) }
        let submittedAt = ContinuousClock.now
        let isAccepted = pool.submit(priority: job.priority, owner: job.owner) { [self] in
            counters.queueTimes.record(microseconds: submittedAt.microsecondsSince)
            work(job)
            memory.release(job.bytes)
        }
        guard isAccepted else {
            memory.release(job.bytes)
            throw busy(.queueFull)
        }
    }

    /// What someone is told whose request the server has no room for.
    func busy(_ reason: Rejection) -> WiredeskError {
        counters.reject(reason)
        let message =
            reason == .memoryFull
            ? "the server holds \(memory.limit) bytes of articles already" : "the server's queue is full"
        return WiredeskError(
            .busy, message,
            retryAfterMilliseconds: counters.retryAfter(queueDepth: pool.waiting, workers: pool.width))
    }

    private func work(_ job: Job) {
        let start = ContinuousClock.now
        do throws(WiredeskError) {
            let analysis = try analyze(job)
            counters.recordServiceTime(microseconds: start.microsecondsSince)
            let analyzedAt = ContinuousClock.now
            job.onEnd(.success(analysis))
            counters.record(.encoding, microseconds: analyzedAt.microsecondsSince)
        } catch {
            job.onEnd(.failure(error))
        }
    }

    private func analyze(_ job: Job) throws(WiredeskError) -> Analysis {
        // Many a request is given up while it waits for a worker.
        try job.interruption.check()
        let start = ContinuousClock.now
        var (options, article) = try job.open()
        counters.record(.decoding, microseconds: start.microsecondsSince)
        // The server wants to know them in any case.
        let wantsTimings = options.timings
        options.timings = true
        var analysis = try engine.analyze(
            article, options: options, interruption: job.interruption,
            onStage: job.onPart.map { onPart in
                { stage, part in onPart(stage, wantsTimings ? part : part.withoutTimings) }
            })
        for report in analysis.stages { counters.record(report) }
        if !wantsTimings { analysis = analysis.withoutTimings }
        return analysis
    }
}

extension Analysis {
    fileprivate var withoutTimings: Analysis {
        var analysis = self
        for index in analysis.stages.indices { analysis.stages[index].microseconds = nil }
        return analysis
    }
}
