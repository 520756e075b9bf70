import Dispatch
import Glibc

/// One stream connection: bytes in, bytes out, and an end that comes exactly once.
///
/// Reading is Dispatch I/O's; writing is a `send` of our own, with a bounded buffer for what the socket does not take.
/// With a secure layer, such as TLS, what `deliver` gets and what `transmit` sends is sealed (`Channel+Security`).
///
/// Safe to share because everything but `queue`, `peer` and `init` is confined to `queue`: the callers' part is
/// checked in debug builds, and Dispatch is given that queue for every handler.
package final class Channel: @unchecked Sendable {
    enum Phase: Comparable {
        case new
        case open
        /// Sends what is pending, reads nothing more.
        case flushing
        /// Has told the peer that nothing more comes, and waits for it to close.
        case lingering
        case closed
    }

    package let queue: DispatchQueue
    /// The other side, if it has an address.
    package let peer: Address?
    let descriptor: Int32
    let limits: ChannelLimits
    let inbound: InboundStream
    let readiness: WriteReadiness
    private let timers: TimerWheel
    private var closingTimer: TimerToken?

    var phase = Phase.new
    var handler: (any ChannelHandler)?
    var output = OutputBuffer()
    /// Above 0 while sends are gathered.
    var corks = 0
    var isPausedByHandler = false
    var isCongested = false
    var peerHasEnded = false
    /// Seals and opens the bytes; nil on a plain channel, and after it has failed.
    var layer: (any SecureLayer)?
    /// Whether bytes can be sent: no layer is there, or its handshake is done.
    var isSecured = true
    /// Whether the peer's first byte for the layer has yet to come.
    var awaitsFirstSealed = true
    /// Reads what a proxy says first; nil where none is expected, and once it is read.
    var proxyHeader: ProxyHeaderReader?
    /// What is sent but not sealed yet.
    var plain: [UInt8] = []
    var closesWhenSecured = false
    var answerToPlaintext: @Sendable (UInt8) -> [UInt8] = { _ in [] }
    /// Why the channel is flushing, to be told when it has closed.
    var failure: ChannelError?
    /// Bytes received and bytes the socket has taken. One that stays put between two looks is idle or stuck.
    package internal(set) var bytesReceived: UInt64 = 0
    package internal(set) var bytesSent: UInt64 = 0

    /// Takes over the descriptor of a connected stream socket and will close it.
    package init(
        adopting descriptor: Int32, peer: Address? = nil, queue: DispatchQueue, limits: ChannelLimits = ChannelLimits(),
        gate: ChannelGate = .shared, timers: TimerWheel = .shared
    ) {
        Socket.makeNonBlocking(descriptor)
        self.descriptor = descriptor
        self.peer = peer
        self.queue = queue
        self.limits = limits
        self.timers = timers
        inbound = InboundStream(descriptor: descriptor, queue: queue, limits: limits, gate: gate)
        readiness = WriteReadiness(descriptor: descriptor, queue: queue)
    }

    deinit {
        // A started channel is held by Dispatch until it has closed.
        if phase == .new { Glibc.close(descriptor) }
    }

    /// Bytes that wait for the peer to read.
    package var pendingBytes: Int { output.count + plain.count }

    /// The most that the channel may hold of a peer's bytes because the peer does not read.
    package var heldBytes: Int { phase == .open && isCongested ? limits.readAheadBytes : 0 }

    package var isOpen: Bool { phase == .open }

    /// Begins to read. The channel and its handler keep each other until the close.
    package func start(_ handler: any ChannelHandler) {
        assertOnQueue()
        guard phase == .new else { return }
        phase = .open
        self.handler = handler
        inbound.start { [self] event in deliver(event) }
        if layer != nil { beginHandshake() }
    }

    /// Closes at once: what is pending is dropped.
    package func close() {
        close(with: nil)
    }

    /// Closes on a peer that does not read, for the sake of others.
    ///
    /// - Parameter limit: what may wait for all of them, in bytes.
    package func closeSlowReader(limit: Int) {
        close(with: .slowReader(limit: limit))
    }

    /// Takes no more to send and reads no more, sends what is pending, and then closes in such a way that the peer gets
    /// to read it: it sees the end of the stream, and only when it has closed too, or after a while, the descriptor
    /// goes. Closing a socket that holds unread bytes would reset it and take the last answer with it.
    package func closeAfterFlush() {
        assertOnQueue()
        guard phase < .flushing else { return }
        if phase == .new {
            close()
            return
        }
        guard isSecured else {
            // What waits for the handshake is of use to nobody else.
            closesWhenSecured = true
            if plain.isEmpty { close() } else { closeIn(limits.lingerTime, with: .flushTimedOut) }
            return
        }
        sealEnd()
        guard phase == .open else { return }
        phase = .flushing
        closeIn(limits.flushTime, with: .flushTimedOut)
        updateReading()
        if corks == 0 { flush() }
        finishFlushing()
    }

    /// Goes on from flushing when nothing is pending any more.
    func finishFlushing() {
        guard phase == .flushing, output.isEmpty else { return }
        if peerHasEnded {
            close(with: failure)
            return
        }
        phase = .lingering
        shutdown(descriptor, Int32(SHUT_WR))
        closeIn(limits.lingerTime, with: failure)
    }

    func close(with error: ChannelError?) {
        assertOnQueue()
        guard phase < .closed else { return }
        let wasStarted = phase > .new
        phase = .closed
        if let closingTimer { timers.cancel(closingTimer) }
        if case .slowReader = error { Socket.resetOnClose(descriptor) }
        if case .flushTimedOut = error { Socket.resetOnClose(descriptor) }
        output.removeAll()
        plain = []
        release()
        guard wasStarted, let handler else { return }
        self.handler = nil
        // Not from inside one of the handler's own calls.
        queue.async { handler.channel(self, didCloseWith: error) }
    }

    /// Closes the descriptor once neither of the two that watch it does any longer; before that its number could
    /// already be another connection's.
    private func release() {
        let watchers = Countdown(2) { [descriptor] in Glibc.close(descriptor) }
        inbound.stop { watchers.signal() }
        readiness.cancel { watchers.signal() }
    }

    private func closeIn(_ delay: Duration, with error: ChannelError?) {
        if let closingTimer { timers.cancel(closingTimer) }
        closingTimer = timers.schedule(after: delay, on: queue) { [weak self] in self?.close(with: error) }
    }

    func assertOnQueue() {
        #if DEBUG
            dispatchPrecondition(condition: .onQueue(queue))
        #endif
    }
}
