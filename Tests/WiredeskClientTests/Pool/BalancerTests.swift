import Testing
import WiredeskModel

@testable import WiredeskClient

@Suite struct BalancerTests {
    private let start = ContinuousClock.now

    private func policy() -> PoolPolicy {
        var policy = PoolPolicy()
        policy.shortestEjection = .milliseconds(100)
        policy.longestEjection = .seconds(1)
        return policy
    }

    private func picks(
        _ count: Int, _ balancer: inout Balancer, avoiding: Set<Int> = [], now: ContinuousClock.Instant
    ) -> [Int] {
        (0..<count).map { _ in balancer.pick(avoiding: avoiding, now: now).server }
    }

    @Test func theServerWithTheFewestRequestsIsNext() {
        var balancer = Balancer(servers: 3, policy: policy())
        balancer.began(0)
        balancer.began(0)
        balancer.began(1)
        balancer.began(2)
        balancer.ended(2)
        #expect(picks(5, &balancer, now: start) == [2, 2, 2, 2, 2])
    }

    @Test func equalsTakeTurns() {
        var balancer = Balancer(servers: 3, policy: policy())
        let picks = picks(6, &balancer, now: start)
        #expect(Set(picks.prefix(3)) == [0, 1, 2])
        #expect(picks.prefix(3) == picks.suffix(3))
    }

    @Test func aServerThatFailedIsLeftAloneTwiceAsLongEachTime() {
        var balancer = Balancer(servers: 2, policy: policy())
        var times: [Duration] = []
        for _ in 0..<6 { times.append(balancer.failed(0, now: start, chance: 0.5)) }
        #expect(times == [100, 200, 400, 800, 1000, 1000].map { .milliseconds($0) })
        #expect(picks(4, &balancer, now: start) == [1, 1, 1, 1])
        #expect(balancer.isEjected(0))
        #expect(!balancer.isDueForReturn(0, now: start + .milliseconds(999)))
        #expect(balancer.isDueForReturn(0, now: start + .seconds(1)))
        // Its time is over, but there is one in health.
        balancer.began(1)
        #expect(picks(4, &balancer, now: start + .seconds(2)) == [1, 1, 1, 1])
        balancer.ended(1)
        let returns = [balancer.answered(0), balancer.answered(0)]
        #expect(returns == [true, false])
        let next = balancer.failed(0, now: start, chance: 0.5)
        #expect(next == .milliseconds(100))
    }

    @Test func clientsThatLostAServerTogetherDoNotReturnTogether() {
        var balancer = Balancer(servers: 1, policy: policy())
        var times = [balancer.failed(0, now: start, chance: 0)]
        _ = balancer.answered(0)
        times.append(balancer.failed(0, now: start, chance: 1))
        #expect(times == [.milliseconds(75), .milliseconds(125)])
    }

    @Test func withoutAnyInHealthTheOneThatIsFreeTheSoonest() {
        var balancer = Balancer(servers: 2, policy: policy())
        _ = balancer.failed(0, now: start, chance: 0.5)
        _ = balancer.failed(1, now: start, chance: 0.5)
        _ = balancer.failed(1, now: start, chance: 0.5)
        let pick = balancer.pick(now: start)
        #expect(pick.server == 0)
        #expect(pick.wait == .milliseconds(100))
        // Having been there is the lesser reason.
        #expect(picks(1, &balancer, avoiding: [0], now: start) == [0])
    }

    @Test func aBusyServerIsLeftAloneForAsLongAsItAsks() {
        var balancer = Balancer(servers: 2, policy: policy())
        balancer.refused(0, until: start + .milliseconds(300))
        #expect(picks(4, &balancer, now: start) == [1, 1, 1, 1])
        balancer.began(1)
        #expect(picks(1, &balancer, now: start + .milliseconds(300)) == [0])
    }

    @Test func aRequestGoesWhereItHasNotBeen() {
        var balancer = Balancer(servers: 3, policy: policy())
        balancer.began(2)
        #expect(picks(1, &balancer, avoiding: [0, 1], now: start) == [2])
    }
}
