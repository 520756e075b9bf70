import Foundation
import WiredeskEngine

/// Measures the engine on a folder of pages: `wiredesk-benchmarks [reading|pipeline] [FOLDER]`.
@main
enum Main {
    /// Rounds of each workload; an odd number has a middle.
    private static let rounds = 9
    /// A round goes over the pages as often as it takes to last so long, in seconds of processor time.
    private static let shortestRound = 0.5

    static func main() {
        var arguments = CommandLine.arguments.dropFirst()
        let named = arguments.first.flatMap(Workload.init)
        if named != nil { arguments.removeFirst() }
        guard arguments.count <= 1, let pages = try? PageFolder.read(arguments.first ?? "Examples"), !pages.isEmpty
        else {
            FileHandle.standardError.write(
                Data("usage: wiredesk-benchmarks [reading|pipeline] [FOLDER OF .html AND .txt]\n".utf8))
            exit(64)
        }
        let workloads = named.map { [$0] } ?? Workload.allCases
        // The first pass makes the engine's tables, and says how many passes a round needs.
        let passes = workloads.map { workload in
            _ = Round(workload, pages, passes: 1)
            return max(1, Int(shortestRound / Round(workload, pages, passes: 1).processorSeconds))
        }
        var results = workloads.map { _ in [Round]() }
        // In turn, so that what slows the machine down for a while slows them all.
        for _ in 0..<rounds {
            for (index, workload) in workloads.enumerated() {
                results[index].append(Round(workload, pages, passes: passes[index]))
            }
        }
        let bytes = pages.reduce(0) { $0 + $1.count }
        print("\(pages.count) pages, \(bytes / pages.count / 1024) KiB on average, median of \(rounds) rounds")
        for (workload, rounds) in zip(workloads, results) { Table.print(workload, rounds) }
    }
}
