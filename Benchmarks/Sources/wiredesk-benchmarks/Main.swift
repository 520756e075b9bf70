import Dispatch
import Foundation
import WiredeskClient

/// Measures Wiredesk from the inside; `Benchmarks/README.md` says what there is. Runs in the repository's root.
@main
enum Main {
    private static let usage = """
        usage: wiredesk-benchmarks engine [FOLDER]
               wiredesk-benchmarks growth
               wiredesk-benchmarks codec
               wiredesk-benchmarks transport echo|request|ping|connections
               wiredesk-benchmarks service [FOLDER]
               wiredesk-benchmarks clients URI
               wiredesk-benchmarks pass reading|pipeline|sentences|summary FOLDER
               wiredesk-benchmarks budget first|reading|entities|summary|cbor|json
               wiredesk-benchmarks echo echo|inflate|busy
        FOLDER holds .html and .txt files; without one, the articles in Examples/ are read.

        """

    // Not async: valgrind does not survive the end of the main thread, which that brings.
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            guard try run(arguments.first ?? "", Array(arguments.dropFirst())) else { fail(usage, 64) }
        } catch {
            fail("wiredesk-benchmarks: \(error)\n", 1)
        }
    }

    /// - Returns: whether there is such a command.
    private static func run(_ command: String, _ arguments: [String]) throws -> Bool {
        switch (command, arguments.count) {
        case ("engine", 0...1):
            EngineMeasurement.printTables(try PageFolder.read(arguments.first ?? PageFolder.examples))
        case ("growth", 0): Growth.printTable()
        case ("codec", 0): try CodecComparison.printTable()
        case ("transport", 1):
            guard let table = TransportComparison.Table(rawValue: arguments[0]) else { return false }
            try TransportComparison().print(table)
        case ("service", 0...1):
            try ServiceMeasurement(try PageFolder.read(arguments.first ?? PageFolder.examples)).printTables()
        case ("clients", 1):
            guard let server = ServerAddress(arguments[0]) else { return false }
            compareClients(server)
        case ("pass", 2):
            if let pass = TextPass(rawValue: arguments[0]) {
                pass.printFigures(try PageFolder.read(arguments[1]))
            } else if let workload = Workload(rawValue: arguments[0]) {
                EngineMeasurement.printPass(workload, try PageFolder.read(arguments[1]))
            } else {
                return false
            }
        case ("budget", 1):
            guard let part = BudgetPart(rawValue: arguments[0]) else { return false }
            part.run(try PageFolder.read(PageFolder.examples))
        case ("echo", 1):
            guard let mode = ServerMode(rawValue: arguments[0]) else { return false }
            try EchoServer.run(mode)
        default: return false
        }
        return true
    }

    private static func compareClients(_ server: ServerAddress) -> Never {
        Task {
            do {
                try await ClientComparison.printTable(server)
                exit(0)
            } catch {
                fail("wiredesk-benchmarks: \(error)\n", 1)
            }
        }
        dispatchMain()
    }

    private static func fail(_ text: String, _ status: Int32) -> Never {
        FileHandle.standardError.write(Data(text.utf8))
        exit(status)
    }
}
