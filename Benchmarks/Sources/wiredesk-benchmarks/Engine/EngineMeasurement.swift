/// How fast the engine is in the process, on one thread, without input and output.
enum EngineMeasurement {
    /// Rounds of each workload; an odd number has a middle.
    private static let rounds = 9
    /// A round goes over the pages as often as it takes to last so long, in seconds of processor time.
    private static let shortestRound = 0.5

    static func printTables(_ pages: [[UInt8]]) {
        let workloads = Workload.allCases
        // The first pass makes the engine's tables, and says how many passes a round needs.
        let passes = workloads.map { workload in
            _ = Round(workload, pages, passes: 1)
            return max(1, Int(shortestRound / Round(workload, pages, passes: 1).processorSeconds))
        }
        var results = workloads.map { _ in [Round]() }
        // In turn, so that what slows the machine down for a while slows them all.
        for round in 1...rounds {
            Progress.say("engine: round \(round) of \(rounds)")
            for (index, workload) in workloads.enumerated() {
                results[index].append(Round(workload, pages, passes: passes[index]))
            }
        }
        let bytes = pages.reduce(0) { $0 + $1.count }
        print("\(pages.count) pages, \(bytes / pages.count / 1024) KiB on average, median of \(rounds) rounds.\n")
        Table.print(workloads, results)
    }

    /// Prints pages, bytes and processor seconds of one pass, for programs that take turns with the engine.
    static func printPass(_ workload: Workload, _ pages: [[UInt8]]) {
        // The first pass makes the engine's tables.
        _ = Round(workload, pages, passes: 1)
        let round = Round(workload, pages, passes: 1)
        print(round.pages, round.bytes, round.processorSeconds)
    }
}
