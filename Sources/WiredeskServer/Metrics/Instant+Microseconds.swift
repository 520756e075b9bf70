extension ContinuousClock.Instant {
    /// Whole microseconds from then to now.
    var microsecondsSince: Int {
        let spent = (ContinuousClock.now - self).components
        return Int(spent.seconds) * 1_000_000 + Int(spent.attoseconds / 1_000_000_000_000)
    }
}
