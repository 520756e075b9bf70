import Foundation
import Logging
import Testing
import WiredeskModel
import WiredeskProtocol
import WiredeskServer
import WiredeskTransport

@testable import WiredeskClient

/// Clients with good and bad tokens at a real server.
@Suite(.enabled(if: MessageAuthentication.isAvailable, "this build has no OpenSSL")) struct TokenTests {
    private static let article = "Mara Quill opened the harbour bridge on Monday."
    private static let secret = Array("correct horse battery staple".utf8)

    private func withServer(
        _ tokens: [Token], _ body: (ServerAddress, Server) async throws -> Void
    ) async throws {
        var configuration = ServerConfiguration(workers: 2)
        configuration.addresses = [.tcp(host: "127.0.0.1", port: 0)]
        configuration.session.handshakeTimeout = 30_000
        configuration.tokens = TokenSet(tokens)
        let server = Server(
            configuration: configuration, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let address = try #require(ServerAddress("wiredesk://\(try server.start()[0])"))
        try await body(address, server)
        await server.drain()
    }

    private func connect(_ address: ServerAddress, name: String, secret: [UInt8]) async throws(WiredeskError) -> Client
    {
        var configuration = ClientConfiguration()
        configuration.token = AccessToken(name: name, secret: secret)
        return try await Client.connect(to: address, configuration: configuration)
    }

    @Test func aTokenOpensTheServer() async throws {
        try await withServer([Token(name: "crawler", secret: Secret(Self.secret))]) { address, _ in
            let client = try await connect(address, name: "crawler", secret: Self.secret)
            #expect(try await client.analyze(Self.article).article?.text == Self.article)
            await client.close()
        }
    }

    @Test func otherTokensAndNoneDoNot() async throws {
        try await withServer([Token(name: "crawler", secret: Secret(Self.secret))]) { address, _ in
            for (name, secret) in [("crawler", Self.secret.reversed()), ("editor", Self.secret)] {
                let error = await #expect(throws: WiredeskError.self) {
                    try await connect(address, name: name, secret: Array(secret))
                }
                #expect(error?.code == .unauthenticated)
            }
            let error = await #expect(throws: WiredeskError.self) { try await Client.connect(to: address) }
            #expect(error?.code == .unauthenticated)
            #expect(error?.message.contains("token") == true)
        }
    }

    @Test func overTheRateTheAnswerIsBusyWithATime() async throws {
        let token = Token(name: "crawler", secret: Secret(Self.secret), requestsPerSecond: 1)
        try await withServer([token]) { address, _ in
            let first = try await connect(address, name: "crawler", secret: Self.secret)
            let second = try await connect(address, name: "crawler", secret: Self.secret)
            _ = try await first.analyze(Self.article)
            let error = await #expect(throws: WiredeskError.self) { try await second.analyze(Self.article) }
            #expect(error?.code == .busy)
            #expect((1...1000).contains(error?.retryAfterMilliseconds ?? 0))
            await first.close()
            await second.close()
        }
    }

    @Test func aTokenThatIsTakenBackEndsItsConnections() async throws {
        let crawler = Token(name: "crawler", secret: Secret(Self.secret))
        let editor = Token(name: "editor", secret: Secret(Self.secret.reversed()))
        try await withServer([crawler, editor]) { address, server in
            let leaving = try await connect(address, name: "crawler", secret: Self.secret)
            let staying = try await connect(address, name: "editor", secret: Self.secret.reversed())
            _ = try await leaving.analyze(Self.article)
            server.setTokens(TokenSet([editor]))
            await #expect(throws: WiredeskError.self) {
                for _ in 0..<1000 { _ = try await leaving.analyze(Self.article) }
            }
            _ = try await staying.analyze(Self.article)
            await staying.close()
            await leaving.close()
        }
    }
}
