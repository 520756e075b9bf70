import WiredeskModel
import WiredeskTransport

/// Replies on their way from the workers to a connection's queue: one hop for as many as have come together.
final class Mailbox: Sendable {
    enum Outcome: Sendable {
        case part
        case result
        case error(WiredeskError)
    }

    struct Reply: Sendable {
        var id: UInt64
        var frame: [UInt8]
        var outcome: Outcome
    }

    private struct State {
        var replies: [Reply] = []
        var isCollectionDue = false
    }

    private let state = Locked(State())

    /// True when the caller is to have the replies collected.
    func put(_ reply: Reply) -> Bool {
        state.withLock { state in
            state.replies.append(reply)
            defer { state.isCollectionDue = true }
            return !state.isCollectionDue
        }
    }

    func collect() -> [Reply] {
        state.withLock { state in
            state.isCollectionDue = false
            let replies = state.replies
            state.replies = []
            return replies
        }
    }
}
