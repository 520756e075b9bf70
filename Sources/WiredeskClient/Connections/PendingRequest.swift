import WiredeskModel
import WiredeskProtocol
import WiredeskTransport

/// A request between its making and its id, so that it can be cancelled at any time in between.
final class PendingRequest: Sendable {
    private enum State {
        case new
        case submitted(UInt64)
        case cancelled
    }

    private let connection: ClientConnection
    private let state = Locked(State.new)

    init(_ connection: ClientConnection) {
        self.connection = connection
    }

    func submit(
        _ frame: Frame, timeout: Duration, onPart: (@Sendable (Stage, ReplyPayload) -> Void)?,
        onEnd: @escaping @Sendable (Result<ReplyPayload, WiredeskError>) -> Void
    ) {
        connection.submit(frame, timeout: timeout, exchange: Exchange(onPart: onPart, onEnd: onEnd)) { [self] id in
            let isCancelled = state.withLock { state in
                if case .cancelled = state { return true }
                state = .submitted(id)
                return false
            }
            if isCancelled { connection.cancel(id) }
        }
    }

    func cancel() {
        let id = state.withLock { state -> UInt64? in
            defer { state = .cancelled }
            if case .submitted(let id) = state { return id }
            return nil
        }
        if let id { connection.cancel(id) }
    }
}
