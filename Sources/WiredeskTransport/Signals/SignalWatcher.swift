import Dispatch
import Glibc

/// Turns signals into calls on a queue, instead of the end of the process.
///
/// Safe to share because nothing changes after `init` but the sources, which any thread may cancel.
package final class SignalWatcher: @unchecked Sendable {
    private let sources: [any DispatchSourceSignal]

    /// Watches until the watcher is released or cancelled, and then leaves the signals ignored: whoever watches for
    /// SIGTERM is on the way out.
    ///
    /// - Parameters:
    ///   - numbers: such as `SIGTERM`, `SIGINT`, `SIGHUP`.
    ///   - onSignal: gets the number, on the queue.
    package init(_ numbers: [Int32], on queue: DispatchQueue, onSignal: @escaping @Sendable (Int32) -> Void) {
        sources = numbers.map { number in
            // Without this the default action still takes place.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler { onSignal(number) }
            source.activate()
            return source
        }
    }

    deinit {
        cancel()
    }

    package func cancel() {
        for source in sources { source.cancel() }
    }

    /// Makes writing to a closed pipe or socket an error instead of the end of the process.
    package static func ignoreBrokenPipes() {
        signal(SIGPIPE, SIG_IGN)
    }
}
