import Synchronization
import WiredeskClient
import WiredeskModel
import WiredeskTransport

/// Sends articles to servers and measures how long each answer takes.
final class LoadGenerator: Sendable {
    /// Requests under way at most; a server that lets more pile up is beyond measuring.
    private static let mostUnderWay = 16_384

    private let clients: [Client]
    private let articles: [BenchArticle]
    private let timeout: Duration?
    private let warmUp: Duration
    private let duration: Duration
    private let next = Atomic(0)
    private let underWay = Atomic(0)
    private let result = Locked(BenchResult())

    /// - Parameters:
    ///   - clients: take turns.
    ///   - articles: likewise.
    ///   - warmUp: for so long at first nothing is counted.
    ///   - duration: of what is counted.
    init(
        clients: [Client], articles: [BenchArticle], timeout: Duration?, warmUp: Duration, duration: Duration
    ) {
        self.clients = clients
        self.articles = articles
        self.timeout = timeout
        self.warmUp = warmUp
        self.duration = duration
    }

    /// Keeps so many requests under way: each answer lets the next go ("closed loop"). Says what the server can do at most,
    /// but makes a slow server's times look good, because it is asked less.
    func run(keeping jobs: Int) async -> BenchResult {
        let start = ContinuousClock.now + warmUp
        await withDiscardingTaskGroup { group in
            for _ in 0..<jobs {
                group.addTask { [self] in
                    while case let now = ContinuousClock.now, now < start + duration {
                        await send(due: now, from: start)
                    }
                }
            }
        }
        return finish(start, rate: nil)
    }

    /// Makes so many requests a second whatever the answers ("open loop"), as the world does. Times count from when a
    /// request was due, so that a server that stalls does not get its own delay left out ("coordinated omission": Tene,
    /// "How NOT to Measure Latency", 2013).
    func run(rate: Double) async -> BenchResult {
        let begin = ContinuousClock.now
        let start = begin + warmUp
        let interval = Duration.seconds(1) / rate
        await withDiscardingTaskGroup { group in
            var due = begin
            while due < start + duration, !Task.isCancelled {
                if due > .now { try? await Task.sleep(until: due) }
                if underWay.load(ordering: .relaxed) < Self.mostUnderWay {
                    let time = due
                    underWay.wrappingAdd(1, ordering: .relaxed)
                    group.addTask { [self] in
                        await send(due: time, from: start)
                        underWay.wrappingSubtract(1, ordering: .relaxed)
                    }
                } else if due >= start {
                    result.withLock { $0.unsent += 1 }
                }
                due += interval
            }
        }
        return finish(start, rate: rate)
    }

    private func send(due: ContinuousClock.Instant, from start: ContinuousClock.Instant) async {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        let article = articles[number % articles.count]
        do throws(WiredeskError) {
            _ = try await clients[number % clients.count].analyze(
                article.bytes, options: article.options, timeout: timeout)
            let time = ContinuousClock.now - due
            guard due >= start else { return }
            result.withLock {
                $0.latencies.record(time)
                $0.bytes += article.bytes.count
            }
        } catch {
            guard due >= start else { return }
            result.withLock { $0.count(error) }
            // Who is refused at once must not ask again at once.
            try? await Task.sleep(for: .milliseconds(error.retryAfterMilliseconds ?? 1))
        }
    }

    private func finish(_ start: ContinuousClock.Instant, rate: Double?) -> BenchResult {
        result.withLock { result in
            result.rate = rate
            result.seconds = max((ContinuousClock.now - start) / .seconds(1), 0)
            return result
        }
    }
}
