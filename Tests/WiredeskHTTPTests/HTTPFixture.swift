import Foundation
import Logging
import WiredeskServer
import WiredeskTransport

@testable import WiredeskHTTP

/// A server with an HTTP port of its own, for one test.
struct HTTPFixture {
    let server: Server
    let http: HTTPPort
    let port: UInt16

    init(
        _ change: (inout ServerConfiguration) -> Void = { _ in },
        limits changeLimits: (inout HTTPLimits) -> Void = { _ in }
    ) async throws {
        var configuration = ServerConfiguration(workers: 1)
        configuration.addresses = [
            .unix(path: NSTemporaryDirectory() + "wiredesk-\(UUID().uuidString.prefix(8)).sock")
        ]
        change(&configuration)
        server = Server(configuration: configuration, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        _ = try server.start()
        var limits = HTTPLimits(configuration)
        changeLimits(&limits)
        http = HTTPPort(server, limits: limits)
        guard case .tcp(_, let port) = try await http.start(on: .tcp(host: "127.0.0.1", port: 0)) else { fatalError() }
        self.port = port
    }

    func stop() async {
        await server.drain()
        await http.stop(within: .seconds(5))
    }

    /// Sends the text and gives back all that comes until the server closes, or nothing more for ten seconds.
    func exchange(_ text: String, _ more: [UInt8] = []) -> String {
        let client = RawClient(port: port)
        client.send(Array(text.utf8) + more)
        return client.receiveAll()
    }

    func get(_ path: String) -> String {
        exchange("GET \(path) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    }

    /// The metrics once nothing is at work: an answer is out a moment before it is counted.
    func settledMetrics() async throws -> String {
        for _ in 0..<1000 where server.metrics.inFlight > 0 || server.metrics.articleMemory > 0 {
            try await Task.sleep(for: .milliseconds(5))
        }
        return get("/metrics")
    }

    func post(_ body: String, headers: String = "") -> String {
        exchange(
            """
            POST /v1/analyze HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r
            Content-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)
            """)
    }
}
