import Foundation
import Testing
import WiredeskProtocol
import WiredeskServer
import WiredeskTransport

@testable import WiredeskHTTP

@Suite("the HTTP port") struct HTTPPortTests {
    @Test func probesAnswer() async throws {
        let fixture = try await HTTPFixture()
        #expect(fixture.get("/live").hasPrefix("HTTP/1.1 200 "))
        #expect(fixture.get("/ready").hasSuffix("ready\n"))
        #expect(fixture.get("/ready?verbose").hasSuffix("ready\n"))
        #expect(fixture.get("/none").hasPrefix("HTTP/1.1 404 "))
        #expect(fixture.exchange("HEAD /live HTTP/1.0\r\n\r\n").hasSuffix("\r\n\r\n"))
        await fixture.stop()
    }

    @Test func whatCannotTakeMoreIsNotReady() async throws {
        let full = try await HTTPFixture { $0.queueDepth = 0 }
        #expect(full.get("/ready").hasPrefix("HTTP/1.1 503 "))
        await full.stop()
        let draining = try await HTTPFixture()
        await draining.server.drain()
        #expect(draining.get("/ready").hasSuffix("draining\n"))
        #expect(draining.get("/live").hasPrefix("HTTP/1.1 200 "), "it is to finish, not to be killed")
        #expect(draining.post(#"{"text":"A word."}"#).contains(#""code":"going_away""#))
        await draining.http.stop(within: .seconds(5))
    }

    @Test func anArticleIsAnsweredAsABatchLineIs() async throws {
        let fixture = try await HTTPFixture()
        let answer = fixture.post(#"{"id":7,"text":"The mayor, Ana Brul, spoke in Paris.","timings":false}"#)
        #expect(answer.hasPrefix("HTTP/1.1 200 "))
        #expect(answer.contains(#"{"id":7,"result":{"engine":"#))
        #expect(!answer.contains("microseconds"))
        await fixture.stop()
    }

    @Test(arguments: [
        ("nonsense", 400, "bad_body"), ("", 400, "bad_body"), (#"{"id":1}"#, 400, "bad_body"),
        (#"{"text":"a","wrong":1}"#, 400, "unknown_option"), (#"{"text":"a","published":"soon"}"#, 400, "bad_option"),
        (#"{"text":""}"#, 422, "empty_article"), (#"{"base64":"AAAAAAAA"}"#, 422, "not_text"),
    ])
    func whatIsWrongIsNamed(_ body: String, _ status: Int, _ code: String) async throws {
        let fixture = try await HTTPFixture()
        let answer = fixture.post(body)
        #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(answer)")
        #expect(answer.contains(#""code":"\#(code)""#), "\(answer)")
        await fixture.stop()
    }

    @Test func whatIsNotJSONOrFromElsewhereIsRefused() async throws {
        let fixture = try await HTTPFixture()
        let text = "POST /v1/analyze HTTP/1.1\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n\r\nabc"
        #expect(fixture.exchange(text).hasPrefix("HTTP/1.1 415 "))
        let other = fixture.post(#"{"text":"a"}"#, headers: "Sec-Fetch-Site: cross-site\r\n")
        #expect(other.hasPrefix("HTTP/1.1 403 "))
        #expect(fixture.get("/v1/analyze").contains("Allow: POST"))
        #expect(
            fixture.post(#"{"text":"a"}"#, headers: "Wiredesk-Deadline: soon\r\n").contains(#""code":"bad_option""#))
        await fixture.stop()
    }

    @Test func aFullServerSaysWhenToComeAgain() async throws {
        let fixture = try await HTTPFixture { $0.memoryBudget = 20 }
        let answer = fixture.post(#"{"text":"More than there is room for."}"#)
        #expect(answer.hasPrefix("HTTP/1.1 503 "))
        #expect(answer.contains("Retry-After: 1\r\n"))
        #expect(try await fixture.settledMetrics().contains(#"wiredesk_rejections_total{reason="memory_full"} 1"#))
        // What it held is given back.
        #expect(try await fixture.settledMetrics().contains("wiredesk_article_memory_bytes 0\n"))
        await fixture.stop()
    }

    @Test func aDeadlineIsKept() async throws {
        let fixture = try await HTTPFixture()
        let long = String(repeating: "The mayor of Paris, Ana Brul, spoke on Monday. ", count: 4000)
        let answer = fixture.post(#"{"text":"\#(long)"}"#, headers: "Wiredesk-Deadline: 1\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 504 "))
        await fixture.stop()
    }

    @Test(.enabled(if: MessageAuthentication.isAvailable, "no OpenSSL"))
    func tokensAreAskedForAndNeverShown() async throws {
        let secret = "correct-horse-battery"
        let fixture = try await HTTPFixture {
            $0.tokens = TokenSet([Token(name: "crawler", secret: Secret(Array(secret.utf8)), requestsPerSecond: 1)])
        }
        #expect(fixture.post(#"{"text":"a"}"#).contains("WWW-Authenticate: Bearer"))
        let wrong = fixture.post(#"{"text":"a"}"#, headers: "Authorization: Bearer wrong-horse-battery\r\n")
        #expect(wrong.hasPrefix("HTTP/1.1 401 "))
        #expect(!wrong.contains("horse"))
        #expect(fixture.get("/metrics").hasPrefix("HTTP/1.1 401 "))
        #expect(fixture.get("/ready").hasPrefix("HTTP/1.1 200 "), "probes have no token")
        let right = "Authorization: Bearer \(secret)\r\n"
        #expect(fixture.post(#"{"text":"A word."}"#, headers: right).hasPrefix("HTTP/1.1 200 "))
        let tooMany = fixture.post(#"{"text":"A word."}"#, headers: right)
        #expect(tooMany.hasPrefix("HTTP/1.1 429 "), "the caller's own doing, unlike a full server's 503")
        #expect(tooMany.contains("rate is used up"))
        #expect(tooMany.contains("Retry-After: 1\r\n"))
        await fixture.stop()
    }

    @Test func nobodyElseIsServedWithoutTokens() async throws {
        let fixture = try await HTTPFixture()
        let exposed = HTTPPort(fixture.server, limits: HTTPLimits(fixture.server.configuration))
        await #expect(throws: TransportError.exposed(.tcp(host: "0.0.0.0", port: 0))) {
            _ = try await exposed.start(on: .tcp(host: "0.0.0.0", port: 0))
        }
        await exposed.stop(within: .zero)
        await fixture.stop()
    }

    @Test func requestsOfOneConnectionAreAnsweredInTheirOrder() async throws {
        let fixture = try await HTTPFixture()
        let body = #"{"id":1,"text":"A word."}"#
        let post = "POST /v1/analyze HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)"
        let chunked = "POST /v1/analyze HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked"
        let answers = fixture.exchange(
            """
            \(post)\r\n\r\n\(body)GET /ready HTTP/1.1\r\n\r\n\(chunked)\r\n\r\n5\r\n{"tex\r\n9\r\nt":"Two."\r
            1\r\n}\r\n0\r\n\r\nGET /live HTTP/1.1\r\nConnection: close\r\n\r\n
            """)
        let order = [#"{"id":1,"result""#, "ready\n", #"{"result""#, "alive\n"].map {
            answers.range(of: $0)?.lowerBound
        }
        #expect(order.allSatisfy { $0 != nil }, "\(answers)")
        #expect(order.compactMap { $0 } == order.compactMap { $0 }.sorted())
        await fixture.stop()
    }
}
