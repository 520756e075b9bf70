import ArgumentParser
import WiredeskClient
import WiredeskModel

/// `wiredesk bench`: how fast a server answers.
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Sends articles to a server again and again and measures the answers.",
        discussion: """
            Without --rate each answer lets the next request go, --jobs of them at a time: that is what the server can \
            do at most. With --rate requests are made at that pace whatever the answers, and times count from when a \
            request was due: that is what users see at that load.
            """
    )

    @OptionGroup var target: ServerArgument

    @Option(help: ArgumentHelp("The articles, lines as batch reads them; .gz for a gzip file.", valueName: "file"))
    var input: String

    @Option(help: ArgumentHelp("Requests a second to make. (default: as fast as answers come)", valueName: "n"))
    var rate: Double?

    @Option(help: ArgumentHelp("Requests to keep under way without --rate.", valueName: "n"))
    var jobs = 16

    @Option(help: ArgumentHelp("Connections to spread them over.", valueName: "n"))
    var connections = 1

    @Option(help: ArgumentHelp("How long to measure.", valueName: "duration"))
    var duration = TimeLimit(argument: "10s")!

    @Option(help: ArgumentHelp("How long to go before measuring.", valueName: "duration"))
    var warmUp = TimeLimit(argument: "2s")!

    @Option(help: ArgumentHelp("text for people, json for one object.", valueName: "form"))
    var format = BenchFormat.text

    @OptionGroup(title: "Connection") var connection: ConnectionArguments

    @OptionGroup(title: "Analysis") var analysis: AnalysisArguments

    enum BenchFormat: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    func validate() throws {
        if let rate, !(rate > 0 && rate <= 1_000_000) { throw ValidationError("--rate is above 0, to 1000000.") }
        if !(1...16_384).contains(jobs) { throw ValidationError("--jobs is 1 to 16384.") }
        if !(1...1024).contains(connections) { throw ValidationError("--connections is 1 to 1024.") }
    }

    func run() async throws {
        InterruptSignal.exitQuietlyWhenReceived()
        let address = try target.address
        let configuration = try connection.configuration
        do {
            let articles = try BenchArticle.read(try .open(input), options: analysis.options)
            var clients: [Client] = []
            for _ in 0..<connections {
                clients.append(try await Client.connect(to: address, configuration: configuration))
            }
            let generator = LoadGenerator(
                clients: clients, articles: articles, timeout: analysis.timeout?.duration, warmUp: warmUp.duration,
                duration: duration.duration)
            let result = if let rate { await generator.run(rate: rate) } else { await generator.run(keeping: jobs) }
            for client in clients { await client.close() }
            switch format {
            case .text: print(BenchReport(result: result).text)
            case .json: print(String(decoding: JSONWriter.encode(result), as: UTF8.self))
            }
            if result.latencies.count == 0 { throw ExitStatus.someFailed }
        } catch let error as WiredeskError {
            Diagnostic.print(error.message)
            throw ExitStatus.status(of: error)
        } catch let failure as InputFailure {
            Diagnostic.print("cannot read \(input): \(failure.message)")
            throw ExitStatus.badInput
        }
    }
}
