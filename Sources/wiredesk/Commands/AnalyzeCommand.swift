import ArgumentParser
import Glibc
import WiredeskClient
import WiredeskModel

/// `wiredesk analyze`: a few articles, read by a person or a script.
struct AnalyzeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyze",
        abstract: "Analyses articles from files or standard input.",
        discussion: """
            Runs in this process unless a server is named: nothing to start. A file named - is standard input, and so \
            is no file at all. The text form is for people and may change; scripts should ask for --format json.
            """
    )

    @Argument(help: ArgumentHelp("HTML pages or plain texts, in any encoding.", valueName: "file"))
    var files: [String] = []

    @Option(help: "How to print: text, json (one object a line) or html (a page).")
    var format = OutputFormat.text

    @Flag(help: "Indent the JSON.")
    var pretty = false

    @Flag(help: "Show the article's text with everything found in it marked (text form).")
    var highlight = false

    @Option(help: "Colour in the text form: auto, always or never.")
    var color = ColorChoice.auto

    @Option(
        help: ArgumentHelp("Where to have it done. (default: WIREDESK_SERVER, or in this process)", valueName: "uri"))
    var server: ServerAddress?

    @OptionGroup(title: "Connection") var connection: PoolArguments

    @OptionGroup(title: "Analysis") var analysis: AnalysisArguments

    func validate() throws {
        if pretty, format != .json { throw ValidationError("--pretty goes with --format json.") }
        if highlight, format != .text { throw ValidationError("--highlight goes with --format text.") }
    }

    func run() async throws {
        InterruptSignal.exitQuietlyWhenReceived()
        let desk = try DeskChoice.desk(
            servers: server.map { [$0] } ?? [], connection: connection, timeout: analysis.timeout?.duration)
        var options = analysis.options
        // The printed forms slice the text themselves, and bytes are what Swift's strings slice fastest.
        if format != .json { options.offsets = .utf8 }
        var printer = AnalysisPrinter(
            format: format, isPretty: pretty, showsText: highlight || options.stages == [.reading],
            terminal: Terminal(descriptor: STDOUT_FILENO, color: color))

        var statuses: [ExitCode] = []
        do {
            for file in files.isEmpty ? ["-"] : files {
                do {
                    let bytes = try ArticleFile.read(file)
                    try printer.print(try await desk.analyze(bytes, options: options))
                    statuses.append(.success)
                } catch let error as WiredeskError {
                    let trace = error.trace.map { " (trace \($0))" } ?? ""
                    Diagnostic.print("\(ArticleFile.displayName(file)): \(error.message)\(trace)")
                    statuses.append(ExitStatus.status(of: error))
                }
            }
            try printer.finish()
        } catch let failure as OutputFailure {
            throw failure.exitCode
        }
        await desk.close()
        let status = ExitStatus.combined(statuses)
        if status != .success { throw status }
    }
}
