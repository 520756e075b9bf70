import ArgumentParser
import Glibc
import WiredeskClient

/// `wiredesk stats`: what a server has done since it started.
struct StatsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "Prints a server's counters, one a line.")

    @Flag(help: "Go on, and show what happens on the server between one look and the next.")
    var watch = false

    @Option(help: ArgumentHelp("Time between looks.", valueName: "duration"))
    var interval = TimeLimit(argument: "1s")!

    @OptionGroup var target: ServerArgument

    @OptionGroup(title: "Connection") var connection: ConnectionArguments

    func run() async throws {
        InterruptSignal.exitQuietlyWhenReceived()
        do {
            let address = try target.address
            if watch { try await watch(address) }
            let line = try await LineClient.ask("STATS", of: address, tls: connection.tls)
            for pair in line.split(separator: " ") {
                print(TerminalText.safe(pair.split(separator: "=", maxSplits: 1).joined(separator: " ")))
            }
        } catch let failure as OutputFailure {
            throw failure.exitCode
        } catch let error as WiredeskError {
            Diagnostic.print(error.message)
            throw ExitStatus.status(of: error)
        }
    }

    /// Until the server goes away or somebody has seen enough.
    private func watch(_ address: ServerAddress) async throws -> Never {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        var output = OutputFile(descriptor: STDOUT_FILENO)
        var earlier = ServerReading(try await LineClient.ask("STATS", of: address, tls: connection.tls))
        var time = ContinuousClock.now
        while true {
            try await Task.sleep(for: interval.duration)
            let later = ServerReading(try await LineClient.ask("STATS", of: address, tls: connection.tls))
            let now = ContinuousClock.now
            let frame = WatchFrame(
                server: address.description, earlier: earlier, later: later, seconds: (now - time) / .seconds(1))
            // On a terminal each takes the place of the one before.
            try output.write(Array("\(isTerminal ? "\u{1B}[H\u{1B}[J" : "")\(frame.text)\n\n".utf8))
            try output.flush()
            (earlier, time) = (later, now)
        }
    }
}
