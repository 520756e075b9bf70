import Dispatch
import Glibc

/// Accepts connections at one address.
///
/// Safe to share because its changing state is confined to its own queue.
package final class Listener: @unchecked Sendable {
    /// Gets a connected, non-blocking descriptor, which it now owns, and where the peer is. Called on the listener's
    /// queue; a Unix peer without a name has the empty path.
    package typealias AcceptHandler = @Sendable (_ descriptor: Int32, _ peer: Address) -> Void

    /// Accepted in one go before others on the thread get their turn.
    private static let acceptsPerEvent = 64
    /// How long a process that is out of descriptors or memory waits before it accepts again.
    static let starvedPause: Duration = .milliseconds(100)

    /// Where it really listens: the port is the one the system chose if 0 was asked for.
    package let boundAddress: Address
    private let descriptor: Int32
    private let socketFile: UnixSocketFile?
    private let queue = DispatchQueue(label: "wiredesk.accept")
    private let timers: TimerWheel
    private let accept: @Sendable (Int32) -> Socket.Accepted
    private let onAccept: AcceptHandler
    private var source: (any DispatchSourceRead)?
    private var isPaused = false
    private var isStarved = false
    private var isSuspended = false
    private var isClosed = false
    private var onClosed: (@Sendable () -> Void)?

    /// Binds and listens; nothing is accepted before `start`. A host name is resolved here and now.
    ///
    /// - Parameters:
    ///   - backlog: how many connections the kernel keeps waiting; it has a limit of its own.
    ///   - unixMode: who may connect to a Unix socket.
    package convenience init(
        _ address: Address, backlog: Int32 = 4096, unixMode: mode_t = 0o600, timers: TimerWheel = .shared,
        onAccept: @escaping AcceptHandler
    ) throws(TransportError) {
        try self.init(
            address, backlog: backlog, unixMode: unixMode, timers: timers, accept: Socket.accept, onAccept: onAccept)
    }

    /// Accepts from a socket that listens already. Its file, if it has one, is somebody else's to remove.
    package init(
        inheriting descriptor: Int32, timers: TimerWheel = .shared, onAccept: @escaping AcceptHandler
    ) {
        self.descriptor = descriptor
        socketFile = nil
        boundAddress = SocketAddress(boundTo: descriptor)?.address ?? .unix(path: "")
        self.timers = timers
        accept = Socket.accept
        self.onAccept = onAccept
    }

    /// With an `accept` of the tests' own.
    init(
        _ address: Address, backlog: Int32 = 4096, unixMode: mode_t = 0o600, timers: TimerWheel = .shared,
        accept: @escaping @Sendable (Int32) -> Socket.Accepted, onAccept: @escaping AcceptHandler
    ) throws(TransportError) {
        switch address {
        case .tcp(let host, let port):
            descriptor = try ListeningSocket.open(host: host, port: port, backlog: backlog)
            socketFile = nil
            boundAddress = SocketAddress(boundTo: descriptor)?.address ?? address
        case .unix(let path):
            (descriptor, socketFile) = try ListeningSocket.open(path: path, mode: unixMode, backlog: backlog)
            boundAddress = address
        }
        self.timers = timers
        self.accept = accept
        self.onAccept = onAccept
    }

    deinit {
        // A started listener is held by its source until it is closed.
        if source == nil && !isClosed {
            socketFile?.remove()
            Glibc.close(descriptor)
        }
    }

    package func start() {
        queue.async { [self] in
            guard source == nil, !isClosed else { return }
            let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
            source.setEventHandler { [self] in acceptWaiting() }
            source.setCancelHandler { [self] in
                Glibc.close(descriptor)
                onClosed?()
                onClosed = nil
            }
            source.activate()
            self.source = source
            updateSuspension()
        }
    }

    /// Leaves new connections in the kernel's backlog until `resume`.
    package func pause() {
        queue.async { [self] in
            isPaused = true
            updateSuspension()
        }
    }

    package func resume() {
        queue.async { [self] in
            isPaused = false
            updateSuspension()
        }
    }

    /// Stops listening for good, and removes the socket's file. The address is free when `completion` is called; no
    /// connection is handed over after that.
    package func close(_ completion: @escaping @Sendable () -> Void = {}) {
        queue.async { [self] in
            guard !isClosed else { return completion() }
            isClosed = true
            socketFile?.remove()
            guard let source else {
                Glibc.close(descriptor)
                return completion()
            }
            onClosed = completion
            source.cancel()
            // A suspended source never gets to its cancel handler.
            if isSuspended { source.resume() }
            self.source = nil
        }
    }

    private func acceptWaiting() {
        for _ in 0..<Self.acceptsPerEvent {
            guard !isClosed, !isSuspended else { return }
            switch accept(descriptor) {
            case .connection(let descriptor, let peer):
                if peer.family != AF_UNIX { Socket.sendWithoutDelay(descriptor) }
                onAccept(descriptor, peer.address)
            case .failed(EAGAIN), .failed(EWOULDBLOCK):
                return
            case .failed(EMFILE), .failed(ENFILE), .failed(ENOBUFS), .failed(ENOMEM):
                // The connection stays readable in the backlog: without a pause this would spin.
                isStarved = true
                updateSuspension()
                _ = timers.schedule(after: Self.starvedPause, on: queue) { [weak self] in
                    self?.isStarved = false
                    self?.updateSuspension()
                }
            case .failed:
                // The connection died in the backlog; the next one need not have.
                continue
            }
        }
    }

    private func updateSuspension() {
        let suspends = isPaused || isStarved
        guard let source, suspends != isSuspended else { return }
        isSuspended = suspends
        if suspends { source.suspend() } else { source.resume() }
    }
}
