import Dispatch
import WiredeskModel
import WiredeskProtocol
import WiredeskTransport

/// A connection to a Wiredesk server, for any number of requests at a time from any number of tasks.
///
/// ```swift
/// let client = try await Client.connect(to: ServerAddress("wiredesk://127.0.0.1:7411")!)
/// let analysis = try await client.analyze(html)
/// print(analysis.summary?.text ?? "")
/// await client.close()
/// ```
///
/// Requests wait inside while the server has no credit left for this connection, in the order they were made.
/// Cancelling the task that waits cancels the request, also on the server.
public final class Client: Analyzer {
    public let address: ServerAddress
    public let configuration: ClientConfiguration
    private let connection: ClientConnection
    private let server: ServerHello

    private init(
        _ connection: ClientConnection, _ server: ServerHello, _ address: ServerAddress,
        _ configuration: ClientConfiguration
    ) {
        self.connection = connection
        self.server = server
        self.address = address
        self.configuration = configuration
    }

    /// Connects and shakes hands.
    ///
    /// - Throws: `unreachable` when nobody answers there; `badReply` when who answers is no Wiredesk server;
    ///   `tlsFailed` when there is no TLS connection that can be trusted;
    ///   `unsupportedVersion`, `unauthenticated`, `tooManyConnections` or `goingAway` when the server says so.
    public static func connect(
        to address: ServerAddress, configuration: ClientConfiguration = ClientConfiguration()
    ) async throws(WiredeskError) -> Client {
        let (connection, server) = try await ClientConnection.open(to: address, configuration: configuration)
        return Client(connection, server, address, configuration)
    }

    /// The server's program and version, as it says.
    public var serverAgent: String? { server.agent }

    /// Analyses one article on the server.
    ///
    /// - Parameters:
    ///   - article: the bytes as they came, in any encoding.
    ///   - options: what to do with it.
    ///   - timeout: how long to wait; the server is told and stops then too. Default: the configuration's.
    /// - Throws: the server's error; `deadlineExceeded` or `cancelled`; `connectionLost` when the connection ended
    ///   before the answer.
    public func analyze(
        _ article: [UInt8], options: AnalysisOptions = AnalysisOptions(), timeout: Duration? = nil
    ) async throws(WiredeskError) -> Analysis {
        let timeout = timeout ?? configuration.requestTimeout
        let frame = try request(article, options, timeout: timeout, wantsParts: false)
        let pending = PendingRequest(connection)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                pending.submit(frame, timeout: timeout, onPart: nil) { continuation.resume(returning: $0) }
            }
        } onCancel: {
            pending.cancel()
        }
        // Decoded here, so that many callers decode side by side.
        return try result.get().open(maximumRaw: configuration.maximumResult)
    }

    /// Analyses one article and delivers each stage as it is done. Leaving the loop early cancels the request.
    ///
    /// - Throws: while iterating, the errors of `analyze`.
    public func stages(
        of article: [UInt8], options: AnalysisOptions = AnalysisOptions(), timeout: Duration? = nil
    ) -> AsyncThrowingStream<AnalysisUpdate, any Error> {
        let timeout = timeout ?? configuration.requestTimeout
        let maximumRaw = configuration.maximumResult
        return AsyncThrowingStream { stream in
            let frame: Frame
            do throws(WiredeskError) {
                frame = try request(article, options, timeout: timeout, wantsParts: true)
            } catch {
                stream.finish(throwing: error)
                return
            }
            let pending = PendingRequest(connection)
            stream.onTermination = { if case .cancelled = $0 { pending.cancel() } }
            pending.submit(frame, timeout: timeout) { stage, payload in
                // A part that cannot be read is no loss: the result holds everything.
                if let part = try? payload.open(maximumRaw: maximumRaw) { stream.yield(.part(stage, part)) }
            } onEnd: { result in
                do throws(WiredeskError) {
                    stream.yield(.result(try result.get().open(maximumRaw: maximumRaw)))
                    stream.finish()
                } catch {
                    stream.finish(throwing: error)
                }
            }
        }
    }

    /// Asks the server for a sign of life and gives the time it took.
    public func ping(timeout: Duration = .seconds(5)) async throws(WiredeskError) -> Duration {
        let start = ContinuousClock.now
        try await connection.ping(timeout: timeout)
        return ContinuousClock.now - start
    }

    /// Closes the connection once every request in flight is answered. Requests made from now on fail.
    public func close() async {
        await connection.close()
    }

    /// Closes the connection at once: it gives no sign of life, and nobody should wait for its answers.
    func abandon(because error: WiredeskError) {
        connection.abandon(because: error)
    }

    private func request(
        _ article: [UInt8], _ options: AnalysisOptions, timeout: Duration, wantsParts: Bool
    ) throws(WiredeskError) -> Frame {
        var extensions = FrameExtensions()
        extensions.deadlineMilliseconds = UInt32(clamping: Int(timeout / .milliseconds(1)))
        extensions.trace = TraceContext.traceparent.flatMap { FrameExtensions.isTrace($0.utf8) ? $0 : nil }
        var frame = Frame(
            .request, flags: wantsParts ? [.stream] : [], code: Request.Method.analyze.rawValue,
            extensions: extensions, payload: Request.payload(options, article: article, encoding: .cbor))
        // Told before it is compressed and sent for nothing.
        guard frame.payload.count <= server.maxRaw else {
            throw WiredeskError(.articleTooLarge, "\(article.count) bytes, the server takes \(server.maxRaw)")
        }
        if configuration.compressesRequests, server.codecs.contains("zlib") { frame.compress() }
        return frame
    }
}
