import Foundation
import WiredeskEngine

/// Wiredesk's transport and service beside SwiftNIO and gRPC: the same frames from the same load, each server in a process of
/// its own, which alone is measured. The servers take turns.
struct TransportComparison {
    private static let rounds = 5
    private static let sizes: [(name: String, bytes: Int, depth: Int)] = [
        ("64 B", 64, 64), ("4 KiB", 4096, 64), ("64 KiB", 65536, 4),
    ]

    private let transport: Contender
    private let service: Contender
    private let nio: Contender
    private let grpc: Contender
    /// An article, as text.
    private let article: [UInt8]

    /// Looks for the programs where `Benchmarks/measure` has built them.
    init() throws {
        transport = .transport("/proc/self/exe")
        service = .service(".build/release/wiredesk")
        nio = .nio("Benchmarks/.build/release/nio-peer")
        grpc = .grpc("Benchmarks/.build/release/grpc-peer")
        article = try [UInt8](Data(contentsOf: URL(fileURLWithPath: "Examples/dam.txt")))
        // Ten thousand connections are ten thousand descriptors, in the servers too.
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }

    enum Table: String, CaseIterable {
        case echo, request, ping, connections
    }

    func print(_ table: Table) throws {
        let text =
            switch table {
            case .echo: try echo()
            case .request: try request()
            case .ping: try ping()
            case .connections: try connections()
            }
        Swift.print(text)
    }

    private func echo() throws -> String {
        let contenders = [transport, nio, grpc]
        var table = MarkdownTable("echo", "frame", "µs of the server's processor", "times SwiftNIO", "frames/s")
        for size in Self.sizes {
            let frame = Payload.echo(size.bytes)
            let results = try inTurn("echo of \(size.name)", contenders) { contender in
                try Trial(contender, .echo).throughput(of: frame, .echo, message: "\(size.bytes)", depth: size.depth)
            }
            add(results, contenders, to: &table, size.name)
        }
        return table.text
    }

    private func request() throws -> String {
        let file = NSTemporaryDirectory() + "wiredesk-payload-\(getpid())"
        let payload = Payload.compressed(article)
        try Data(payload).write(to: URL(fileURLWithPath: file))
        defer { try? FileManager.default.removeItem(atPath: file) }
        var frame = Payload.echo(0)
        withUnsafeBytes(of: UInt32(payload.count).littleEndian) { frame.replaceSubrange(0..<4, with: $0) }
        frame += payload
        let page = Payload.emptyPage(article)
        let request = Payload.request(page, [.reading])
        let contenders = [transport, service, nio, grpc]
        let results = try inTurn("request without compute", contenders) { contender in
            let isService = contender.name == service.name
            return try Trial(contender, .inflate).throughput(
                of: isService ? request : frame, .inflate, message: file, depth: 16)
        }
        var table = MarkdownTable("request", "frame", "µs of the server's processor", "times SwiftNIO", "requests/s")
        add(results, contenders, to: &table, "\(Figure.grouped(frame.count)) B")
        let engine = Round(.reading, [page], passes: 2000).processorSeconds / 2000 * 1e6
        return """
            \(table.text)

            Of the service's time the engine takes \(Figure.text(engine)) µs, for the one sentence that such a page has.
            """
    }

    private func ping() throws -> String {
        let contenders = [transport, service, nio, grpc]
        let frame = Payload.echo(64)
        var table = MarkdownTable(
            "ping", "idle, p50 µs", "times SwiftNIO", "idle, p99 µs", "workers busy, p50 µs", "workers busy, p99 µs")
        let idle = try inTurn("ping, idle", contenders) { try Trial($0, .echo).latency(of: frame, message: "64") }
        let busy = try inTurn("ping, workers busy", contenders) { contender in
            let trial = try Trial(contender, .busy)
            guard contender.name == service.name else { return try trial.latency(of: frame, message: "64") }
            let load = BackgroundLoad(
                FrameLoad(
                    port: trial.server.port, opening: .wiredesk, frames: [Payload.request(article)], connections: 2,
                    depth: 8))
            defer { load.stop() }
            return try trial.latency(of: frame, message: "64")
        }
        for (index, contender) in contenders.enumerated() {
            let ratio = idle[index].median(\.median) / idle[contenders.count - 2].median(\.median)
            table.add(
                contender.name, Figure.text(idle[index].median(\.median)), Figure.text(ratio),
                Figure.text(idle[index].median(\.tail)), Figure.text(busy[index].median(\.median)),
                Figure.text(busy[index].median(\.tail)))
        }
        return table.text
    }

    private func connections() throws -> String {
        var table = MarkdownTable(
            "connections", "KiB each, 1,000 idle", "KiB each, 10,000 idle", "threads, 64 busy", "threads at most")
        let frame = Payload.echo(64)
        for contender in [transport, service, nio, grpc] {
            Progress.say("connections: \(contender.name)")
            let idle = try [1000, 10_000].map { count in
                Figure.text(try Trial(contender, .echo).idleBytes(frame, connections: count) / 1024)
            }
            var threads = ["–", "–"]
            if case .frames = contender.client {
                let count = try Trial(contender, .echo).threads(frame, connections: 64)
                threads = ["\(count.middle)", "\(count.most)"]
            }
            table.add(contender.name, idle[0], idle[1], threads[0], threads[1])
        }
        return table.text
    }

    /// What each contender gave in every round; in turn, so that what slows the machine down for a while slows them all.
    ///
    /// - Throws: when a contender failed in every round. One that fails in some has fewer results.
    private func inTurn<Result>(
        _ what: String, _ contenders: [Contender], _ measure: (Contender) throws -> Result
    ) throws -> [[Result]] {
        Progress.say(what)
        var results = contenders.map { _ in [Result]() }
        for _ in 0..<Self.rounds {
            for (index, contender) in contenders.enumerated() {
                do {
                    results[index].append(try measure(contender))
                } catch {
                    Progress.say("\(contender.name), left out of a round: \(error)")
                }
            }
        }
        for (result, contender) in zip(results, contenders) where result.isEmpty {
            throw BenchmarkError("\(what): \(contender.name) failed in every round")
        }
        return results
    }

    private func add(
        _ results: [[Throughput]], _ contenders: [Contender], to table: inout MarkdownTable, _ frame: String
    ) {
        guard let reference = contenders.firstIndex(where: { $0.name == nio.name }) else { return }
        let times = results.map { $0.median(\.processorMicroseconds) }
        for (index, contender) in contenders.enumerated() {
            table.add(
                contender.name, frame, Figure.text(times[index]), Figure.text(times[index] / times[reference]),
                Figure.text(results[index].median(\.perSecond)))
        }
    }
}
