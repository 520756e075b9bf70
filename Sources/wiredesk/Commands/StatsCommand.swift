import ArgumentParser
import WiredeskClient

/// `wiredesk stats`: what a server has done since it started.
struct StatsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "Prints a server's counters, one a line.")

    @OptionGroup var target: ServerArgument

    @OptionGroup(title: "Connection") var connection: ConnectionArguments

    func run() async throws {
        InterruptSignal.exitQuietlyWhenReceived()
        do {
            let line = try await LineClient.ask(
                "STATS", of: try target.address, tls: connection.tls)
            for pair in line.split(separator: " ") {
                print(TerminalText.safe(pair.split(separator: "=", maxSplits: 1).joined(separator: " ")))
            }
        } catch let error as WiredeskError {
            Diagnostic.print(error.message)
            throw ExitStatus.status(of: error)
        }
    }
}
