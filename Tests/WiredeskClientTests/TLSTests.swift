import Foundation
import Logging
import TestCertificates
import Testing
import WiredeskModel
import WiredeskProtocol
import WiredeskServer
import WiredeskTransport

@testable import WiredeskClient

/// Clients and a real server inside TLS.
@Suite(
    .enabled(if: MessageAuthentication.isAvailable && TestCertificates.canBeMade, "no OpenSSL, or no openssl command"))
struct TLSTests {
    private static let article = "Mara Quill opened the harbour bridge on Monday."
    private static let certificates = Result { try TestCertificates() }

    private let certificates: TestCertificates

    init() throws {
        certificates = try Self.certificates.get()
    }

    private func context(_ name: String, clientCA: String? = nil) throws -> TLSContext {
        try TLSContext(
            server: TLSIdentity(certificateFile: certificates.certificate(name), keyFile: certificates.key(name)),
            clientCAFile: clientCA.map { certificates.certificate($0) })
    }

    private func withServer(
        _ tls: TLSContext?, tokens: TokenSet? = nil, _ body: (String, Server) async throws -> Void
    ) async throws {
        var configuration = ServerConfiguration(workers: 2)
        configuration.addresses = [.tcp(host: "127.0.0.1", port: 0)]
        // A busy machine is no reason to fail.
        configuration.session.handshakeTimeout = 30_000
        configuration.tls = tls
        configuration.tokens = tokens
        let server = Server(
            configuration: configuration, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let address = try server.start()[0]
        guard case .tcp(_, let port) = address else { return }
        try await body("localhost:\(port)", server)
        await server.drain()
    }

    private func connect(
        _ scheme: String, _ authority: String, trusting: String = "root", showing: String? = nil,
        token: AccessToken? = nil
    ) async throws -> Client {
        var configuration = ClientConfiguration()
        configuration.tls.authoritiesFile = certificates.certificate(trusting)
        configuration.tls.certificateFile = showing.map { certificates.certificate($0) }
        configuration.tls.keyFile = showing.map { certificates.key($0) }
        configuration.token = token
        configuration.connectTimeout = .seconds(30)
        let address = try #require(ServerAddress("\(scheme)://\(authority)"))
        return try await Client.connect(to: address, configuration: configuration)
    }

    @Test func articlesGoBothWaysInsideTLSWithABoundToken() async throws {
        let secret = Array("correct horse battery staple".utf8)
        let tokens = TokenSet([Token(name: "crawler", secret: Secret(secret))])
        try await withServer(try context("server"), tokens: tokens) { authority, _ in
            let client = try await connect(
                "wiredesks", authority, token: AccessToken(name: "crawler", secret: secret))
            // Many records each, many at a time.
            let long = Array(repeating: Self.article, count: 700).joined(separator: "\n\n")
            let options = {
                var options = AnalysisOptions()
                options.stages = [.reading]
                return options
            }()
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 {
                    group.addTask { try await client.analyze(long, options: options).article != nil }
                    group.addTask { try await client.analyze(Self.article).article?.text == Self.article }
                }
                for try await isRight in group { #expect(isRight) }
            }
            await client.close()
            let error = await #expect(throws: WiredeskError.self) { try await connect("wiredesks", authority) }
            #expect(error?.code == .unauthenticated)
        }
    }

    @Test(arguments: [
        ("expired", "root", "wiredesks", "expired"), ("elsewhere", "root", "wiredesks", "not for localhost"),
        ("server", "other", "wiredesks", "not trusted"), ("server", "root", "wiredesk", "speaks TLS"),
        (nil, "root", "wiredesks", "does not speak TLS"),
    ])
    func whatIsWrongIsSaid(server: String?, trusting: String, scheme: String, message: String) async throws {
        try await withServer(try server.map { try context($0) }) { authority, _ in
            let error = await #expect(throws: WiredeskError.self) {
                try await connect(scheme, authority, trusting: trusting)
            }
            #expect(error?.code == (scheme == "wiredesks" ? .tlsFailed : .badPreface))
            #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
            #expect(error?.isRetryable == false)
        }
    }

    @Test func clientsShowCertificatesWhereTheyAreAskedFor() async throws {
        try await withServer(try context("server", clientCA: "root")) { authority, _ in
            let client = try await connect("wiredesks", authority, showing: "client")
            _ = try await client.analyze(Self.article)
            await client.close()
            for shown in [nil, "stranger"] {
                let error = await #expect(throws: WiredeskError.self) {
                    try await connect("wiredesks", authority, showing: shown)
                }
                #expect(error?.code == .tlsFailed)
            }
        }
    }

    @Test func aNewCertificateIsForNewConnections() async throws {
        try await withServer(try context("server")) { authority, server in
            let before = try await connect("wiredesks", authority)
            server.setTLS(try context("expired"))
            let error = await #expect(throws: WiredeskError.self) { try await connect("wiredesks", authority) }
            #expect(error?.message.contains("expired") == true)
            _ = try await before.analyze(Self.article)
            server.setTLS(try context("renewed"))
            let after = try await connect("wiredesks", authority)
            _ = try await after.analyze(Self.article)
            await before.close()
            await after.close()
        }
    }

    @Test func filesThatCannotBeUsedAreNamed() throws {
        let exposed = certificates.folder.appending(path: "exposed.key").path()
        try FileManager.default.copyItem(atPath: certificates.key("server"), toPath: exposed)
        chmod(exposed, 0o640)
        for (certificate, key) in [
            ("/nowhere.pem", certificates.key("server")),
            (certificates.certificate("server"), certificates.key("client")),
            (certificates.certificate("server"), certificates.certificate("server")),
            (certificates.certificate("server"), exposed),
        ] {
            let error = #expect(throws: TLSError.self) {
                try TLSContext(server: TLSIdentity(certificateFile: certificate, keyFile: key))
            }
            guard case .unusable? = error else {
                Issue.record("\(certificate), \(key): \(error.map { "\($0)" } ?? "taken")")
                continue
            }
        }
    }
}
