import Foundation
import WiredeskEngine
import WiredeskModel

/// The service as users run it: `wiredesk serve` and `wiredesk bench` over loopback.
struct ServiceMeasurement {
    private static let program = ".build/release/wiredesk"
    private static let rounds = 3
    private static let starts = 9
    private static let loadTime = Duration.seconds(3)

    /// What `wiredesk bench --format json` prints, as far as it is of interest.
    private struct Bench: Decodable {
        var answered: Int
        var perSecond: Double
        var p50Microseconds: Int
        var p99Microseconds: Int
        var maxMicroseconds: Int
    }

    private let articles: [[UInt8]]
    /// The same as `bench` reads them.
    private let input: URL

    /// Leaves out pages without an article.
    init(_ pages: [[UInt8]]) throws {
        let articles = pages.filter { (try? Engine().analyze($0)) != nil }
        self.articles = articles
        input = URL(fileURLWithPath: NSTemporaryDirectory() + "wiredesk-articles-\(getpid()).jsonl")
        let lines = articles.map { "{\"base64\":\"\(Data($0).base64EncodedString())\"}\n" }
        try Data(lines.joined().utf8).write(to: input)
    }

    func printTables() throws {
        defer { try? FileManager.default.removeItem(at: input) }
        let one = try printWorkers()
        try printPaces(capacity: one)
        try printStart()
    }

    /// One worker beside two. The requests are compressed beforehand: the load must not need the processors itself.
    ///
    /// - Returns: what one worker can do, in articles a second.
    private func printWorkers() throws -> Double {
        let frames = articles.map { Payload.request($0) }
        var results = [[Throughput](), []]
        for round in 1...Self.rounds {
            for workers in 1...2 {
                Progress.say("service: \(workers) workers, round \(round) of \(Self.rounds)")
                let server = try serve(workers: workers)
                var window = MeasuringWindow(server, lasting: Self.loadTime)
                try FrameLoad(port: server.port, opening: .wiredesk, frames: frames, connections: 2, depth: 8)
                    .run { window.goesOn($0) }
                results[workers - 1].append(try window.throughput())
            }
        }
        var table = MarkdownTable(
            "each answer lets the next go, 16 at a time", "articles/s", "times one worker",
            "µs of the server's processor an article")
        let one = results[0].median(\.perSecond)
        for (index, rounds) in results.enumerated() {
            let perSecond = rounds.median(\.perSecond)
            table.add(
                index == 0 ? "1 worker" : "\(index + 1) workers", Figure.text(perSecond), Figure.text(perSecond / one),
                Figure.text(rounds.median(\.processorMicroseconds)))
        }
        print("\(articles.count) articles.\n\n\(table.text)\n")
        return one
    }

    /// One worker, asked at a pace of its own by `wiredesk bench`.
    private func printPaces(capacity: Double) throws {
        var table = MarkdownTable("a pace whatever the answers, 1 worker", "articles/s", "p50", "p99", "slowest")
        for share in [0.25, 0.5, 0.75] {
            Progress.say("service: at \(Int(share * 100)) % of what one worker can do")
            let bench = try bench(try serve(workers: 1), ["--rate", "\(Int(capacity * share))"])
            table.add(
                "\(Int(share * 100)) % of what it can do", Figure.text(bench.perSecond),
                milliseconds(Double(bench.p50Microseconds)), milliseconds(Double(bench.p99Microseconds)),
                milliseconds(Double(bench.maxMicroseconds)))
        }
        print("\(table.text)\n")
    }

    /// From the start of the process to the answer for an article, and what it holds then.
    private func printStart() throws {
        Progress.say("service: start")
        let article = try [UInt8](Data(contentsOf: URL(fileURLWithPath: "Examples/bakery.txt")))
        let request = Payload.request(article)
        var starts: [(ready: Double, answer: Double, memory: Double)] = []
        for _ in 0..<Self.starts {
            let start = ContinuousClock.now
            let server = try serve(workers: nil)
            let ready = ContinuousClock.now - start
            let connection = try LoadConnection(
                port: server.port, opening: .wiredesk, frames: [request], buffer: LoadBuffer())
            try connection.roundTrip()
            let answer = ContinuousClock.now - start
            starts.append((ready / .milliseconds(1), answer / .milliseconds(1), Double(server.residentKiB) / 1024))
        }
        var table = MarkdownTable(
            "start of the service", "listening after", "first answer after", "resident memory then")
        table.add(
            "`wiredesk serve`, Examples/bakery.txt", Figure.text(starts.median(\.ready)) + " ms",
            Figure.text(starts.median(\.answer)) + " ms", Figure.text(starts.median(\.memory)) + " MiB")
        print(table.text)
    }

    private func serve(workers: Int?) throws -> ServerProcess {
        let workers = workers.map { ["--workers", "\($0)"] } ?? []
        return try ServerProcess(
            [Self.program, "serve", "--listen", "127.0.0.1:0", "--log-level", "critical"] + workers)
    }

    private func bench(_ server: ServerProcess, _ arguments: [String]) throws -> Bench {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.program)
        process.arguments =
            [
                "bench", "--server", "wiredesk://127.0.0.1:\(server.port)", "--input", input.path, "--format", "json",
                "--duration", "4s", "--warm-up", "1s", "--connections", "2",
            ] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let printed = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw BenchmarkError("wiredesk bench failed") }
        let bench = try JSONDecoder().decode(Bench.self, from: printed)
        guard bench.answered > 0 else { throw BenchmarkError("nothing was answered") }
        return bench
    }

    private func milliseconds(_ microseconds: Double) -> String { Figure.text(microseconds / 1000) + " ms" }
}
