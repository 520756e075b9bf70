/// What a server asks of one connection before it serves it.
package struct ServerAuthentication: Sendable {
    package let tokens: TokenSet
    /// Never used for another connection, so that a proof cannot be used a second time.
    package let nonce: [UInt8]
    /// The TLS connection's exported keying material (RFC 9266), empty without TLS.
    package var binding: [UInt8] = []

    package init(_ tokens: TokenSet, nonce: [UInt8]) {
        self.tokens = tokens
        self.nonce = nonce
    }

    /// With a nonce of the system's random generator.
    package init(_ tokens: TokenSet) {
        var generator = SystemRandomNumberGenerator()
        self.init(tokens, nonce: (0..<TokenProof.nonceLength).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }

    /// How HELLO says it.
    var challenge: ServerHello.Challenge {
        var challenge = ServerHello.Challenge()
        challenge.scheme = TokenProof.scheme
        challenge.nonce = nonce.hexadecimal
        challenge.binding = binding.isEmpty ? nil : TokenProof.tlsExporter
        return challenge
    }

    func token(provenBy proof: ClientHello.Proof) -> Token? {
        tokens.token(provenBy: proof, nonce: nonce, binding: binding)
    }
}
