import Glibc

/// One line on standard error that says how far a job is, when a person is there to see it.
struct ProgressMeter {
    private let isShown: Bool
    private let start = ContinuousClock.now
    private let before: Int
    private var done = 0
    private var failed = 0
    private var nextUpdate = ContinuousClock.now

    private static let interval = Duration.milliseconds(200)

    /// - Parameters:
    ///   - done: lines done in earlier runs.
    ///   - output: where the answers go.
    init(done: Int, output: Int32) {
        before = done
        // Answers that scroll by on the same terminal are progress enough.
        isShown = isatty(STDERR_FILENO) == 1 && isatty(output) == 0
    }

    mutating func add(isFailure: Bool) {
        done += 1
        if isFailure { failed += 1 }
        guard isShown, done & 15 == 0, ContinuousClock.now >= nextUpdate else { return }
        nextUpdate = .now + Self.interval
        show(end: "")
    }

    func finish() {
        if isShown { show(end: "\n") }
    }

    private func show(end: String) {
        let components = (ContinuousClock.now - start).components
        let seconds = Double(components.seconds) + Double(components.attoseconds) * 1e-18
        let rate = seconds > 0 ? Int(Double(done) / seconds) : 0
        var line = "\r\u{1B}[K\(Quantity.of(before + done, "line")), \(Quantity.grouped(failed)) failed, "
        line += "\(Quantity.grouped(rate))/s\(end)"
        line.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
