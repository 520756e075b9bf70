/// The trace that the requests of a task belong to.
///
/// ```swift
/// try await TraceContext.$traceparent.withValue("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01") {
///     try await pool.analyze(page)
/// }
/// ```
///
/// It goes with every request that the task and its child tasks make over a connection. The server writes it into the log
/// lines about a request that fails, and gives it back in the error, as `WiredeskError.trace`.
public enum TraceContext {
    /// A W3C `traceparent`: 1 to 128 printable ASCII characters without a space. Anything else is not sent, because a
    /// trace must never be what a request fails for.
    @TaskLocal public static var traceparent: String?
}
