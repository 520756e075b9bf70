import ArgumentParser
import WiredeskClient

/// `wiredesk ping`: is a server there, and how far away?
struct PingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ping", abstract: "Asks a server for a sign of life and prints the time it took.")

    @OptionGroup var target: ServerArgument

    @OptionGroup(title: "Connection") var connection: ConnectionArguments

    @Option(name: .shortAndLong, help: ArgumentHelp("How often.", valueName: "n"))
    var count = 1

    func validate() throws {
        if !(1...1_000_000).contains(count) { throw ValidationError("--count is 1 to 1000000.") }
    }

    func run() async throws {
        InterruptSignal.exitQuietlyWhenReceived()
        let address = try target.address
        let configuration = try connection.configuration
        do {
            let client = try await Client.connect(to: address, configuration: configuration)
            for number in 1...count {
                let time = try await client.ping()
                print("\(address) \(client.serverAgent ?? "") seq=\(number) time=\(Int(time / .microseconds(1))) µs")
                if number < count { try await Task.sleep(for: .seconds(1)) }
            }
            await client.close()
        } catch let error as WiredeskError {
            Diagnostic.print(error.message)
            throw ExitStatus.status(of: error)
        }
    }
}
