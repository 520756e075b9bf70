import WiredeskModel
import WiredeskTransport

/// The answer to a request that more than one may want to give: the first one counts.
final class SingleAnswer: Sendable {
    typealias Outcome = Result<Analysis, WiredeskError>

    private struct State {
        var onEnd: (@Sendable (Outcome) -> Void)?
        var timer: TimerToken?
    }

    private let state: Locked<State>

    init(onEnd: @escaping @Sendable (Outcome) -> Void) {
        state = Locked(State(onEnd: onEnd))
    }

    /// Cancelled once the answer is given.
    var timer: TimerToken? {
        get { state.withLock { $0.timer } }
        set { state.withLock { $0.timer = newValue } }
    }

    func give(_ outcome: Outcome) {
        let (onEnd, timer) = state.withLock { state in
            defer { state = State() }
            return (state.onEnd, state.timer)
        }
        if let timer { TimerWheel.shared.cancel(timer) }
        onEnd?(outcome)
    }
}
