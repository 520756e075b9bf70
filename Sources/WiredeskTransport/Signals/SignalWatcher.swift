import Dispatch
import Glibc

/// Turns signals into calls on a queue, instead of the end of the process.
package final class SignalWatcher: Sendable {
    private let numbers: [Int32]

    /// Watches from the moment this returns until it is cancelled or released; after that the signals are ignored,
    /// since whoever watches for SIGTERM is on the way out by then. A signal has one watcher at a time.
    ///
    /// - Parameters:
    ///   - numbers: such as `SIGTERM`, `SIGINT`, `SIGHUP`.
    ///   - onSignal: gets the number, on the queue.
    package init(_ numbers: [Int32], on queue: DispatchQueue, onSignal: @escaping @Sendable (Int32) -> Void) {
        self.numbers = numbers
        for number in numbers {
            SignalPipe.shared.watch(number) { queue.async { onSignal(number) } }
        }
    }

    deinit {
        cancel()
    }

    package func cancel() {
        for number in numbers { SignalPipe.shared.ignore(number) }
    }

    /// Makes writing to a closed pipe or socket an error instead of the end of the process.
    package static func ignoreBrokenPipes() {
        signal(SIGPIPE, SIG_IGN)
    }
}
