import WiredeskEngine

/// Prints what was measured of the engine.
enum Table {
    static func print(_ workloads: [Workload], _ results: [[Round]]) {
        var speeds = MarkdownTable("work", "pages a CPU second", "MB/s", "µs a page")
        for (workload, rounds) in zip(workloads, results) {
            speeds.add(
                workload.rawValue, Figure.text(rounds.median { Double($0.pages) / $0.processorSeconds }),
                Figure.text(rounds.median { Double($0.bytes) / $0.processorSeconds / 1e6 }),
                Figure.text(rounds.median { $0.processorSeconds * 1e6 / Double($0.pages) }))
        }
        Swift.print("\(speeds.text)\n")
        var stages = MarkdownTable("work", "stage", "µs a page", "words a second")
        for (workload, rounds) in zip(workloads, results) {
            for (index, stage) in Stage.allCases.enumerated() where workload.stages.contains(stage) {
                let words = rounds.median { Double($0.words) * 1e6 / Double(max(1, $0.stageMicroseconds[index])) }
                stages.add(
                    workload.rawValue, stage.rawValue,
                    Figure.text(rounds.median { Double($0.stageMicroseconds[index]) / Double($0.pages) }),
                    Figure.grouped(Int(words)))
            }
        }
        Swift.print(stages.text)
    }
}
