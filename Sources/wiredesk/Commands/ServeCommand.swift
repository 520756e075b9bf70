import ArgumentParser
import Dispatch
import Glibc
import Logging
import WiredeskEngine
import WiredeskHTTP
import WiredeskServer
import WiredeskTransport

/// `wiredesk serve`: the service, until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serves articles over the Wiredesk protocol (protocol.md).",
        discussion: """
            Prints "wiredesk: listening on ADDRESS" to standard error for each listener once it is ready, and \
            "wiredesk: http on ADDRESS"; port 0 picks a port. SIGTERM or SIGINT finishes what is in flight and stops; a second one stops at once. \
            SIGHUP reads the files of tokens, certificate and log level again. Under systemd it says when it is ready \
            (Type=notify), answers the watchdog, and takes sockets that are passed to it.

            An address that other machines reach is refused unless clients have to prove who they are, by tokens or \
            certificates, or --insecure is given.
            """
    )

    @Option(
        help: ArgumentHelp(
            "Where: HOST:PORT or unix:PATH; may be given more than once. (default: 127.0.0.1:7411)",
            valueName: "address"))
    var listen: [Address] = []

    @Option(
        help: ArgumentHelp(
            """
            Where to serve HTTP beside it, HOST:PORT: a page to try it on at /, POST /v1/analyze, /metrics, /live and \
            /ready. (default: nowhere)
            """, valueName: "address"))
    var http: Address?

    @Option(help: ArgumentHelp("Articles to work on at once. (default: one for each processor)", valueName: "n"))
    var workers: Int?

    @OptionGroup(title: "Access") var access: AccessArguments

    @OptionGroup(title: "Log") var logs: LogArguments

    @OptionGroup(title: "Limits") var limits: ServerLimitArguments

    func validate() throws {
        if case .unix = http { throw ValidationError("--http is HOST:PORT.") }
        if let workers, !(1...1024).contains(workers) { throw ValidationError("--workers is 1 to 1024.") }
    }

    func run() async throws {
        LargeBuffers.returnToSystem()
        let level: AdjustableLogHandler.Level
        do {
            level = .init(try logs.level())
        } catch {
            Diagnostic.print("\(error)")
            throw ExitStatus.usage
        }
        let logger = Logger(label: "wiredesk") { AdjustableLogHandler(label: $0, level: level, format: logs.logFormat) }
        let (signals, sink) = AsyncStream.makeStream(of: Int32.self)
        let watcher = SignalWatcher([SIGTERM, SIGINT, SIGHUP], on: DispatchQueue(label: "wiredesk.signals")) { number in
            sink.yield(number)
        }
        let server = Server(configuration: try configuration(), logger: logger)
        var port: HTTPPort?
        do throws(TransportError) {
            for address in try server.start() { Diagnostic.print("listening on \(address)") }
            if let http {
                let opened = HTTPPort(server, limits: HTTPLimits(server.configuration))
                Diagnostic.print("http on \(try await opened.start(on: http))")
                port = opened
            }
        } catch {
            Diagnostic.print("\(error)")
            if case .exposed = error { throw ExitStatus.usage }
            throw ExitStatus.unavailable
        }
        let service = RunningService(
            server: server, http: port, access: access, logs: logs, level: level, manager: ServiceManager(),
            signals: signals)
        await service.run()
        withExtendedLifetime(watcher) {}
    }

    /// What the arguments say, and the sockets that the process was started with. Those take the default's place.
    private func configuration() throws -> ServerConfiguration {
        var configuration = ServerConfiguration(workers: workers ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        limits.apply(to: &configuration)
        try access.apply(to: &configuration)
        do throws(TransportError) {
            configuration.inheritedSockets = try InheritedSockets.take()
        } catch {
            Diagnostic.print("\(error)")
            throw ExitStatus.usage
        }
        if !listen.isEmpty || !configuration.inheritedSockets.isEmpty { configuration.addresses = listen }
        return configuration
    }
}

extension Address: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
