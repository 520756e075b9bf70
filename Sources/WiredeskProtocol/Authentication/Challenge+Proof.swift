import WiredeskModel

extension ServerHello.Challenge {
    /// The proof that answers it.
    ///
    /// - Parameter binding: the TLS connection's exported keying material, empty without TLS.
    /// - Throws: `unauthenticated` when this client cannot answer.
    func proof(of token: Token?, binding: [UInt8]) throws(WiredeskError) -> ClientHello.Proof {
        guard let token else {
            throw WiredeskError(.unauthenticated, "the server asks for a token, and none is given")
        }
        guard scheme == TokenProof.scheme else {
            throw WiredeskError(
                .unauthenticated, "the server asks for a proof by \(scheme.prefix(40)), which this client cannot give")
        }
        guard let nonce = [UInt8](hexadecimal: nonce), nonce.count == TokenProof.nonceLength else {
            throw WiredeskError(.badReply, "HELLO: a nonce is \(TokenProof.nonceLength) bytes in hexadecimal")
        }
        // A server behind somebody else's TLS knows nothing of it. A man in the middle who says so gains nothing: the
        // proof that he then gets is none to a server that has TLS itself.
        guard self.binding == nil || (self.binding == TokenProof.tlsExporter && !binding.isEmpty) else {
            throw WiredeskError(.unauthenticated, "the server binds its challenge to a TLS connection that is not ours")
        }
        guard let code = TokenProof.code(token.secret, nonce: nonce, binding: self.binding == nil ? [] : binding) else {
            throw WiredeskError(.unauthenticated, "the server asks for a token, and this build has no OpenSSL for it")
        }
        var proof = ClientHello.Proof()
        proof.name = token.name
        proof.mac = code.hexadecimal
        return proof
    }
}
