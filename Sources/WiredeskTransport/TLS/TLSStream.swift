#if TLS
    import COpenSSL

    /// One TLS connection between two memory buffers: OpenSSL sees no socket.
    ///
    /// Confined to its channel's queue.
    final class TLSStream: SecureLayer {
        private static let handshakeRecord: UInt8 = 22
        private static let alertRecord: UInt8 = 21

        private let tls: OpaquePointer
        /// What came from the socket; what is to go there. The connection owns both.
        private let inbound: OpaquePointer
        private let outbound: OpaquePointer
        private let host: String?

        init(_ context: OpaquePointer, isServer: Bool, host: String?) {
            guard let tls = SSL_new(context), let inbound = BIO_new(BIO_s_mem()), let outbound = BIO_new(BIO_s_mem())
            else { preconditionFailure("the system has no memory left for a TLS connection") }
            SSL_set_bio(tls, inbound, outbound)
            (self.tls, self.inbound, self.outbound, self.host) = (tls, inbound, outbound, host)
            if isServer {
                SSL_set_accept_state(tls)
                return
            }
            SSL_set_connect_state(tls)
            guard let host else { return }
            // A numeric address is looked for among the certificate's addresses and is no server name (RFC 6066).
            if X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(tls), host) != 1 {
                ERR_clear_error()
                SSL_set1_host(tls, host)
                _ = wiredesk_set_server_name(tls, host)
            }
        }

        deinit {
            SSL_free(tls)
        }

        func accepts(firstByte: UInt8) -> Bool {
            firstByte == Self.handshakeRecord || firstByte == Self.alertRecord
        }

        func take(_ sealed: UnsafeRawBufferPointer) {
            // A memory buffer takes everything.
            BIO_write(inbound, sealed.baseAddress, Int32(sealed.count))
        }

        func shakeHands() throws(TLSError) -> Bool {
            ERR_clear_error()
            let result = SSL_do_handshake(tls)
            if result == 1 { return true }
            guard SSL_get_error(tls, result) == SSL_ERROR_WANT_READ else { throw error() }
            return false
        }

        func open(into buffer: UnsafeMutableRawBufferPointer) throws(TLSError) -> OpenedBytes {
            ERR_clear_error()
            let count = SSL_read(tls, buffer.baseAddress, Int32(buffer.count))
            if count > 0 { return .bytes(Int(count)) }
            switch SSL_get_error(tls, count) {
            case SSL_ERROR_WANT_READ: return .nothing
            case SSL_ERROR_ZERO_RETURN: return .end
            default: throw error()
            }
        }

        func seal(_ bytes: UnsafeRawBufferPointer) throws(TLSError) {
            var rest = bytes
            while !rest.isEmpty {
                ERR_clear_error()
                let count = SSL_write(tls, rest.baseAddress, Int32(min(rest.count, 1 << 24)))
                guard count > 0 else { throw error() }
                rest = UnsafeRawBufferPointer(rebasing: rest[Int(count)...])
            }
        }

        func finish() {
            SSL_shutdown(tls)
            ERR_clear_error()
        }

        func drain(_ body: (UnsafeRawBufferPointer) -> Void) {
            var bytes: UnsafeMutablePointer<CChar>?
            let count = wiredesk_pending(outbound, &bytes)
            guard count > 0, let bytes else { return }
            body(UnsafeRawBufferPointer(start: bytes, count: count))
            _ = wiredesk_clear(outbound)
        }

        var exportedKey: [UInt8]? {
            var key = [UInt8](repeating: 0, count: 32)
            let label = Array("EXPORTER-Channel-Binding".utf8).map { CChar(bitPattern: $0) }
            let result = SSL_export_keying_material(tls, &key, key.count, label, label.count, nil, 0, 1)
            return result == 1 ? key : nil
        }

        var peerSubject: String? {
            guard let certificate = SSL_get1_peer_certificate(tls) else { return nil }
            defer { X509_free(certificate) }
            var text = [CChar](repeating: 0, count: 256)
            guard X509_NAME_oneline(X509_get_subject_name(certificate), &text, Int32(text.count)) != nil else {
                return nil
            }
            return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }

        private func error() -> TLSError {
            OpenSSLErrors.takeLast().tlsError(verification: SSL_get_verify_result(tls), host: host)
        }
    }
#endif
