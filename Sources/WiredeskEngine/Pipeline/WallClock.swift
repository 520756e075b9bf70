import Glibc

/// The system's time of day.
enum WallClock {
    /// Seconds since 1970-01-01T00:00:00Z.
    static func secondsSinceEpoch() -> Int { time(nil) }
}
