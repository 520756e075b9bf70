import Dispatch
import Glibc
import WiredeskHTTP
import WiredeskProtocol
import WiredeskServer
import WiredeskTransport

/// A server that runs: what signals ask of it, and what its service manager hears.
struct RunningService: Sendable {
    let server: Server
    /// Nil when HTTP is not served.
    let http: HTTPPort?
    let access: AccessArguments
    let logs: LogArguments
    let level: AdjustableLogHandler.Level
    /// Nil when the program was not started by one.
    let manager: ServiceManager?
    /// Numbers of the signals that came.
    let signals: AsyncStream<Int32>

    /// Serves until SIGTERM or SIGINT, and then finishes what is in flight. A second one ends the process at once.
    func run() async {
        manager?.ready()
        let watchdog = Task { await keepWatchdogQuiet() }
        var received = signals.makeAsyncIterator()
        while let number = await received.next(), number == SIGHUP { reload() }
        manager?.stopping()
        let second = Task {
            for await number in signals where number != SIGHUP { _exit(128 + number) }
        }
        let drainEnd = ContinuousClock.now + .milliseconds(server.configuration.session.drainTimeout)
        await server.drain()
        // Last, so that probes hear of the draining. What came this way has a little time in any case.
        await http?.stop(within: max(drainEnd - .now, .seconds(1)))
        second.cancel()
        watchdog.cancel()
    }

    /// Reads again what may change while the server runs. What cannot be used is complained of, and what was stays.
    private func reload() {
        manager?.reloading()
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
        do {
            level.value = try logs.level()
        } catch {
            Diagnostic.print("\(error); the log level stays as it was")
        }
        manager?.ready()
    }

    /// Says that the server is alive, twice as often as asked, and only when its connections are being served.
    private func keepWatchdogQuiet() async {
        guard let manager, let interval = manager.watchdogInterval else { return }
        while !Task.isCancelled {
            await server.answersOnEveryQueue()
            manager.alive()
            try? await Task.sleep(for: interval / 2)
        }
    }
}
