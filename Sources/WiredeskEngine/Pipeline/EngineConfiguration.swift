/// Limits and surroundings of an `Engine`.
public struct EngineConfiguration: Sendable {
    /// Bytes of an HTML page at most. Default: 8 MiB.
    public var maximumHTMLBytes = 8 << 20
    /// Bytes of a plain text at most. Default: 1 MiB.
    public var maximumTextBytes = 1 << 20
    /// Time that one article may take. Default: 5 s.
    public var computeDeadline: Duration = .seconds(5)
    /// The day that no publication date may lie after, in seconds since 1970-01-01T00:00:00Z. Default: the clock.
    public var now: @Sendable () -> Int = { WallClock.secondsSinceEpoch() }

    public init() {}
}
