/// What proves a token without showing it (protocol.md, "Authentication").
package enum TokenProof {
    /// The one scheme there is.
    package static let scheme = "hmac-sha256"
    /// Bytes of a nonce.
    package static let nonceLength = 32
    /// How a proof is tied to the TLS connection that it is sent on (RFC 9266).
    package static let tlsExporter = "tls-exporter"

    /// Keeps a code made for this from being of use anywhere else.
    private static let label = Array("wiredesk/1 client".utf8)

    /// The code that answers a challenge, or nil when the build has no OpenSSL.
    ///
    /// - Parameters:
    ///   - nonce: the server's.
    ///   - binding: the TLS connection's exported keying material, empty without TLS.
    static func code(_ secret: Secret, nonce: [UInt8], binding: [UInt8]) -> [UInt8]? {
        MessageAuthentication.code(for: label + nonce + binding, key: secret.bytes)
    }
}
