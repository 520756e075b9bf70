import ArgumentParser
import Glibc
import WiredeskClient
import WiredeskEngine

/// The executable: each subcommand parses its arguments, calls a library and prints.
@main
struct Wiredesk: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wiredesk",
        abstract: "Reads news articles: clean text, who and what is in them, and a summary.",
        discussion: """
            Exit codes: 0 ok, 1 some inputs failed, 64 usage, 65 bad input, 69 server unavailable, \
            75 try again later, 130 interrupted.
            """,
        version: "\(Engine.version.version) (model \(Engine.version.model))",
        subcommands: [
            AnalyzeCommand.self, BatchCommand.self, ServeCommand.self, PingCommand.self, StatsCommand.self,
            BenchCommand.self,
        ]
    )

    /// Runs in the trace that the program was started in, which goes with its requests.
    static func main() async {
        let traceparent = getenv("TRACEPARENT").map { String(cString: $0) }
        await TraceContext.$traceparent.withValue(traceparent) { await main(nil) }
    }
}
