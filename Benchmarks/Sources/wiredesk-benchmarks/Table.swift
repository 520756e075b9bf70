import WiredeskEngine

/// Prints what was measured.
enum Table {
    static func print(_ workload: Workload, _ rounds: [Round]) {
        let perSecond = median(rounds) { Double($0.pages) / $0.processorSeconds }
        let megabytes = median(rounds) { Double($0.bytes) / $0.processorSeconds / 1e6 }
        let perPage = median(rounds) { $0.processorSeconds * 1e6 / Double($0.pages) }
        Swift.print("\(workload.rawValue): \(Int(perSecond)) pages a CPU second, \(Int(megabytes)) MB/s")
        Swift.print("  processor time a page: \(Int(perPage)) µs")
        for (index, stage) in Stage.allCases.enumerated() where workload.stages.contains(stage) {
            let spent = median(rounds) { Double($0.stageMicroseconds[index]) / Double($0.pages) }
            let words = median(rounds) { Double($0.words) / Double(max(1, $0.stageMicroseconds[index])) * 1000 }
            Swift.print("  \(stage.rawValue): \(Int(spent)) µs, \(Int(words)) thousand words a second")
        }
    }

    private static func median(_ rounds: [Round], _ value: (Round) -> Double) -> Double {
        rounds.map(value).sorted()[rounds.count / 2]
    }
}
