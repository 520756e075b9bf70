/// A value that can only be reached with its lock held.
///
/// Safe to share: every access to `value` goes through `withLock`, and the value is moved in, not shared.
package final class Locked<Value>: @unchecked Sendable {
    private let lock = Lock()
    private var value: Value

    package init(_ value: sending Value) {
        self.value = value
    }

    package func withLock<Result, Failure: Error>(
        _ body: (inout sending Value) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
        lock.acquire()
        defer { lock.release() }
        return try body(&value)
    }
}
