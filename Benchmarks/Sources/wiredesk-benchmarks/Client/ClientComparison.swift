import WiredeskClient

/// What a pool costs beside a single connection: the same small requests to one server, in turn.
enum ClientComparison {
    private static let rounds = 9
    private static let requests = 2000
    private static let jobs = 16
    private static let article = "Mara Quill opened the harbour bridge on Monday. It took nine years to build."

    /// Requests a second, and the median and the 99th percentile of their times in microseconds.
    private struct Round {
        var perSecond: Double
        var median: Double
        var tail: Double
    }

    static func printTable(_ server: ServerAddress) async throws {
        let client = try await Client.connect(to: server)
        let pool = ClientPool(servers: [server])
        let contenders: [(name: String, analyzer: any Analyzer)] = [("connection", client), ("pool", pool)]
        var results = contenders.map { _ in [Round]() }
        for (_, analyzer) in contenders { _ = try await measure(analyzer) }
        for _ in 0..<rounds {
            for (index, contender) in contenders.enumerated() {
                results[index].append(try await measure(contender.analyzer))
            }
        }
        print("\(requests) requests, \(jobs) at a time, median of \(rounds) rounds")
        for (contender, rounds) in zip(contenders, results) {
            print(
                "\(contender.name): \(Int(middle(rounds, \.perSecond)))/s, median \(Int(middle(rounds, \.median))) µs, "
                    + "p99 \(Int(middle(rounds, \.tail))) µs")
        }
        let ratio = middle(results[1], \.perSecond) / middle(results[0], \.perSecond)
        print("pool to connection: \((ratio * 1000).rounded() / 1000)")
        await client.close()
        await pool.close()
    }

    private static func measure(_ analyzer: any Analyzer) async throws -> Round {
        let start = ContinuousClock.now
        let times = try await withThrowingTaskGroup(of: [Double].self) { group in
            for _ in 0..<jobs {
                group.addTask {
                    var options = AnalysisOptions()
                    options.stages = [.reading]
                    var times: [Double] = []
                    for _ in 0..<requests / jobs {
                        let sent = ContinuousClock.now
                        _ = try await analyzer.analyze(article, options: options)
                        times.append((ContinuousClock.now - sent) / .microseconds(1))
                    }
                    return times
                }
            }
            return try await group.reduce(into: [Double]()) { $0 += $1 }.sorted()
        }
        return Round(
            perSecond: Double(times.count) / ((ContinuousClock.now - start) / .seconds(1)),
            median: times[times.count / 2], tail: times[times.count * 99 / 100])
    }

    private static func middle(_ rounds: [Round], _ value: (Round) -> Double) -> Double {
        rounds.map(value).sorted()[rounds.count / 2]
    }
}
