import Testing

@testable import wiredesk

@Suite struct TimeLimitTests {
    @Test(arguments: [("250ms", 250), ("5s", 5000), ("1.5", 1500), ("2m", 120_000), ("1h", 3_600_000), ("0.1ms", 1)])
    func readsUnits(_ written: String, _ milliseconds: Int) throws {
        let limit = try #require(TimeLimit(argument: written))
        #expect(limit.milliseconds == milliseconds)
        #expect(limit.defaultValueDescription == written)
    }

    @Test(arguments: ["", "s", "-1s", "0s", "5d", "5 s", "1e3s", "99999999h", "nan"])
    func refusesWhatIsNoTime(_ written: String) { #expect(TimeLimit(argument: written) == nil) }
}
