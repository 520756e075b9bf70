/// Names one scheduled timer of a wheel. Tokens are not reused, so cancelling an old one is harmless.
package struct TimerToken: Sendable, Hashable {
    let slot: Int
    let generation: UInt64
}
