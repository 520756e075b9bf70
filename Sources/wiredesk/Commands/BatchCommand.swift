import ArgumentParser
import Glibc
import WiredeskClient
import WiredeskModel

/// `wiredesk batch`: any number of articles, one JSON object a line.
struct BatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch",
        abstract: "Analyses articles from JSON lines, one line out for each line in.",
        discussion: """
            A line is {"id", "text"|"html"|"base64", ...}, with any of "url", "published", "charset", "content", \
            "verbatim", "stages", "sentences", "words", "ratio", "offsets" and "timings" to outweigh the flags here. \
            Its answer is {"id", "result"} or {"id", "error": {"code", "message", "retryable"}}; a line without an \
            id goes by its number. Every line gets an answer, an empty one too.
            """
    )

    @Option(
        help: ArgumentHelp(
            "Where to read, - for standard input; a name that ends in .gz is a gzip file's.", valueName: "file"))
    var input = "-"

    @Option(
        help: ArgumentHelp(
            """
            Read the files of this folder and of those in it instead, an article each; its name there is its id. \
            Names that begin with a full stop are passed over.
            """, valueName: "folder"))
    var files: String?

    @Option(
        help: ArgumentHelp(
            "Where to write, - for standard output; a name that ends in .gz makes a gzip file.", valueName: "file"))
    var output = "-"

    @Option(
        help: ArgumentHelp(
            "Where to have it done; may be given more than once. (default: WIREDESK_SERVER, or in this process)",
            valueName: "uri"))
    var server: [ServerAddress] = []

    @Option(
        help: ArgumentHelp(
            "Articles to work on at the same time. (default: one for each processor, 32 for each server)",
            valueName: "n"))
    var jobs: Int?

    @Flag(help: "Write answers as they come, not in the order of the input.")
    var unordered = false

    @Option(
        help: ArgumentHelp(
            "Record here what is done, and go on from there when it was cut short. The output is cut back to match.",
            valueName: "log"))
    var resume: String?

    @Option(help: ArgumentHelp("When to exit with 1: any (a line failed) or never.", valueName: "when"))
    var failOnError = FailurePolicy.any

    @OptionGroup(title: "Connection") var connection: PoolArguments

    @OptionGroup(title: "Analysis") var analysis: AnalysisArguments

    func validate() throws {
        if files != nil, input != "-" { throw ValidationError("--files and --input exclude each other.") }
        if let jobs, !(1...4096).contains(jobs) { throw ValidationError("--jobs is 1 to 4096.") }
    }

    func run() async throws {
        let source = try openInput()
        let desk = try DeskChoice.desk(
            servers: server, connection: connection, timeout: analysis.timeout?.duration)
        var failures = 0
        do {
            var log: ResumeLog?
            var checkpoint = Checkpoint()
            if let resume {
                let opened = try ResumeLog.open(resume)
                checkpoint = opened.last
                log = consume opened
                try check(checkpoint, of: resume)
            }
            try await desk.open()
            let job = BatchJob(
                reading: source, analyst: LineAnalyst(desk: desk, options: analysis.options),
                jobs: jobs ?? desk.defaultJobs, isOrdered: !unordered,
                output: try .open(output, keeping: checkpoint.outputBytes), log: log, checkpoint: checkpoint)
            try await job.run()
            failures = job.failures
            await desk.close()
        } catch let failure as OutputFailure {
            throw failure.exitCode
        } catch let error as WiredeskError {
            Diagnostic.print(error.message)
            throw ExitStatus.status(of: error)
        } catch let failure as InputFailure {
            throw report(failure)
        }
        if failures > 0, failOnError == .any { throw ExitStatus.someFailed }
    }

    /// Refuses a log that goes with another output: cutting that back would lose it.
    private func check(_ checkpoint: Checkpoint, of log: String) throws {
        guard output != "-", checkpoint.outputBytes > 0 else { return }
        var information = stat()
        let size = stat(output, &information) == 0 ? Int(information.st_size) : 0
        guard size < checkpoint.outputBytes else { return }
        Diagnostic.print(
            "\(log) is the log of an output of at least \(checkpoint.outputBytes) bytes, but \(output) has \(size)")
        throw ExitStatus.badInput
    }

    private func openInput() throws -> InputSource {
        if let files { return .folder(files) }
        do throws(InputFailure) {
            return .lines(try .open(input))
        } catch {
            throw report(error)
        }
    }

    private func report(_ failure: InputFailure) -> ExitCode {
        Diagnostic.print("cannot read \(ArticleFile.displayName(files ?? input)): \(failure.message)")
        return ExitStatus.badInput
    }
}
