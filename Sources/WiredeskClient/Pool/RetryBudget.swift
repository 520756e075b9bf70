/// What keeps retries from stampeding a server that is sick: they are paid for by requests, and a little by time, and
/// who cannot pay waits for its turn. (Google, "Site Reliability Engineering", ch. 21; Finagle's `RetryBudget`.)
///
/// Nobody is refused: a job that waits keeps its articles, a job that gives up loses them. The caller's deadline ends
/// the wait.
struct RetryBudget: Sendable {
    private let perRequest: Double
    private let perSecond: Double
    private let most: Double
    /// Retries that may be made now; below zero those that wait for their turn.
    private var balance: Double
    private var updated: ContinuousClock.Instant

    init(policy: PoolPolicy, now: ContinuousClock.Instant) {
        perRequest = max(policy.retriesPerRequest, 0)
        // Without any a retry would wait for ever.
        perSecond = max(policy.retriesPerSecond, 0.1)
        most = max(policy.savedRetries, 1)
        balance = most
        updated = now
    }

    /// A request was made.
    mutating func deposit() {
        balance = min(balance + perRequest, most)
    }

    /// Takes a retry.
    ///
    /// - Returns: how long it has to wait for its turn.
    mutating func withdraw(now: ContinuousClock.Instant) -> Duration {
        let elapsed = (now - updated) / .seconds(1)
        updated = now
        balance = min(balance + elapsed * perSecond, most) - 1
        return balance >= 0 ? .zero : .seconds(-balance / perSecond)
    }

    /// Takes a retry only if it need not wait.
    mutating func withdrawAtOnce(now: ContinuousClock.Instant) -> Bool {
        guard withdraw(now: now) > .zero else { return true }
        balance += 1
        return false
    }
}
