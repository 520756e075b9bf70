import Dispatch
import Glibc
import WiredeskModel
import WiredeskProtocol
import WiredeskTransport

/// One connection to a server: carries its channel's events to its session and the session's actions to who waits.
///
/// Safe to share because everything that changes is confined to `queue`.
final class ClientConnection: ChannelHandler, @unchecked Sendable {
    /// How long past the deadline an answer is waited for, so that the server's own word on it arrives first.
    private static let deadlineGrace = Duration.milliseconds(500)

    private static let queues = QueuePool(label: "wiredesk.client")

    let queue: DispatchQueue
    private let address: ServerAddress
    private let configuration: ClientConfiguration
    private let channel: Channel
    private let timers = TimerWheel.shared

    private var session: ClientSession
    private var exchanges: [UInt64: Exchange] = [:]
    private var pings: [UInt64: CheckedContinuation<Result<Void, WiredeskError>, Never>] = [:]
    private var lastPing: UInt64 = 0
    private var handshake: CheckedContinuation<Result<ServerHello, WiredeskError>, Never>?
    private var handshakeTimeout: TimerToken?
    private var closing: [CheckedContinuation<Void, Never>] = []
    private var isClosed = false

    /// Connects and shakes hands.
    static func open(
        to address: ServerAddress, configuration: ClientConfiguration
    ) async throws(WiredeskError) -> (ClientConnection, ServerHello) {
        SignalWatcher.ignoreBrokenPipes()
        let start = ContinuousClock.now
        let layer = try configuration.tls.layer(for: address)
        let descriptor: Int32
        do throws(TransportError) {
            descriptor = try await Connector.connect(to: address.address, timeout: configuration.connectTimeout)
        } catch {
            throw WiredeskError(.unreachable, "\(error)")
        }
        let connection = ClientConnection(descriptor, layer, address: address, configuration: configuration)
        let left = configuration.connectTimeout - (ContinuousClock.now - start)
        return (connection, try await connection.start(timeout: left))
    }

    private init(
        _ descriptor: Int32, _ layer: (any SecureLayer)?, address: ServerAddress, configuration: ClientConfiguration
    ) {
        self.address = address
        self.configuration = configuration
        queue = Self.queues.next()
        var limits = ChannelLimits()
        // Credit bounds what can wait for the server; this only has to be more than that.
        limits.maximumPendingBytes = 256 << 20
        // Replies are read whatever waits to go out: a server that falls behind with them stops reading, and then two
        // would wait for each other.
        limits.congestionBytes = limits.maximumPendingBytes
        channel = Channel(adopting: descriptor, queue: queue, limits: limits)
        if let layer { channel.secure(with: layer) }
        var hello = ClientHello()
        hello.agent = configuration.agent
        hello.maxFrame = configuration.maximumFrame
        hello.maxRaw = configuration.maximumResult
        hello.codecs = configuration.acceptsCompressedResults ? ["zlib"] : []
        hello.encodings = ["cbor"]
        hello.crc32 = configuration.checksFrames
        session = ClientSession(hello: hello, token: configuration.token?.token)
    }

    private func start(timeout: Duration) async throws(WiredeskError) -> ServerHello {
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                queue.async { [self] in
                    handshake = continuation
                    handshakeTimeout = timers.schedule(after: max(timeout, .zero), on: queue) { [weak self] in
                        self?.fail(WiredeskError(.unreachable, "no answer to the handshake in time"))
                    }
                    channel.start(self)
                    perform(session.connected())
                }
            }
        } onCancel: {
            queue.async { self.fail(WiredeskError(.cancelled, "cancelled while connecting")) }
        }
        return try result.get()
    }

    // MARK: Requests

    /// Sends a request; its final event comes exactly once.
    ///
    /// - Parameter started: gets the id to cancel it by, on `queue`.
    func submit(_ frame: Frame, timeout: Duration, exchange: Exchange, started: @escaping @Sendable (UInt64) -> Void) {
        queue.async { [self] in
            let (id, actions) = session.submit(frame)
            var exchange = exchange
            exchange.timeout = timers.schedule(after: timeout + Self.deadlineGrace, on: queue) { [weak self] in
                self?.expire(id)
            }
            exchanges[id] = exchange
            started(id)
            perform(actions)
        }
    }

    /// The caller does not wait any longer; the server is told to stop.
    func cancel(_ id: UInt64) {
        queue.async { [self] in
            guard let exchange = retire(id) else { return }
            exchange.onEnd(.failure(WiredeskError(.cancelled, "cancelled by the caller")))
            perform(session.cancel(id))
        }
    }

    private func expire(_ id: UInt64) {
        guard let exchange = retire(id) else { return }
        exchange.onEnd(.failure(WiredeskError(.deadlineExceeded, "no answer in time")))
        perform(session.cancel(id))
    }

    private func retire(_ id: UInt64) -> Exchange? {
        guard let exchange = exchanges.removeValue(forKey: id) else { return nil }
        if let timeout = exchange.timeout { timers.cancel(timeout) }
        return exchange
    }

    func ping(timeout: Duration) async throws(WiredeskError) {
        let result: Result<Void, WiredeskError> = await withCheckedContinuation { continuation in
            queue.async { [self] in
                guard !isClosed else {
                    continuation.resume(returning: .failure(Self.closed))
                    return
                }
                lastPing += 1
                let id = lastPing
                pings[id] = continuation
                perform(session.ping(id))
                _ = timers.schedule(after: timeout, on: queue) { [weak self] in
                    let waiting = self?.pings.removeValue(forKey: id)
                    waiting?.resume(returning: .failure(WiredeskError(.deadlineExceeded, "no PONG in time")))
                }
            }
        }
        try result.get()
    }

    /// Waits for what is in flight, then closes.
    func close() async {
        await withCheckedContinuation { continuation in
            queue.async { [self] in
                guard !isClosed else {
                    continuation.resume()
                    return
                }
                closing.append(continuation)
                perform(session.finish())
            }
        }
    }

    /// Closes at once; the requests in flight are lost.
    func abandon(because error: WiredeskError) {
        queue.async { [self] in
            fail(WiredeskError(.connectionLost, "\(address) gives no sign of life: \(error.message)"))
        }
    }

    private static let closed = WiredeskError(.connectionLost, "the connection is closed")

    // MARK: The session's actions

    private func perform(_ actions: [ClientSession.Action]) {
        for action in actions {
            switch action {
            case .send(let bytes):
                channel.send(bytes)
            case .ready(let hello):
                greet(.success(hello))
            case .part(let id, let stage, let payload):
                exchanges[id]?.onPart?(stage, payload)
            case .result(let id, let payload):
                retire(id)?.onEnd(.success(payload))
            case .failed(let id, let error):
                retire(id)?.onEnd(.failure(error))
            case .pong(let id):
                pings.removeValue(forKey: id)?.resume(returning: .success(()))
            case .goAway:
                // The session refuses what is submitted from now on.
                break
            case .close(let error):
                greet(.failure(error ?? Self.closed))
                channel.closeAfterFlush()
            }
        }
    }

    private func greet(_ result: Result<ServerHello, WiredeskError>) {
        if let handshakeTimeout { timers.cancel(handshakeTimeout) }
        handshakeTimeout = nil
        handshake?.resume(returning: result)
        handshake = nil
    }

    private func fail(_ error: WiredeskError) {
        perform(session.disconnected(error))
    }

    // MARK: The channel's events

    func channelDidSecure(_ channel: Channel) {
        session.secured(binding: channel.exportedKey ?? [])
    }

    func channel(_ channel: Channel, didRead bytes: UnsafeRawBufferPointer) {
        perform(session.receive(bytes))
    }

    func channelDidEnd(_ channel: Channel) {
        fail(WiredeskError(.connectionLost, "\(address) closed the connection"))
    }

    func channel(_ channel: Channel, didCloseWith error: ChannelError?) {
        isClosed = true
        fail(WiredeskError(error, at: address))
        for ping in pings.values { ping.resume(returning: .failure(Self.closed)) }
        pings = [:]
        for continuation in closing { continuation.resume() }
        closing = []
    }
}
