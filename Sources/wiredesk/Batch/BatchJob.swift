import ArgumentParser
import Glibc

/// A batch job under way: one reader thread, a bounded number of lines in work, and this one loop that writes.
final class BatchJob {
    private let analyst: LineAnalyst
    /// Lines in work at the same time.
    private let jobs: Int
    private var output: OutputFile
    private var log: ResumeLog?
    private let input: InputSource
    private let inputProgress: InputProgress
    private var meter: ProgressMeter
    private var window: ReorderWindow
    /// Lines that got an error, in earlier runs of a resumed job too.
    private(set) var failures: Int
    private let budget: InFlightBudget
    private var waiting = WaitingLines()
    private var running = 0
    private var isInputAtEnd = false

    /// Bytes of lines that are read and not yet answered, at most.
    private static let mostBytesInFlight = 64 << 20

    init(
        reading input: InputSource, analyst: LineAnalyst, jobs: Int, isOrdered: Bool, output: consuming OutputFile,
        log: consuming ResumeLog?,
        checkpoint: Checkpoint
    ) {
        self.analyst = analyst
        self.jobs = jobs
        self.input = input
        inputProgress = InputProgress(of: input)
        meter = ProgressMeter(of: inputProgress, done: checkpoint.completed.prefix, output: output.descriptor)
        self.output = output
        self.log = log
        window = ReorderWindow(isOrdered: isOrdered, completed: checkpoint.completed)
        failures = checkpoint.failures
        // Lines behind a slow one go on being done. In order their answers wait for it; otherwise only their numbers.
        budget = InFlightBudget(lines: max(isOrdered ? 256 : 8192, jobs * 4), bytes: Self.mostBytesInFlight)
    }

    /// Answers every line of the input.
    ///
    /// - Throws: `OutputFailure`, `InputFailure`, or the `ExitCode` of an interruption. What was answered before is
    ///   written, but for the first.
    func run() async throws {
        let (events, sink) = AsyncStream.makeStream(of: BatchEvent.self)
        let watch = InterruptSignal.watch { sink.yield(.interrupted($0)) }
        defer { withExtendedLifetime(watch) {} }
        BatchInput(
            source: input, completed: window.completed, budget: budget, progress: inputProgress, events: sink
        ).start()

        try await withThrowingDiscardingTaskGroup { group in
            for await event in events {
                try handle(event)
                while running < jobs, let line = waiting.popFirst() {
                    running += 1
                    group.addTask { [analyst] in sink.yield(.settled(await analyst.settle(line))) }
                }
                // Nothing to do until more is read: whoever waits for these answers gets them now.
                if running == 0, waiting.isEmpty {
                    if isInputAtEnd { break }
                    try output.flush()
                }
            }
        }
        try finish()
    }

    private func handle(_ event: BatchEvent) throws {
        switch event {
        case .read(let line): waiting.append(line)
        case .settled(let line):
            running -= 1
            let before = window.completed.prefix
            for ready in window.accept(line) {
                if ready.isFailure { failures += 1 }
                try output.write(ready.bytes)
                budget.release(lines: 0, bytes: ready.cost)
                inputProgress.addDone(ready.cost)
                meter.add(isFailure: ready.isFailure)
            }
            budget.release(lines: window.completed.prefix - before, bytes: 0)
            if log?.isDue == true { try checkpoint() }
        case .endOfInput: isInputAtEnd = true
        case .inputFailed(let failure):
            try finish()
            throw failure
        case .interrupted(let exitCode):
            try finish()
            throw ExitCode(exitCode)
        }
    }

    /// Writes what is ready, and says so in the log only then.
    private func checkpoint() throws(OutputFailure) {
        try output.flush()
        guard log != nil else { return }
        output.synchronize()
        try log?.append(
            Checkpoint(completed: window.completed, outputBytes: output.writtenBytes, failures: failures))
    }

    private func finish() throws(OutputFailure) {
        try checkpoint()
        meter.finish()
    }
}
