import Foundation
import WiredeskClient
import WiredeskEngine

/// Measures the engine: `wiredesk-benchmarks [reading|pipeline] [FOLDER]`, `wiredesk-benchmarks pass FOLDER` or
/// `wiredesk-benchmarks growth`; and the client: `wiredesk-benchmarks clients URI`.
@main
enum Main {
    /// Rounds of each workload; an odd number has a middle.
    private static let rounds = 9
    /// A round goes over the pages as often as it takes to last so long, in seconds of processor time.
    private static let shortestRound = 0.5

    static func main() async throws {
        var arguments = CommandLine.arguments.dropFirst()
        switch arguments.first {
        case "growth" where arguments.count == 1: Growth.printTable()
        case "clients" where arguments.count == 2:
            guard let server = arguments.last.flatMap({ ServerAddress($0) }) else { usage() }
            try await ClientComparison.printTable(server)
        case "pass" where arguments.count == 2: printPass(pages(arguments.last))
        default:
            let named = arguments.first.flatMap(Workload.init)
            if named != nil { arguments.removeFirst() }
            guard arguments.count <= 1 else { usage() }
            compare(named.map { [$0] } ?? Workload.allCases, pages(arguments.first))
        }
    }

    /// The pages of a folder, those of `Examples` where none is named.
    private static func pages(_ folder: String?) -> [[UInt8]] {
        guard let pages = try? PageFolder.read(folder ?? "Examples"), !pages.isEmpty else { usage() }
        return pages
    }

    private static func usage() -> Never {
        let text = """
            usage: wiredesk-benchmarks [reading|pipeline] [FOLDER OF .html AND .txt]
                   wiredesk-benchmarks pass FOLDER
                   wiredesk-benchmarks growth
                   wiredesk-benchmarks clients URI OF A SERVER

            """
        FileHandle.standardError.write(Data(text.utf8))
        exit(64)
    }

    /// Prints pages, bytes and processor seconds of one pass of reading, for programs that take turns with the engine.
    private static func printPass(_ pages: [[UInt8]]) {
        // The first pass makes the engine's tables.
        _ = Round(.reading, pages, passes: 1)
        let round = Round(.reading, pages, passes: 1)
        print(round.pages, round.bytes, round.processorSeconds)
    }

    private static func compare(_ workloads: [Workload], _ pages: [[UInt8]]) {
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
