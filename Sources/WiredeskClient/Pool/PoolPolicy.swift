/// How a `ClientPool` spreads requests over its servers, and what it does when one fails.
public struct PoolPolicy: Sendable {
    /// Connections to each server. Default: 1, which carries as many requests at a time as the server gives credit for.
    public var connectionsPerServer = 1
    /// The least time that a server is left alone after it failed; each further failure in a row doubles it.
    /// Default: 100 ms.
    public var shortestEjection: Duration = .milliseconds(100)
    /// The longest time that a server is left alone. Default: 30 s.
    public var longestEjection: Duration = .seconds(30)
    /// How often every server is asked for a sign of life. Default: 5 s.
    public var healthInterval: Duration = .seconds(5)
    /// How long a sign of life may take before the connection is given up. Default: 2 s.
    public var healthTimeout: Duration = .seconds(2)
    /// The longest pause before a request's first retry; each further retry doubles it. Default: 50 ms.
    public var shortestPause: Duration = .milliseconds(50)
    /// The longest pause before any retry, unless the server names a longer one. Default: 2 s.
    public var longestPause: Duration = .seconds(2)
    /// Retries that a request pays for: 0.2 allows one retry for five requests. Default: 0.2.
    public var retriesPerRequest = 0.2
    /// Retries a second that are free. Default: 10.
    public var retriesPerSecond = 10.0
    /// Retries that may be saved up. Default: 100.
    public var savedRetries = 100.0
    /// After how long without an answer the request is also sent to another server, the first answer counting; only
    /// where the pool has one, and for a retry's price. Default: never.
    public var hedgeDelay: Duration?

    public init() {}
}
