import Foundation

/// A server in a process of its own, and what the system says of that process.
final class ServerProcess {
    let port: Int
    private let process = Process()

    /// Starts a program that says `listening on HOST:PORT` on its standard error, and returns when it has.
    init(_ command: [String]) throws {
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.standardOutput = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardError = pipe
        do {
            try process.run()
        } catch {
            throw BenchmarkError("cannot start \(command[0]): \(error.localizedDescription)")
        }
        var said = ""
        while true {
            let data = pipe.fileHandleForReading.availableData
            said += String(decoding: data, as: UTF8.self)
            if let port = Self.port(in: said) {
                self.port = port
                break
            }
            guard !data.isEmpty else { throw BenchmarkError("\(command[0]) does not listen: \(said)") }
        }
        // What it says later is not of interest, but it must not have to wait for a reader.
        pipe.fileHandleForReading.readabilityHandler = { if $0.availableData.isEmpty { $0.readabilityHandler = nil } }
    }

    deinit {
        process.terminate()
        process.waitUntilExit()
    }

    /// Processor time that it has used, in seconds.
    var processorSeconds: Double {
        var clock = clockid_t()
        var time = timespec()
        clock_getcpuclockid(process.processIdentifier, &clock)
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    var threads: Int { status("Threads") }
    /// Kibibytes of memory that are its own.
    var privateKiB: Int { status("RssAnon") }
    /// Kibibytes of memory, the pages of its executable included.
    var residentKiB: Int { status("VmRSS") }

    private func status(_ field: String) -> Int {
        let path = "/proc/\(process.processIdentifier)/status"
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return 0 }
        for line in text.split(separator: "\n") where line.hasPrefix("\(field):") {
            return line.split(whereSeparator: { " \t".contains($0) }).dropFirst().first.flatMap { Int($0) } ?? 0
        }
        return 0
    }

    /// The port in a whole line of what a server has said.
    private static func port(in text: String) -> Int? {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            guard line.contains("listening on "), let colon = line.lastIndex(of: ":") else { continue }
            return Int(line[line.index(after: colon)...])
        }
        return nil
    }
}
