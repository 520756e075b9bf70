import Dispatch
import Glibc

/// SIGINT and SIGTERM as events. The second of either ends the process at once, whatever the first is waiting for.
enum InterruptSignal {
    /// Calls the handler, on a queue of its own, with the exit code for the first signal that comes.
    ///
    /// - Returns: what keeps the watch alive.
    static func watch(_ handler: @escaping @Sendable (Int32) -> Void) -> [any DispatchSourceSignal] {
        let queue = DispatchQueue(label: "wiredesk.signals", qos: .userInteractive)
        return [(SIGINT, Int32(130)), (SIGTERM, Int32(143))].map { number, exitCode in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                signal(SIGINT, SIG_DFL)
                signal(SIGTERM, SIG_DFL)
                handler(exitCode)
            }
            source.activate()
            return source
        }
    }

    /// For commands that write each result with one call: nothing is left to flush.
    static func exitQuietlyWhenReceived() {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in _exit(130) }
        sigaction(SIGINT, &action, nil)
    }
}
