import Dispatch
import Glibc

/// One attempt to connect to an address: resolves it, then tries what it resolved to, one after the other.
///
/// Safe to share because its state is confined to its own queue.
final class ConnectionAttempt: @unchecked Sendable {
    typealias Completion = @Sendable (Result<Int32, TransportError>) -> Void

    /// The resolver blocks, so it gets threads that nothing else waits for.
    private static let resolver = DispatchQueue(label: "wiredesk.resolver", attributes: .concurrent)
    /// A Unix socket with a full backlog does not queue a connection; one has to ask again.
    private static let fullBacklogPause: Duration = .milliseconds(10)

    private let address: Address
    private let timeout: Duration
    private let timers: TimerWheel
    private let queue = DispatchQueue(label: "wiredesk.connect")
    private var completion: Completion?
    private var isCancelled = false
    private var candidates: ArraySlice<SocketAddress> = []
    private var failure: TransportError
    private var current: (descriptor: Int32, readiness: WriteReadiness)?
    private var overallTimer: TimerToken?
    private var candidateTimer: TimerToken?
    private var deadline = ContinuousClock.now

    init(to address: Address, timeout: Duration, timers: TimerWheel) {
        self.address = address
        self.timeout = timeout
        self.timers = timers
        failure = .timedOut(address)
    }

    /// Calls back exactly once, on a queue of the attempt's own.
    func start(_ completion: @escaping Completion) {
        queue.async { [self] in
            self.completion = completion
            guard !isCancelled else { return finish(.failure(.cancelled(address))) }
            deadline = .now + timeout
            overallTimer = timers.schedule(after: timeout, on: queue) { [self] in finish(.failure(.timedOut(address))) }
            resolve()
        }
    }

    func cancel() {
        queue.async { [self] in
            isCancelled = true
            finish(.failure(.cancelled(address)))
        }
    }

    private func resolve() {
        switch address {
        case .unix(let path):
            resolved { () throws(TransportError) in [try SocketAddress(unixPath: path)] }
        case .tcp(let host, let port):
            let numeric = try? SocketAddress.resolve(host: host, port: port, passive: false, numericOnly: true)
            if let numeric { return resolved { () throws(TransportError) in numeric } }
            Self.resolver.async { [self] in
                let result = Result { () throws(TransportError) in
                    try SocketAddress.resolve(host: host, port: port, passive: false)
                }
                queue.async { [self] in resolved(result.get) }
            }
        }
    }

    private func resolved(_ addresses: () throws(TransportError) -> [SocketAddress]) {
        do throws(TransportError) {
            candidates = try addresses()[...]
            tryNext()
        } catch {
            finish(.failure(error))
        }
    }

    private func tryNext() {
        while completion != nil {
            guard let candidate = candidates.first else { return finish(.failure(failure)) }
            let share = (deadline - .now) / candidates.count
            candidates.removeFirst()
            let descriptor = Socket.open(family: candidate.family)
            guard descriptor >= 0 else {
                failure = .system(address, call: "socket", errno: errno)
                continue
            }
            switch Socket.connect(descriptor, to: candidate) {
            case 0:
                return succeed(descriptor)
            case EINPROGRESS:
                return wait(for: descriptor, atMost: share)
            case EAGAIN:
                Glibc.close(descriptor)
                candidates = [candidate]
                candidateTimer = timers.schedule(after: Self.fullBacklogPause, on: queue) { [self] in tryNext() }
                return
            case let code:
                failure = .connecting(to: address, errno: code)
                Glibc.close(descriptor)
            }
        }
    }

    private func wait(for descriptor: Int32, atMost share: Duration) {
        let readiness = WriteReadiness(descriptor: descriptor, queue: queue)
        current = (descriptor, readiness)
        if !candidates.isEmpty {
            candidateTimer = timers.schedule(after: share, on: queue) { [self] in
                failure = .timedOut(address)
                abandonCurrent()
                tryNext()
            }
        }
        readiness.arm { [self] in
            guard current?.descriptor == descriptor, completion != nil else { return }
            let code = Socket.takeError(descriptor)
            if let candidateTimer { timers.cancel(candidateTimer) }
            guard code == 0 else {
                failure = .connecting(to: address, errno: code)
                abandonCurrent()
                return tryNext()
            }
            current = nil
            // The descriptor is the caller's only when Dispatch has let go of it.
            readiness.cancel { [self] in succeed(descriptor) }
        }
    }

    private func abandonCurrent() {
        guard let (descriptor, readiness) = current else { return }
        current = nil
        readiness.cancel { Glibc.close(descriptor) }
    }

    private func succeed(_ descriptor: Int32) {
        guard completion != nil else {
            Glibc.close(descriptor)
            return
        }
        if case .tcp = address { Socket.sendWithoutDelay(descriptor) }
        finish(.success(descriptor))
    }

    private func finish(_ result: Result<Int32, TransportError>) {
        guard let completion else { return }
        self.completion = nil
        if let overallTimer { timers.cancel(overallTimer) }
        if let candidateTimer { timers.cancel(candidateTimer) }
        abandonCurrent()
        completion(result)
    }
}
