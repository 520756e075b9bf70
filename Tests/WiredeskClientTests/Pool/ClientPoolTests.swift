import Testing
import WiredeskEngine
import WiredeskModel
import WiredeskServer
import WiredeskTransport

@testable import WiredeskClient

@Suite struct ClientPoolTests {
    /// Quick to try again, slow to give up: a busy machine is no reason to fail.
    private static func policy() -> PoolPolicy {
        var policy = PoolPolicy()
        policy.shortestEjection = .milliseconds(20)
        policy.longestEjection = .milliseconds(100)
        policy.shortestPause = .milliseconds(5)
        policy.retriesPerSecond = 1000
        policy.savedRetries = 1000
        return policy
    }

    private final class Events: Sendable {
        private let list = Locked<[ClientEvent]>([])
        var all: [ClientEvent] { list.withLock { $0 } }
        func add(_ event: ClientEvent) { list.withLock { $0.append(event) } }

        func answers(of server: ServerAddress) -> Int {
            all.count { if case .tried(server, _, nil) = $0 { true } else { false } }
        }
    }

    private static func address(_ port: UInt16) throws -> ServerAddress {
        try #require(ServerAddress("wiredesk://127.0.0.1:\(port)"))
    }

    /// The ids of the answers to so many requests, so many of them under way at a time.
    private static func answers(
        _ count: Int, atOnce: Int, of pool: ClientPool, during body: () async throws -> Void = {}
    ) async throws -> Set<String> {
        try await withThrowingTaskGroup(of: [String].self) { group in
            for first in 0..<atOnce {
                group.addTask {
                    var ids: [String] = []
                    for number in stride(from: first, to: count, by: atOnce) {
                        var options = AnalysisOptions()
                        options.id = "\(number)"
                        ids.append(try await pool.analyze(testArticle, options: options).id ?? "")
                    }
                    return ids
                }
            }
            try await body()
            return try await group.reduce(into: Set<String>()) { $0.formUnion($1) }
        }
    }

    @Test func requestsAreSpreadOverTheServers() async throws {
        try await withServer { first, _ in
            try await withServer { second, _ in
                let events = Events()
                let pool = ClientPool(servers: [first, second], observer: events.add)
                let ids = try await Self.answers(200, atOnce: 16, of: pool)
                #expect(ids.count == 200)
                for server in [first, second] { #expect(events.answers(of: server) >= 40) }
                let status = await pool.status
                #expect(status.map(\.address) == [first, second])
                #expect(status.allSatisfy { $0.connections == 1 && $0.outstanding == 0 && !$0.isEjected })
                await pool.close()
            }
        }
    }

    @Test func nothingIsLostWhenAServerIsCutAgainAndAgain() async throws {
        try await withServer { first, _ in
            try await withServer { second, _ in
                let gateway = try Gateway(to: try #require(first.port))
                let events = Events()
                let pool = ClientPool(
                    servers: [try Self.address(gateway.port), second], policy: Self.policy(), observer: events.add)
                try await pool.connect()
                let ids = try await Self.answers(600, atOnce: 24, of: pool) {
                    for _ in 0..<8 {
                        try await Task.sleep(for: .milliseconds(30))
                        gateway.cut()
                    }
                    gateway.stop()
                }
                #expect(ids.count == 600)
                #expect(events.all.contains { if case .ejected = $0 { true } else { false } })
                #expect(events.all.contains { if case .returned = $0 { true } else { false } })
                await pool.close()
            }
        }
    }

    @Test func aServerThatWasThereIsWaitedFor() async throws {
        try await withServer { address, _ in
            let gateway = try Gateway(to: try #require(address.port))
            let pool = ClientPool(servers: [try Self.address(gateway.port)], policy: Self.policy())
            #expect(try await Self.answers(4, atOnce: 1, of: pool).count == 4)
            gateway.stop()
            async let answers = Self.answers(20, atOnce: 4, of: pool)
            try await Task.sleep(for: .milliseconds(200))
            let again = try Gateway(to: try #require(address.port), port: gateway.port)
            #expect(try await answers.count == 20)
            await pool.close()
            again.stop()
        }
    }

    @Test func aServerThatWasNeverThereIsNot() async throws {
        try await withServer { address, _ in
            let gateway = try Gateway(to: try #require(address.port))
            gateway.stop()
            let gone = try Self.address(gateway.port)
            let alone = ClientPool(servers: [gone])
            await #expect { try await alone.connect() } throws: { ($0 as? WiredeskError)?.code == .unreachable }
            await #expect { try await alone.analyze(testArticle) } throws: {
                ($0 as? WiredeskError)?.code == .unreachable
            }
            let both = ClientPool(servers: [gone, address])
            #expect(try await Self.answers(10, atOnce: 1, of: both).count == 10)
            await both.close()
        }
    }

    @Test func aConnectionWithoutSignsOfLifeIsGivenUp() async throws {
        try await withServer { first, _ in
            try await withServer { second, _ in
                let gateway = try Gateway(to: try #require(first.port))
                var policy = Self.policy()
                policy.healthInterval = .milliseconds(50)
                policy.healthTimeout = .milliseconds(500)
                let pool = ClientPool(servers: [try Self.address(gateway.port), second], policy: policy)
                #expect(try await Self.answers(8, atOnce: 2, of: pool).count == 8)
                gateway.freeze(true)
                // Half of them wait for the silent server until the pool notices.
                #expect(try await Self.answers(40, atOnce: 8, of: pool).count == 40)
                gateway.freeze(false)
                await pool.close()
                gateway.stop()
            }
        }
    }

    @Test func aSlowAnswerIsOvertakenByAnotherServers() async throws {
        try await withServer { first, _ in
            try await withServer { second, _ in
                let gateway = try Gateway(to: try #require(first.port))
                var policy = Self.policy()
                policy.hedgeDelay = .milliseconds(50)
                let events = Events()
                let pool = ClientPool(
                    servers: [try Self.address(gateway.port), second], policy: policy, observer: events.add)
                #expect(try await Self.answers(8, atOnce: 2, of: pool).count == 8)
                gateway.freeze(true)
                #expect(try await Self.answers(8, atOnce: 2, of: pool).count == 8)
                #expect(events.all.contains { if case .hedging(second) = $0 { true } else { false } })
                gateway.freeze(false)
                await pool.close()
                gateway.stop()
            }
        }
    }

    @Test func aFullServersRequestsAreMadeAgain() async throws {
        try await withServer({
            $0.workers = 1
            $0.queueDepth = 1
        }) { address, _ in
            let events = Events()
            let pool = ClientPool(servers: [address], policy: Self.policy(), observer: events.add)
            let ids = try await Self.answers(60, atOnce: 12, of: pool)
            #expect(ids.count == 60)
            #expect(
                events.all.contains {
                    if case .retrying(let error, let pause) = $0, error.code == .busy {
                        pause >= .milliseconds(error.retryAfterMilliseconds ?? 0)
                    } else {
                        false
                    }
                })
            await pool.close()
        }
    }

    @Test func aServerThatShutsDownLosesNothing() async throws {
        try await withServer { first, server in
            try await withServer { second, _ in
                let pool = ClientPool(servers: [first, second], policy: Self.policy())
                try await pool.connect()
                let ids = try await Self.answers(300, atOnce: 16, of: pool) {
                    try await Task.sleep(for: .milliseconds(30))
                    await server.drain()
                }
                #expect(ids.count == 300)
                await pool.close()
            }
        }
    }

    @Test func stagesComeThroughAPoolToo() async throws {
        try await withServer { address, _ in
            let pool = ClientPool(servers: [address])
            var parts: [Stage] = []
            var result: Analysis?
            for try await update in pool.stages(of: Array(testArticle.utf8)) {
                switch update {
                case .part(let stage, _): parts.append(stage)
                case .result(let analysis): result = analysis
                }
            }
            #expect(parts == [.reading, .entities, .summary])
            #expect(result?.article != nil)
            let nothing = pool.stages(of: [])
            await #expect {
                for try await _ in nothing {}
            } throws: {
                ($0 as? WiredeskError)?.code == .emptyArticle
            }
            await pool.close()
        }
    }

    @Test func cancellingAndClosingEndWhatWaits() async throws {
        try await withServer { address, _ in
            let gateway = try Gateway(to: try #require(address.port))
            let pool = ClientPool(servers: [try Self.address(gateway.port)], policy: Self.policy())
            try await pool.connect()
            gateway.freeze(true)
            let task = Task { try await pool.analyze(testArticle) }
            try await Task.sleep(for: .milliseconds(50))
            task.cancel()
            await #expect { try await task.value } throws: { ($0 as? WiredeskError)?.code == .cancelled }
            await #expect { try await pool.analyze(testArticle, timeout: .milliseconds(50)) } throws: {
                ($0 as? WiredeskError)?.code == .deadlineExceeded
            }
            gateway.freeze(false)
            await pool.close()
            await #expect { try await pool.analyze(testArticle) } throws: {
                ($0 as? WiredeskError)?.code == .goingAway
            }
            gateway.stop()
        }
    }

    @Test func oneLineSwitchesBetweenServersAndTheEngineInTheProcess() async throws {
        try await withServer { address, _ in
            let pool = ClientPool(servers: [address])
            let analyzers: [any Analyzer] = [LocalAnalyzer(), try await Client.connect(to: address), pool]
            var options = AnalysisOptions()
            options.timings = false
            var results: Set<Analysis> = []
            for analyzer in analyzers { results.insert(try await analyzer.analyze(testArticle, options: options)) }
            #expect(results.count == 1)
            await pool.close()
        }
    }
}
