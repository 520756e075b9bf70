/// The pauses between a request's tries: up to twice as long each time, and of random length so that many callers do not
/// come back at once ("full jitter": Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog, 2015).
struct Backoff: Sendable {
    private var longest: Duration
    private let cap: Duration

    init(policy: PoolPolicy) {
        longest = policy.shortestPause
        cap = policy.longestPause
    }

    /// - Parameters:
    ///   - asked: what the server asked for; the pause is never shorter.
    ///   - chance: 0 for the shortest pause, up to 1 for the longest.
    mutating func next(asked: Duration?, chance: Double) -> Duration {
        defer { longest = min(longest * 2, cap) }
        let pause = longest * chance
        // Who was told the same time still should not come back together; and who asks for too little gets more.
        return asked.map { max($0 + $0 * (chance / 4), pause) } ?? pause
    }
}
