/// Why there is no TLS connection, or no longer one. The messages say what to do where that is known.
package enum TLSError: Error, Hashable, CustomStringConvertible {
    /// The build has no OpenSSL.
    case unavailable
    /// A certificate, key or CA file cannot be used.
    case unusable(file: String, reason: String)
    /// The peer's first bytes are no TLS.
    case notTLS
    case expired
    case notYetValid
    case wrongHost(String)
    /// No chain leads from the peer's certificate to an authority that is trusted here. The reason is OpenSSL's.
    case untrusted(String)
    /// The peer speaks no TLS 1.3.
    case noCommonVersion
    /// The peer speaks other protocols inside TLS, not `wiredesk/1`.
    case noCommonProtocol
    /// The client showed no certificate where one is asked for.
    case missingClientCertificate
    /// The peer refused: its alert, in OpenSSL's words.
    case refused(String)
    /// The connection ended without TLS's own end: what came last may have been cut off.
    case truncated
    /// Anything else, in OpenSSL's words.
    case failed(String)

    package var description: String {
        switch self {
        case .unavailable: "this build has no TLS (the package's trait TLS)"
        case .unusable(let file, let reason): "\(file) cannot be used: \(reason)"
        case .notTLS: "the peer does not speak TLS"
        case .expired: "the peer's certificate has expired"
        case .notYetValid: "the peer's certificate is not valid yet"
        case .wrongHost(let host): "the peer's certificate is not for \(host)"
        case .untrusted(let reason): "the peer's certificate is not trusted: \(reason)"
        case .noCommonVersion: "the peer does not speak TLS 1.3"
        case .noCommonProtocol: "the peer does not speak wiredesk/1 inside TLS"
        case .missingClientCertificate: "a client certificate is asked for, and none was shown"
        case .refused(let alert): "the peer refused the TLS connection: \(alert)"
        case .truncated: "the TLS connection was cut off"
        case .failed(let reason): "TLS failed: \(reason)"
        }
    }
}
