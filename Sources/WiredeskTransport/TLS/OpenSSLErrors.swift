#if TLS
    import COpenSSL

    /// OpenSSL's errors, which it keeps in a list for each thread.
    struct OpenSSLErrors {
        /// `SSL_R_…` or another library's, 0 for none.
        let reason: Int32
        let text: String

        /// The earliest error of the thread, which is the cause of the later ones. The list is empty afterwards.
        static func takeLast() -> OpenSSLErrors {
            let code = ERR_get_error()
            ERR_clear_error()
            guard code != 0 else { return OpenSSLErrors(reason: 0, text: "no reason given") }
            let reason = ERR_GET_REASON(code)
            let text =
                ERR_reason_error_string(code).map { String(cString: $0) }
                ?? (reason > 0 ? systemMessage(reason) : "error \(code)")
            return OpenSSLErrors(reason: reason, text: text)
        }

        /// What the error means to a connection.
        ///
        /// - Parameters:
        ///   - verification: the outcome of verifying the peer's certificate, `X509_V_OK` if that is not it.
        ///   - host: whom we mean to reach.
        func tlsError(verification: Int, host: String?) -> TLSError {
            switch Int32(truncatingIfNeeded: verification) {
            case X509_V_OK: break
            case X509_V_ERR_CERT_HAS_EXPIRED: return .expired
            case X509_V_ERR_CERT_NOT_YET_VALID: return .notYetValid
            case X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_IP_ADDRESS_MISMATCH: return .wrongHost(host ?? "this host")
            default: return .untrusted(String(cString: X509_verify_cert_error_string(verification)))
            }
            switch reason {
            case SSL_R_UNSUPPORTED_PROTOCOL, SSL_R_VERSION_TOO_LOW, SSL_R_TLSV1_ALERT_PROTOCOL_VERSION:
                return .noCommonVersion
            case SSL_R_NO_APPLICATION_PROTOCOL, SSL_R_TLSV1_ALERT_NO_APPLICATION_PROTOCOL:
                return .noCommonProtocol
            case SSL_R_PEER_DID_NOT_RETURN_A_CERTIFICATE, SSL_R_TLSV13_ALERT_CERTIFICATE_REQUIRED:
                return .missingClientCertificate
            case SSL_R_WRONG_VERSION_NUMBER, SSL_R_HTTP_REQUEST, SSL_R_HTTPS_PROXY_REQUEST:
                return .notTLS
            // From 1000 on, the number is an alert's of the peer.
            case 1000...: return .refused(text)
            default: return .failed(text)
            }
        }
    }
#endif
