import NIOCore
import Testing
import WiredeskServer

@testable import WiredeskHTTP

/// What one client may take of the port, and that the others are served meanwhile and afterwards.
@Suite("limits of the HTTP port") struct HTTPLimitTests {
    @Test func aBodyTooLargeIsRefusedBeforeItComes() async throws {
        let fixture = try await HTTPFixture(limits: {
            $0.body = 1000
            $0.lingerTime = .milliseconds(300)
        })
        let head = "POST /v1/analyze HTTP/1.1\r\nContent-Type: application/json\r\n"
        #expect(fixture.exchange(head + "Content-Length: 1001\r\n\r\n").hasPrefix("HTTP/1.1 413 "))
        // The answer arrives although the body is on its way, and nothing in it is taken for a request.
        let body = Array("GET /live HTTP/1.1\r\n\r\n".utf8) + [UInt8](repeating: 0x20, count: 300_000)
        let answer = fixture.exchange(head + "Content-Length: 500000\r\n\r\n", body)
        #expect(answer.hasPrefix("HTTP/1.1 413 "))
        #expect(!answer.contains("alive"))
        let chunk = "400\r\n" + String(repeating: " ", count: 1024) + "\r\n"
        #expect(fixture.exchange(head + "Transfer-Encoding: chunked\r\n\r\n" + chunk).hasPrefix("HTTP/1.1 413 "))
        let expecting = fixture.exchange(head + "Expect: 100-continue\r\nContent-Length: 1001\r\n\r\n")
        #expect(expecting.hasPrefix("HTTP/1.1 413 "), "not told to go on")
        await fixture.stop()
    }

    @Test func aHeadHasItsBounds() async throws {
        let fixture = try await HTTPFixture()
        #expect(
            fixture.exchange("GET / HTTP/1.1\r\nA: " + String(repeating: "a", count: 100_000)).hasPrefix(
                "HTTP/1.1 400 "))
        #expect(
            fixture.exchange("GET / HTTP/1.1\r\n" + String(repeating: "A: b\r\n", count: 10_000)).hasPrefix(
                "HTTP/1.1 400 "))
        #expect(fixture.exchange("GET /" + String(repeating: "a", count: 1_000_000)).hasPrefix("HTTP/1.1 400 "))
        #expect(fixture.exchange("\u{0}\u{1}\r\n\r\n").hasPrefix("HTTP/1.1 400 "))
        #expect(fixture.get("/live").hasPrefix("HTTP/1.1 200 "))
        await fixture.stop()
    }

    @Test func aSlowHeadOrBodyIsNotWaitedFor() async throws {
        let fixture = try await HTTPFixture(limits: {
            $0.headTime = .milliseconds(100)
            $0.bodyTime = .milliseconds(100)
        })
        #expect(fixture.exchange("GET / HTTP/1.1\r\nHost: ") == "")
        let head = "POST /v1/analyze HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{"
        #expect(fixture.exchange(head) == "")
        #expect(try await fixture.settledMetrics().contains("wiredesk_article_memory_bytes 0\n"))
        await fixture.stop()
    }

    @Test func oneConnectionTooManyIsToldSo() async throws {
        let fixture = try await HTTPFixture(limits: { $0.connections = 1 })
        let first = RawClient(port: fixture.port)
        first.send(Array("GET /live HTTP/1.1\r\n\r\n".utf8))
        #expect(first.receive()?.hasPrefix("HTTP/1.1 200 ") == true)
        #expect(fixture.get("/live").hasPrefix("HTTP/1.1 503 "))
        first.send(Array("GET /live HTTP/1.1\r\n\r\n".utf8))
        #expect(first.receive()?.hasPrefix("HTTP/1.1 200 ") == true)
        await fixture.stop()
    }

    @Test func stoppingWaitsForWhatIsInFlight() async throws {
        let fixture = try await HTTPFixture()
        let client = RawClient(port: fixture.port)
        let text = String(repeating: "The mayor of Paris, Ana Brul, spoke on Monday. ", count: 500)
        let body = #"{"text":"\#(text)"}"#
        client.send(
            Array(
                """
                POST /v1/analyze HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r
                \r\n\(body)
                """.utf8))
        while fixture.server.metrics.requests == 0 { try await Task.sleep(for: .milliseconds(5)) }
        await fixture.stop()
        let answer = client.receiveAll()
        let isComplete = answer.hasPrefix("HTTP/1.1 200 ") && answer.hasSuffix("}\n")
        #expect(isComplete, "\(answer.prefix(200))")
        let isLast = answer.prefix(300).lowercased().contains("\r\nconnection: close\r\n")
        #expect(isLast)
    }
}
