import Testing
import WiredeskModel

@testable import WiredeskClient

@Suite struct RetryPacingTests {
    private let start = ContinuousClock.now

    /// Waits of so many retries in a row, in milliseconds.
    private func waits(_ count: Int, _ budget: inout RetryBudget, now: ContinuousClock.Instant) -> [Int] {
        (0..<count).map { _ in Int((budget.withdraw(now: now) / .milliseconds(1)).rounded()) }
    }

    private func budget() -> RetryBudget {
        var policy = PoolPolicy()
        policy.retriesPerRequest = 0.5
        policy.retriesPerSecond = 10
        policy.savedRetries = 3
        return RetryBudget(policy: policy, now: start)
    }

    @Test func savedRetriesAreFreeAndLaterOnesWaitForTheirTurn() {
        var budget = budget()
        #expect(waits(5, &budget, now: start) == [0, 0, 0, 100, 200])
        // Half a second later five more have become free, of which two were promised.
        #expect(waits(4, &budget, now: start + .milliseconds(500)) == [0, 0, 0, 100])
    }

    @Test func requestsPayForRetries() {
        var budget = budget()
        _ = waits(3, &budget, now: start)
        budget.deposit()
        budget.deposit()
        #expect(waits(2, &budget, now: start) == [0, 100])
    }

    @Test func noMoreIsSavedThanAllowed() {
        var budget = budget()
        for _ in 0..<100 { budget.deposit() }
        #expect(waits(4, &budget, now: start + .seconds(60)) == [0, 0, 0, 100])
    }

    @Test func whoDoesNotWaitPaysNothingWhenItIsNotItsTurn() {
        var budget = budget()
        let taken = (0..<9).map { _ in budget.withdrawAtOnce(now: start) }
        #expect(taken == [true, true, true, false, false, false, false, false, false])
        #expect(waits(1, &budget, now: start) == [100])
    }

    @Test func pausesDoubleUpToTheLongestAndAreOfRandomLength() {
        var policy = PoolPolicy()
        policy.shortestPause = .milliseconds(50)
        policy.longestPause = .milliseconds(150)
        var backoff = Backoff(policy: policy)
        let pauses = [1, 0.5, 1, 1, 0].map { backoff.next(asked: nil, chance: $0) }
        #expect(pauses == [50, 50, 150, 150, 0].map { .milliseconds($0) })
    }

    @Test func aPauseIsNeverShorterThanTheServerAsked() {
        var backoff = Backoff(policy: PoolPolicy())
        let pauses = [(7, 0.0), (4, 1.0)].map { backoff.next(asked: .seconds($0.0), chance: $0.1) }
        #expect(pauses == [.seconds(7), .seconds(5)])
        // A server that asks for hardly any time again and again gets the pauses of one that says nothing.
        let longer = [1, 1, 1.0].map { backoff.next(asked: .milliseconds(10), chance: $0) }
        #expect(longer == [200, 400, 800].map { .milliseconds($0) })
    }
}
