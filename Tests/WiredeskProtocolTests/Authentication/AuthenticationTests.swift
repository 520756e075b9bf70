import Testing
import WiredeskModel

@testable import WiredeskProtocol

/// Both sessions' part in proving a token, event by event.
@Suite(.enabled(if: MessageAuthentication.isAvailable, "this build has no OpenSSL")) struct AuthenticationTests {
    private static let token = Token(name: "crawler", secret: Secret(Array("correct horse battery staple".utf8)))
    private static let nonce = [UInt8](1...32)
    private static let exporter = [UInt8](101...132)
    private static let greeting = Preface.bytes + Frame(.hello, payload: CBORWriter.encode(ClientHello())).encoded()

    private func server(
        nonce: [UInt8] = nonce, binding: [UInt8] = [], _ change: (inout SessionLimits) -> Void = { _ in }
    ) -> ServerSession {
        var limits = SessionLimits()
        change(&limits)
        let other = Token(name: "editor", secret: Secret(Array("another secret altogether".utf8)))
        var session = ServerSession(
            limits: limits, agent: "test",
            authentication: ServerAuthentication(TokenSet([other, Self.token]), nonce: nonce), now: 0)
        session.opened(now: 0)
        session.secured(binding: binding)
        return session
    }

    private func client(_ token: Token?, binding: [UInt8] = [], crc32: Bool = false) -> ClientSession {
        var hello = ClientHello()
        hello.crc32 = crc32
        var session = ClientSession(hello: hello, token: token)
        session.secured(binding: binding)
        return session
    }

    private static func proof(_ change: (inout ClientHello.Proof) -> Void = { _ in }) -> [UInt8] {
        var hello = ClientHello()
        var proof = ClientHello.Proof()
        proof.name = token.name
        proof.mac = TokenProof.code(token.secret, nonce: nonce, binding: [])?.hexadecimal ?? ""
        change(&proof)
        hello.auth = proof
        return Frame(.hello, payload: CBORWriter.encode(hello)).encoded()
    }

    private static let request = Frame(
        .request, code: 1, id: 1, payload: Request.payload(AnalysisOptions(), article: [0x61], encoding: .cbor))

    @Test(arguments: [false, true], [[], exporter])
    func theHolderOfATokenIsServed(crc32: Bool, binding: [UInt8]) {
        var client = client(Self.token, binding: binding, crc32: crc32)
        var server = server(binding: binding)
        #expect(client.submit(Self.request).actions.isEmpty)
        let asked = client.feed(server.feed(client.connected().sentBytes).sentBytes)
        #expect(!asked.contains { if case .ready = $0 { true } else { false } }, "not before the token is taken")
        let taken = server.feed(asked.sentBytes)
        #expect(taken.withoutSends == [.authenticated(Self.token)])
        let ready = client.feed(taken.sentBytes)
        #expect(ready.contains { if case .ready(let hello) = $0 { hello.requests == 64 } else { false } })
        #expect(server.feed(ready.sentBytes).startedRequests.map(\.id) == [1])
    }

    @Test func everySplitOfTheHandshakeMeansTheSame() {
        let bytes = Self.greeting + Self.proof() + Self.request.encoded()
        for split in 0...bytes.count {
            var server = server()
            let actions = server.feed(Array(bytes[..<split])) + server.feed(Array(bytes[split...]))
            #expect(actions.startedRequests.map(\.id) == [1], "split at \(split)")
        }
    }

    @Test(arguments: [
        ("a wrong code", proof { $0.mac = String(repeating: "0", count: 64) }),
        ("a short code", proof { $0.mac.removeLast(2) }),
        ("no code", proof { $0.mac = "" }),
        ("no hexadecimal", proof { $0.mac = String(repeating: "g", count: 64) }),
        ("an unknown name", proof { $0.name = "nobody" }),
        ("another's name", proof { $0.name = "editor" }),
        ("no proof", Frame(.hello, payload: CBORWriter.encode(ClientHello())).encoded()),
        ("a request", request.encoded()),
        ("a ping", Frame(.ping, id: 1).encoded()),
    ])
    func whoDoesNotProveATokenIsRefused(_ name: String, bytes: [UInt8]) {
        var server = server()
        _ = server.feed(Self.greeting)
        let actions = server.feed(bytes + Self.request.encoded())
        #expect(actions.errorCodes == [.unauthenticated], "\(name)")
        #expect(actions.closes)
        #expect(actions.startedRequests.isEmpty)
    }

    @Test func aProofIsOfNoUseOnAnotherConnection() {
        var replayed = server(nonce: Self.nonce.reversed())
        _ = replayed.feed(Self.greeting)
        #expect(replayed.feed(Self.proof()).errorCodes == [.unauthenticated])
        var secured = server(binding: Self.exporter)
        _ = secured.feed(Self.greeting)
        #expect(
            secured.feed(Self.proof()).errorCodes == [.unauthenticated], "a proof without the TLS connection's part")
    }

    @Test func noncesAreNew() {
        let nonces = (0..<100).map { _ in ServerAuthentication(TokenSet([])).nonce }
        #expect(Set(nonces).count == 100)
        #expect(nonces.allSatisfy { $0.count == 32 })
    }

    /// Someone in between who has a challenge of the real server's relayed, without saying that it is bound.
    @Test func aRelayedProofIsRefused() throws {
        var server = server(binding: Self.exporter)
        var client = client(Self.token, binding: Self.exporter.reversed())
        let challenge = server.feed(client.connected().sentBytes).sentBytes
        var frames = try #require(decodeFrames(Array(challenge.dropFirst(Preface.bytes.count))))
        var hello = try CBORReader.decode(ServerHello.self, from: frames[0].payload)
        #expect(hello.auth?.binding == "tls-exporter")
        hello.auth?.binding = nil
        frames[0].payload = CBORWriter.encode(hello)
        let proof = client.feed(Preface.bytes + frames[0].encoded()).sentBytes
        #expect(server.feed(proof).errorCodes == [.unauthenticated])
    }

    @Test func aClientWithoutATokenSaysSo() {
        var server = server()
        var client = client(nil)
        let actions = client.feed(server.feed(client.connected().sentBytes).sentBytes)
        guard case .close(let error)? = actions.last else {
            Issue.record("not closed: \(actions)")
            return
        }
        #expect(error?.code == .unauthenticated)
        #expect(actions.sentBytes.isEmpty)
    }

    @Test(arguments: [
        ("no nonce", "hmac-sha256", "", String?.none), ("a short nonce", "hmac-sha256", "00ff", nil),
        ("another scheme", "plain", String(repeating: "0", count: 64), nil),
        ("a binding without TLS", "hmac-sha256", String(repeating: "0", count: 64), "tls-exporter"),
    ])
    func aChallengeThatCannotBeAnsweredEndsTheConnection(
        _ name: String, scheme: String, nonce: String, binding: String?
    ) {
        var client = client(Self.token)
        _ = client.connected()
        var hello = ServerHello()
        var challenge = ServerHello.Challenge()
        challenge.scheme = scheme
        challenge.nonce = nonce
        challenge.binding = binding
        hello.auth = challenge
        let actions = client.feed(Preface.bytes + Frame(.hello, payload: CBORWriter.encode(hello)).encoded())
        #expect(actions.sentBytes.isEmpty, "\(name)")
        guard case .close? = actions.last else {
            Issue.record("\(name): not closed")
            return
        }
    }

    @Test func noMoreThanSixteenKibibytesAreReadBeforeTheProof() {
        var hello = ClientHello()
        hello.agent = String(repeating: "a", count: 9000)
        let frame = Frame(.hello, payload: CBORWriter.encode(hello)).encoded()
        var server = server()
        #expect(server.feed(Preface.bytes + frame).errorCodes.isEmpty)
        #expect(server.feed(frame).errorCodes == [.unauthenticated], "18 KiB in frames of 9")
        var other = self.server()
        _ = other.feed(Self.greeting)
        let large = Frame(.hello, payload: [UInt8](repeating: 0, count: 20_000)).encoded()
        #expect(other.feed(large).errorCodes == [.frameTooLarge])
    }

    @Test func theProofHasToComeInTheHandshakesTime() {
        var server = server()
        _ = server.feed(Self.greeting, now: 1500)
        #expect(server.nextTimeout == 2000)
        #expect(server.timeout(now: 2000).errorCodes == [.handshakeTimeout])
        var lines = self.server()
        _ = lines.feed(Array("PING\n".utf8), now: 1500)
        #expect(lines.timeout(now: 2000).closes, "line mode is no place to stay either")
    }
}
