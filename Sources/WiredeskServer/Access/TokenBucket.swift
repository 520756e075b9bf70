/// A rate as a bucket that fills steadily and is emptied by use (a token bucket). It holds a second's worth.
///
/// One use may take more than is in it, as long as something is: the debt is waited for by the next. So a single
/// request larger than the rate passes, and the mean rate holds all the same. Times are nanoseconds of a clock that
/// never goes back.
struct TokenBucket: Sendable {
    /// Units a second.
    let rate: Int
    private var level: Double
    private var updatedAt: UInt64

    /// A full one.
    init(rate: Int, now: UInt64) {
        self.rate = rate
        level = Double(rate)
        updatedAt = now
    }

    /// Milliseconds until something can be taken, 0 when it can be now.
    mutating func wait(now: UInt64) -> Int {
        if now > updatedAt {
            level = min(Double(rate), level + Double(now - updatedAt) * 1e-9 * Double(rate))
            updatedAt = now
        }
        guard level < 1 else { return 0 }
        return max(1, Int(((1 - level) / Double(rate) * 1000).rounded(.up)))
    }

    mutating func take(_ amount: Int) {
        level -= Double(amount)
    }
}
