/// How a `Client` behaves.
public struct ClientConfiguration: Sendable {
    /// The program's name and version, for the server's log. Default: the library's own.
    public var agent = "wiredesk-swift/0.1.0"
    /// What is shown to a server that asks for a token. Default: nothing.
    public var token: AccessToken?
    /// Whom to trust over TLS, and what to show there. Default: the system's authorities, nothing.
    public var tls = TLSSettings()
    /// How long connecting and the handshake may take together. Default: 5 s.
    public var connectTimeout: Duration = .seconds(5)
    /// How long a request may take when the caller names no time. Default: 30 s.
    public var requestTimeout: Duration = .seconds(30)
    /// Whether articles are compressed on the way. Default: true; on one machine, without costs less.
    public var compressesRequests = true
    /// Whether results may be compressed on the way. Default: true.
    public var acceptsCompressedResults = true
    /// Whether every frame carries a CRC-32. Default: false, because TCP and zlib have checksums of their own.
    public var checksFrames = false
    /// Bytes that a result may have on the wire. Default: 64 MiB.
    public var maximumFrame = 64 << 20
    /// Bytes that a result may have once inflated. Default: 256 MiB.
    public var maximumResult = 256 << 20

    public init() {}
}
