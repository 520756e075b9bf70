import WiredeskModel
import WiredeskTransport

/// A client's side of TLS (`wiredesks://`). The server's certificate and its host name are always verified.
public struct TLSSettings: Sendable, Hashable {
    /// PEM file of the authorities to trust. Default: nil, the system's.
    public var authoritiesFile: String?
    /// PEM file of the certificate, with its chain, that is shown to a server that asks. Default: nil, none.
    public var certificateFile: String?
    /// PEM file of its private key, which must be its owner's alone. Default: nil; needed with a certificate.
    public var keyFile: String?

    public init() {}

    /// The layer of a connection to the address; nil when that is not to run inside TLS.
    func layer(for address: ServerAddress) throws(WiredeskError) -> (any SecureLayer)? {
        guard address.usesTLS, case .tcp(let host, _) = address.address else { return nil }
        let identity: TLSIdentity?
        switch (certificateFile, keyFile) {
        case (nil, nil): identity = nil
        case (let certificate?, let key?): identity = TLSIdentity(certificateFile: certificate, keyFile: key)
        default: throw WiredeskError(.tlsFailed, "a client certificate and its key go together")
        }
        do throws(TLSError) {
            return try TLSContext(clientTrusting: authoritiesFile, identity: identity).makeLayer(host: host)
        } catch {
            throw WiredeskError(.tlsFailed, "\(error)")
        }
    }
}

extension WiredeskError {
    /// What the end of a channel means to who waits for an answer.
    init(_ error: ChannelError?, at address: ServerAddress) {
        switch error {
        case .insecure(.truncated): self.init(.connectionLost, "\(address): \(TLSError.truncated)")
        case .insecure(let failure): self.init(.tlsFailed, "\(address): \(failure)")
        case let error?: self.init(.connectionLost, "\(error)")
        case nil: self.init(.connectionLost, "the connection was closed")
        }
    }
}
