import Dispatch
import WiredeskModel
import WiredeskProtocol
import WiredeskTransport

/// Who is served: the tokens in force, and what their holders have used.
final class AccessControl: Sendable {
    private struct State {
        /// Nil when no token is asked for.
        var tokens: TokenSet?
        /// By token's name.
        var meters: [String: TokenMeter] = [:]
    }

    private let state: Locked<State>

    init(tokens: TokenSet?) {
        state = Locked(State(tokens: tokens))
    }

    /// Puts other tokens in force.
    func setTokens(_ tokens: TokenSet?) {
        state.withLock { state in
            state.tokens = tokens
            for (name, meter) in state.meters {
                guard let token = tokens?[name] else {
                    state.meters[name] = nil
                    continue
                }
                meter.change(to: token, now: Self.now())
            }
        }
    }

    /// What a new connection has to prove; nil for nothing. A Unix socket's peer is known by its user already.
    func authentication(of peer: Address) -> ServerAuthentication? {
        guard case .tcp = peer else { return nil }
        return state.withLock { $0.tokens }.map { ServerAuthentication($0) }
    }

    var asksForTokens: Bool { state.withLock { $0.tokens != nil } }

    /// The token that has this secret, for those whose protocol shows it.
    func token(withSecret secret: [UInt8]) -> Token? {
        state.withLock { $0.tokens }?.token(withSecret: secret)
    }

    /// Whether a connection that proved the token may stay.
    func isValid(_ token: Token) -> Bool {
        state.withLock { state in
            guard let tokens = state.tokens else { return true }
            return tokens[token.name]?.secret == token.secret
        }
    }

    /// Counts a request against the token's rates, over all its connections.
    ///
    /// - Throws: `busy` with the time to wait when a rate is used up.
    func admit(_ token: Token, bytes: Int) throws(WiredeskError) {
        let now = Self.now()
        let meter = state.withLock { state in
            if let meter = state.meters[token.name] { return meter }
            let meter = TokenMeter(state.tokens?[token.name] ?? token, now: now)
            state.meters[token.name] = meter
            return meter
        }
        guard let wait = meter.admit(bytes: bytes, now: now) else { return }
        var error = WiredeskError(.busy, "the token's rate is used up", retryAfterMilliseconds: wait)
        error.isOverOwnRate = true
        throw error
    }

    private static func now() -> UInt64 { DispatchTime.now().uptimeNanoseconds }
}
