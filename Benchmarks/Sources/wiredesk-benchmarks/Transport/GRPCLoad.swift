import Foundation

/// The gRPC peer's own client, in a process of its own.
struct GRPCLoad {
    let program: String
    /// `echo` or `inflate`.
    let method: String
    /// Bytes of a message, or the file that holds it.
    let message: String
    let connections: Int
    let depth: Int

    /// What it printed at its end.
    struct Outcome {
        var calls: Double
        var seconds: Double
        var latency: Latency
    }

    /// - Parameter onWarm: is called when the load has gone on for a while, and what comes counts.
    func run(port: Int, onWarm: () -> Void = {}) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = [
            "load", "\(port)", method, message, "\(connections)", "\(depth)",
            "\(MeasuringWindow.duration / .seconds(1))",
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        var said = ""
        var isWarm = false
        while case let data = pipe.fileHandleForReading.availableData, !data.isEmpty {
            said += String(decoding: data, as: UTF8.self)
            if !isWarm, said.contains("warm\n") {
                isWarm = true
                onWarm()
            }
        }
        process.waitUntilExit()
        let numbers = said.split(whereSeparator: { $0.isWhitespace }).dropFirst().compactMap { Double($0) }
        guard isWarm, numbers.count == 4 else { throw BenchmarkError("the load on gRPC failed: \(said)") }
        return Outcome(calls: numbers[0], seconds: numbers[1], latency: Latency(median: numbers[2], tail: numbers[3]))
    }
}
