/// The stretch of a load that counts: what the server did and used in it, once it was warm.
struct MeasuringWindow {
    static let warmUp = Duration.milliseconds(400)
    static let duration = Duration.seconds(1)

    private let server: ServerProcess
    private let start = ContinuousClock.now + warmUp
    private let end: ContinuousClock.Instant
    private var first: Mark?
    private var last: Mark?
    /// Threads of the server at every look.
    private(set) var threads: [Int] = []

    private struct Mark {
        var answers: Int
        var processorSeconds: Double
        var instant = ContinuousClock.now
    }

    init(_ server: ServerProcess, lasting duration: Duration = duration) {
        self.server = server
        end = start + duration
    }

    /// Looks at the clock, and at the server when that says so.
    ///
    /// - Returns: whether the load is to go on.
    mutating func goesOn(_ answers: Int) -> Bool {
        let now = ContinuousClock.now
        if first == nil, now >= start { first = Mark(answers: answers, processorSeconds: server.processorSeconds) }
        guard now >= end else { return true }
        last = Mark(answers: answers, processorSeconds: server.processorSeconds)
        return false
    }

    mutating func countThreads() {
        threads.append(server.threads)
    }

    func throughput() throws -> Throughput {
        guard let first, let last, last.answers > first.answers else { throw BenchmarkError("nothing was answered") }
        let answers = Double(last.answers - first.answers)
        return Throughput(
            processorMicroseconds: (last.processorSeconds - first.processorSeconds) * 1e6 / answers,
            perSecond: answers / ((last.instant - first.instant) / .seconds(1)))
    }
}
