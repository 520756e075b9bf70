#if TLS
    import COpenSSL

    /// Settings for TLS connections of one kind: 1.3 only, `wiredesk/1` inside (ALPN). Files are read when it is made.
    ///
    /// Safe to share: OpenSSL counts the references to a context, and nothing changes it after `init`.
    package final class TLSContext: @unchecked Sendable {
        private let context: OpaquePointer
        private let isServer: Bool
        /// Whether clients have to show a certificate.
        package let asksForCertificate: Bool

        /// For a server.
        ///
        /// - Parameter clientCAFile: clients have to show a certificate that one of these authorities has signed.
        package init(server identity: TLSIdentity, clientCAFile: String? = nil) throws(TLSError) {
            context = try Self.make(TLS_server_method())
            isServer = true
            asksForCertificate = clientCAFile != nil
            try load(identity)
            wiredesk_require_protocol(context)
            // A connection that begins anew costs a server less than keeping state for those that might come back.
            SSL_CTX_set_num_tickets(context, 0)
            guard let clientCAFile else { return }
            try load(authorities: clientCAFile)
            SSL_CTX_set_client_CA_list(context, SSL_load_client_CA_file(clientCAFile))
            SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nil)
        }

        /// For a client, which always verifies the server's certificate and its host name.
        ///
        /// - Parameters:
        ///   - caFile: the authorities to trust; nil for the system's.
        ///   - identity: what to show to a server that asks.
        package init(clientTrusting caFile: String?, identity: TLSIdentity? = nil) throws(TLSError) {
            context = try Self.make(TLS_client_method())
            isServer = false
            asksForCertificate = false
            if let identity { try load(identity) }
            if let caFile {
                try load(authorities: caFile)
            } else {
                SSL_CTX_set_default_verify_paths(context)
            }
            SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nil)
            wiredesk_offer_protocol(context)
        }

        deinit {
            SSL_CTX_free(context)
        }

        /// The layer of one connection.
        ///
        /// - Parameter host: whom a client means to reach: a name or a numeric address.
        package func makeLayer(host: String? = nil) -> any SecureLayer {
            TLSStream(context, isServer: isServer, host: host)
        }

        private static func make(_ method: OpaquePointer?) throws(TLSError) -> OpaquePointer {
            ERR_clear_error()
            guard let context = SSL_CTX_new(method), wiredesk_set_tls13_only(context) == 1 else {
                throw .failed(OpenSSLErrors.takeLast().text)
            }
            wiredesk_set_modes(context)
            return context
        }

        private func load(_ identity: TLSIdentity) throws(TLSError) {
            ERR_clear_error()
            guard SSL_CTX_use_certificate_chain_file(context, identity.certificateFile) == 1 else {
                throw .unusable(file: identity.certificateFile, reason: OpenSSLErrors.takeLast().text)
            }
            let pem: [UInt8]
            do throws(SecretFile.Failure) {
                pem = try SecretFile.read(identity.keyFile)
            } catch {
                throw .unusable(file: identity.keyFile, reason: "\(error)")
            }
            let bio = BIO_new_mem_buf(pem, Int32(pem.count))
            defer { BIO_free(bio) }
            // Without a callback OpenSSL would ask the terminal for a passphrase.
            guard let key = PEM_read_bio_PrivateKey(bio, nil, { _, _, _, _ in -1 }, nil) else {
                ERR_clear_error()
                throw .unusable(
                    file: identity.keyFile, reason: "it holds no private key in PEM that has no passphrase")
            }
            defer { EVP_PKEY_free(key) }
            guard SSL_CTX_use_PrivateKey(context, key) == 1, SSL_CTX_check_private_key(context) == 1 else {
                throw .unusable(file: identity.keyFile, reason: "it is not the key of \(identity.certificateFile)")
            }
        }

        private func load(authorities file: String) throws(TLSError) {
            ERR_clear_error()
            guard SSL_CTX_load_verify_locations(context, file, nil) == 1 else {
                throw .unusable(file: file, reason: OpenSSLErrors.takeLast().text)
            }
        }
    }
#else
    /// Settings for TLS connections. This build has no OpenSSL: none can be made.
    package final class TLSContext: Sendable {
        package init(server identity: TLSIdentity, clientCAFile: String? = nil) throws(TLSError) {
            throw .unavailable
        }

        package init(clientTrusting caFile: String?, identity: TLSIdentity? = nil) throws(TLSError) {
            throw .unavailable
        }

        package var asksForCertificate: Bool { false }

        package func makeLayer(host: String? = nil) -> any SecureLayer {
            preconditionFailure("a context that cannot have been made")
        }
    }
#endif
