/// Which server gets the next request: of those in health the one with the fewest requests under way.
///
/// Servers go by their number. No I/O and no clock: the time is told.
struct Balancer: Sendable {
    private struct Server {
        var outstanding = 0
        /// Failures since it last answered.
        var failures = 0
        /// Until when it is left alone because it failed.
        var ejectedUntil: ContinuousClock.Instant?
        /// Until when it asked to be left alone because it is full.
        var busyUntil: ContinuousClock.Instant?
    }

    private var servers: [Server]
    private let shortest: Duration
    private let longest: Duration
    /// Where the search begins, so that equals take turns.
    private var turn = 0

    init(servers: Int, policy: PoolPolicy) {
        self.servers = Array(repeating: Server(), count: servers)
        shortest = policy.shortestEjection
        longest = policy.longestEjection
    }

    /// The server for a request, and how long it should be left alone still: longer than zero only when no server is
    /// free of blame, in which case it is the one that is free the soonest.
    ///
    /// - Parameter avoided: servers that the request has been sent to without luck; one of them only if there is no other.
    mutating func pick(avoiding avoided: Set<Int> = [], now: ContinuousClock.Instant) -> (server: Int, wait: Duration) {
        turn = (turn + 1) % servers.count
        var best = turn
        for offset in 1..<max(servers.count, 1) {
            let other = (turn + offset) % servers.count
            if rank(other, avoided, now) < rank(best, avoided, now) { best = other }
        }
        return (best, rank(best, avoided, now).0)
    }

    /// Ordered by how long it is to be left alone, by what speaks against it, by its load. A server whose time is over still
    /// comes behind those in health: whether it is back is not for a request to find out that has somewhere else to go.
    private func rank(_ number: Int, _ avoided: Set<Int>, _ now: ContinuousClock.Instant) -> (Duration, Int, Int) {
        let server = servers[number]
        let wait = [server.ejectedUntil, server.busyUntil].compactMap { $0 }.max().map { max($0 - now, .zero) }
        let blame = (server.ejectedUntil == nil ? 0 : 2) + (avoided.contains(number) ? 1 : 0)
        return (wait ?? .zero, blame, server.outstanding)
    }

    mutating func began(_ number: Int) { servers[number].outstanding += 1 }

    mutating func ended(_ number: Int) { servers[number].outstanding -= 1 }

    /// The server has answered.
    ///
    /// - Returns: whether it had failed before.
    mutating func answered(_ number: Int) -> Bool {
        defer {
            servers[number].failures = 0
            servers[number].ejectedUntil = nil
        }
        return servers[number].ejectedUntil != nil
    }

    /// The server has no room.
    mutating func refused(_ number: Int, until: ContinuousClock.Instant) {
        servers[number].busyUntil = until
    }

    /// A connection to the server failed or was lost.
    ///
    /// - Parameter chance: 0 to 1, so that clients that lost it together do not return together.
    /// - Returns: for how long it is left alone.
    mutating func failed(_ number: Int, now: ContinuousClock.Instant, chance: Double) -> Duration {
        let doublings = min(servers[number].failures, 30)
        servers[number].failures += 1
        let time = min(shortest * (1 << doublings), longest)
        let ejection = time * (0.75 + chance / 2)
        servers[number].ejectedUntil = now + ejection
        return ejection
    }

    /// Whether the server failed last, and its time is over.
    func isDueForReturn(_ number: Int, now: ContinuousClock.Instant) -> Bool {
        servers[number].ejectedUntil.map { $0 <= now } ?? false
    }

    func isEjected(_ number: Int) -> Bool { servers[number].ejectedUntil != nil }

    func outstanding(_ number: Int) -> Int { servers[number].outstanding }
}
