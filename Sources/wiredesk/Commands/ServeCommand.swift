import ArgumentParser
import Dispatch
import Glibc
import Logging
import WiredeskEngine
import WiredeskServer
import WiredeskTransport

/// `wiredesk serve`: the service, until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serves articles over the Wiredesk protocol (protocol.md).",
        discussion: """
            Prints "wiredesk: listening on ADDRESS" to standard error for each listener once it is ready; port 0 picks \
            a port. SIGTERM or SIGINT finishes what is in flight and stops; a second one stops at once. \
            SIGHUP reads the token file and the certificate again.

            An address that other machines reach is refused unless clients have to prove who they are, by tokens or \
            certificates, or --insecure is given.
            """
    )

    @Option(help: ArgumentHelp("Where: HOST:PORT or unix:PATH; may be given more than once.", valueName: "address"))
    var listen: [Address] = [.tcp(host: "127.0.0.1", port: 7411)]

    @Option(help: ArgumentHelp("Articles to work on at once. (default: one for each processor)", valueName: "n"))
    var workers: Int?

    @OptionGroup(title: "Access") var access: AccessArguments

    @Option(help: "What to log: trace, debug, info, notice, warning, error or critical.")
    var logLevel = Logger.Level.info

    @OptionGroup(title: "Limits") var limits: ServerLimitArguments

    func validate() throws {
        if let workers, !(1...1024).contains(workers) { throw ValidationError("--workers is 1 to 1024.") }
    }

    func run() async throws {
        let level = logLevel
        let logger = Logger(label: "wiredesk") { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
        var configuration = ServerConfiguration(workers: workers ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        configuration.addresses = listen
        limits.apply(to: &configuration)
        try access.apply(to: &configuration)
        let server = Server(configuration: configuration, logger: logger)
        let signals = AsyncStream.makeStream(of: Int32.self)
        let watcher = SignalWatcher([SIGTERM, SIGINT, SIGHUP], on: DispatchQueue(label: "wiredesk.signals")) { number in
            signals.continuation.yield(number)
        }
        let addresses: [Address]
        do {
            addresses = try server.start()
        } catch {
            Diagnostic.print("\(error)")
            if case .exposed = error { throw ExitStatus.usage }
            throw ExitStatus.unavailable
        }
        for address in addresses { Diagnostic.print("listening on \(address)") }
        var received = signals.stream.makeAsyncIterator()
        while let number = await received.next(), number == SIGHUP { reload(server) }
        let second = Task {
            // The first signal asked politely.
            var again = signals.stream.makeAsyncIterator()
            while let number = await again.next() {
                if number != SIGHUP { _exit(128 + number) }
            }
        }
        await server.drain()
        second.cancel()
        withExtendedLifetime(watcher) {}
    }

    /// Reads again what may change while the server runs. What cannot be used is complained of, and what was stays.
    private func reload(_ server: Server) {
        do {
            if let tokens = try access.tokens() { server.setTokens(tokens) }
        } catch {
            Diagnostic.print("\(error); the tokens stay as they were")
        }
        do {
            if let tls = try access.tls() { server.setTLS(tls) }
        } catch {
            Diagnostic.print("\(error); the certificate stays as it was")
        }
    }
}

extension Address: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
