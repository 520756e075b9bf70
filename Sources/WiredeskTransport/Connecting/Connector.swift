import Dispatch
import Glibc

/// Opens connections to an address without blocking a thread on the network.
package enum Connector {
    /// Gives a connected, non-blocking descriptor, which the caller owns.
    ///
    /// A host with several addresses is tried at each in turn, with its share of the time. Cancelling the task ends
    /// the wait with `cancelled`.
    package static func connect(
        to address: Address, timeout: Duration, timers: TimerWheel = .shared
    ) async throws(TransportError) -> Int32 {
        let attempt = ConnectionAttempt(to: address, timeout: timeout, timers: timers)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                attempt.start { continuation.resume(returning: $0) }
            }
        } onCancel: {
            attempt.cancel()
        }
        return try result.get()
    }
}
