import Testing
import WiredeskModel
import WiredeskServer

@testable import WiredeskClient

@Suite struct ClientTests {
    @Test func manyRequestsOverOneConnection() async throws {
        try await withServer { address, _ in
            let client = try await Client.connect(to: address)
            // More than the connection's credit of 64: the rest waits inside.
            let ids = try await withThrowingTaskGroup(of: String?.self) { group in
                for number in 0..<300 {
                    group.addTask {
                        var options = AnalysisOptions()
                        options.id = "\(number)"
                        return try await client.analyze(testArticle, options: options).id
                    }
                }
                return try await group.reduce(into: Set<String>()) { if let id = $1 { $0.insert(id) } }
            }
            #expect(ids.count == 300)
            await client.close()
        }
    }

    @Test(arguments: [true, false], [true, false])
    func everyWayOverTheWireGivesTheSame(compressed: Bool, checked: Bool) async throws {
        try await withServer { address, _ in
            var configuration = ClientConfiguration()
            configuration.compressesRequests = compressed
            configuration.acceptsCompressedResults = compressed
            configuration.checksFrames = checked
            let client = try await Client.connect(to: address, configuration: configuration)
            var options = AnalysisOptions()
            options.timings = false
            let long = Array(repeating: testArticle, count: 100).joined(separator: "\n\n")
            let analysis = try await client.analyze(long, options: options)
            #expect(analysis == (try await client.analyze(long, options: options)))
            #expect(analysis.stages.map(\.status) == [.ok, .ok, .ok])
            await client.close()
        }
    }

    /// Straight or through a pool, whose tries are tasks of their own.
    @Test func theTraceOfATaskGoesWithItsRequestsAndComesBackWithTheirErrors() async throws {
        try await withServer { address, _ in
            let client = try await Client.connect(to: address)
            var policy = PoolPolicy()
            policy.hedgeDelay = .seconds(60)
            let pool = ClientPool(servers: [address, address], policy: policy)
            for analyzer in [client, pool] as [any Analyzer] {
                for (sent, returned) in [("00-1-2-01", "00-1-2-01"), (nil, nil), ("no trace\n", nil), ("", nil)] {
                    let error = await #expect(throws: WiredeskError.self) {
                        try await TraceContext.$traceparent.withValue(sent) { try await analyzer.analyze("") }
                    }
                    #expect(error?.code == .emptyArticle)
                    #expect(error?.trace == returned)
                }
            }
            await client.close()
            await pool.close()
        }
    }

    @Test func stagesComeOneByOne() async throws {
        try await withServer { address, _ in
            let client = try await Client.connect(to: address)
            var parts: [Stage] = []
            var result: Analysis?
            for try await update in client.stages(of: Array(testArticle.utf8)) {
                switch update {
                case .part(let stage, let part):
                    parts.append(stage)
                    #expect(part.stages.map(\.name) == [stage])
                    #expect((part.article != nil) == (stage == .reading))
                case .result(let analysis): result = analysis
                }
            }
            #expect(parts == [.reading, .entities, .summary])
            #expect(result?.article != nil)
            #expect(result?.stages.count == 3)
            await client.close()
        }
    }

    @Test func theServersErrorsAreTheCallers() async throws {
        try await withServer { address, _ in
            let client = try await Client.connect(to: address)
            await #expect { try await client.analyze("") } throws: { ($0 as? WiredeskError)?.code == .emptyArticle }
            var options = AnalysisOptions()
            options.sentences = 0
            await #expect { try await client.analyze("A.", options: options) } throws: {
                ($0 as? WiredeskError)?.code == .badOption
            }
            await #expect { try await client.analyze(Array(repeating: 0x61, count: 9 << 20)) } throws: {
                ($0 as? WiredeskError)?.code == .articleTooLarge
            }
            #expect(try await client.analyze(testArticle).article != nil, "the connection is none the worse")
            await client.close()
        }
    }

    @Test func cancellingTheTaskCancelsTheRequest() async throws {
        try await withServer { address, _ in
            let client = try await Client.connect(to: address)
            let long = Array(repeating: testArticle, count: 4000).joined(separator: "\n\n")
            let task = Task { try await client.analyze(long) }
            try await Task.sleep(for: .milliseconds(5))
            task.cancel()
            await #expect { try await task.value } throws: { ($0 as? WiredeskError)?.code == .cancelled }
            #expect(try await client.analyze(testArticle).article != nil)
            await client.close()
        }
    }

    @Test func aDeadlineIsKept() async throws {
        try await withServer({ $0.workers = 1 }) { address, _ in
            let client = try await Client.connect(to: address)
            let long = Array(repeating: testArticle, count: 4000).joined(separator: "\n\n")
            let start = ContinuousClock.now
            await #expect { try await client.analyze(long, timeout: .milliseconds(1)) } throws: {
                ($0 as? WiredeskError)?.code == .deadlineExceeded
            }
            #expect(ContinuousClock.now - start < .seconds(3))
            await client.close()
        }
    }

    @Test func aDrainingServerFinishesAndRefuses() async throws {
        try await withServer { address, server in
            let client = try await Client.connect(to: address)
            let long = Array(repeating: testArticle, count: 500).joined(separator: "\n\n")
            var updates = client.stages(of: Array(long.utf8)).makeAsyncIterator()
            // Once the first stage is done the request was accepted, and it is not over.
            _ = try await updates.next()
            async let drained: Void = server.drain()
            var last: AnalysisUpdate?
            while let update = try await updates.next() { last = update }
            guard case .result? = last else {
                Issue.record("no result but \(String(describing: last))")
                return
            }
            await drained
            await #expect { try await client.analyze(testArticle) } throws: {
                [.goingAway, .connectionLost].contains(($0 as? WiredeskError)?.code)
            }
            await #expect { try await Client.connect(to: address) } throws: {
                ($0 as? WiredeskError)?.code == .unreachable
            }
        }
    }

    @Test func pingAndLineMode() async throws {
        try await withServer { address, _ in
            let client = try await Client.connect(to: address)
            #expect(try await client.ping() > .zero)
            #expect(client.serverAgent?.hasPrefix("wiredesk/") == true)
            #expect(try await LineClient.ask("HEALTH", of: address) == "OK")
            #expect(try await LineClient.ask("STATS", of: address).contains("connections="))
            await client.close()
        }
    }

    @Test(arguments: [
        ("wiredesk://example.org", "wiredesk://example.org:7411"),
        ("wiredesk://example.org:9", "wiredesk://example.org:9"),
        ("wiredesk://[::1]:9/", "wiredesk://[::1]:9"),
        ("wiredesk+unix:/run/desk", "wiredesk+unix:/run/desk"),
        ("http://example.org", nil),
        ("wiredesk://", nil),
        ("wiredesk://host:0", nil),
        ("wiredesk://host:99999", nil),
        ("wiredesk+unix:", nil),
    ])
    func addresses(uri: String, expected: String?) {
        #expect(ServerAddress(uri)?.description == expected)
    }
}
