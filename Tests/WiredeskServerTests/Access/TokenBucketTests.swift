import Testing
import WiredeskModel
import WiredeskProtocol

@testable import WiredeskServer

@Suite struct TokenBucketTests {
    private static let second: UInt64 = 1_000_000_000

    @Test func aSecondsWorthCanBeTakenAtOnceAndComesBackSteadily() {
        var bucket = TokenBucket(rate: 10, now: 0)
        for _ in 0..<10 {
            #expect(bucket.wait(now: 0) == 0)
            bucket.take(1)
        }
        #expect(bucket.wait(now: 0) == 100)
        #expect(bucket.wait(now: Self.second / 20) == 50)
        #expect(bucket.wait(now: Self.second / 10) == 0)
        bucket.take(1)
        #expect(bucket.wait(now: Self.second / 10) == 100)
        #expect(bucket.wait(now: 60 * Self.second) == 0)
        for _ in 0..<10 { bucket.take(1) }
        #expect(bucket.wait(now: 60 * Self.second) == 100, "a minute's rest brings no more than a second's worth")
    }

    @Test func oneLargeUsePassesAndIsWaitedForAfterwards() {
        var bucket = TokenBucket(rate: 1000, now: 0)
        #expect(bucket.wait(now: 0) == 0)
        bucket.take(5000)
        #expect((4000...4002).contains(bucket.wait(now: 0)))
        #expect(bucket.wait(now: 5 * Self.second) == 0)
    }

    @Test func aTokensRatesHoldOverAllItsConnectionsAndAReload() throws {
        var token = Token(name: "crawler", secret: Secret([1]), requestsPerSecond: 2)
        let access = AccessControl(tokens: TokenSet([token]))
        try access.admit(token, bytes: 1)
        try access.admit(token, bytes: 1)
        access.setTokens(TokenSet([token]))
        let error = #expect(throws: WiredeskError.self) { try access.admit(token, bytes: 1) }
        #expect(error?.code == .busy)
        #expect((error?.retryAfterMilliseconds ?? 0) > 0)
        token.requestsPerSecond = nil
        access.setTokens(TokenSet([token]))
        for _ in 0..<100 { try access.admit(token, bytes: 1) }
    }
}
