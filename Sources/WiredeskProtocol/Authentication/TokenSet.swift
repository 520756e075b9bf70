/// The tokens that a server takes, by their names.
package struct TokenSet: Sendable, Hashable {
    private let tokens: [String: Token]
    /// Stands in for the secret of a name that is not there, so that finding out which names are takes more than a
    /// clock.
    private static let noSecret = Secret([UInt8](repeating: 0, count: 32))

    package init(_ tokens: [Token]) {
        self.tokens = Dictionary(tokens.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package var count: Int { tokens.count }

    package subscript(name: String) -> Token? { tokens[name] }

    /// The token that has this secret, the first by name, or nil. All are looked at, so that the time tells nothing.
    package func token(withSecret secret: [UInt8]) -> Token? {
        tokens.values.filter { MessageAuthentication.areEqual($0.secret.bytes, secret) }.min { $0.name < $1.name }
    }

    /// The token that a proof shows, or nil.
    func token(provenBy proof: ClientHello.Proof, nonce: [UInt8], binding: [UInt8]) -> Token? {
        let token = tokens[proof.name]
        let secret = token?.secret ?? Self.noSecret
        guard let expected = TokenProof.code(secret, nonce: nonce, binding: binding),
            let shown = [UInt8](hexadecimal: proof.mac), MessageAuthentication.areEqual(expected, shown)
        else { return nil }
        return token
    }
}
