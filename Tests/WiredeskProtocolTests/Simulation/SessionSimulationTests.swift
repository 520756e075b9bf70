import Foundation
import Testing

/// Thousands of lives of a connection. `WIREDESK_SIMULATION_SEEDS` sets how many, `WIREDESK_SIMULATION_FIRST` the
/// first: a failing seed is played again with it.
@Suite struct SessionSimulationTests {
    private static func setting(_ name: String, _ standard: UInt64) -> UInt64 {
        ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) } ?? standard
    }

    @Test func everyLifeOfAConnectionKeepsItsPromises() {
        let first = Self.setting("WIREDESK_SIMULATION_FIRST", 1)
        let count = Self.setting("WIREDESK_SIMULATION_SEEDS", 10_000)
        var failures = 0
        for seed in first..<(first + count) {
            var connection = SimulatedConnection(seed: seed)
            let broken = connection.run()
            guard !broken.isEmpty else { continue }
            Issue.record("seed \(seed): \(broken.prefix(5).joined(separator: "; "))")
            failures += 1
            guard failures < 10 else { return }
        }
    }
}
