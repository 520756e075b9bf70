import WiredeskProtocol
import WiredeskTransport

/// What the connections of one token use together, against its rates.
final class TokenMeter: Sendable {
    private struct State {
        var requests: TokenBucket?
        var bytes: TokenBucket?
    }

    private let state: Locked<State>

    init(_ token: Token, now: UInt64) {
        state = Locked(
            State(
                requests: token.requestsPerSecond.map { TokenBucket(rate: $0, now: now) },
                bytes: token.bytesPerSecond.map { TokenBucket(rate: $0, now: now) }))
    }

    /// Sets new rates. One that stays the same keeps its level: reading the file again is no way to more.
    func change(to token: Token, now: UInt64) {
        state.withLock { state in
            if state.requests?.rate != token.requestsPerSecond {
                state.requests = token.requestsPerSecond.map { TokenBucket(rate: $0, now: now) }
            }
            if state.bytes?.rate != token.bytesPerSecond {
                state.bytes = token.bytesPerSecond.map { TokenBucket(rate: $0, now: now) }
            }
        }
    }

    /// Counts a request of so many bytes, or says how many milliseconds it has to wait.
    func admit(bytes: Int, now: UInt64) -> Int? {
        state.withLock { state in
            let wait = max(state.requests?.wait(now: now) ?? 0, state.bytes?.wait(now: now) ?? 0)
            guard wait == 0 else { return wait }
            state.requests?.take(1)
            state.bytes?.take(bytes)
            return nil
        }
    }
}
