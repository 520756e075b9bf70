import Glibc

/// One line on standard error that says how far a job is, when a person is there to see it.
struct ProgressMeter {
    private let isShown: Bool
    private let input: InputProgress
    private let start = ContinuousClock.now
    private let before: Int
    private var done = 0
    private var failed = 0
    private var nextUpdate = ContinuousClock.now

    private static let interval = Duration.milliseconds(200)

    /// - Parameters:
    ///   - done: lines done in earlier runs.
    ///   - output: where the answers go.
    init(of input: InputProgress, done: Int, output: Int32) {
        self.input = input
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
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        var line = ProgressLine(done: before + done, failed: failed, rate: seconds > 0 ? Double(done) / seconds : 0)
        if let shares = input.shares {
            line.share = shares.all
            if end.isEmpty, shares.ofThisRun > 0 { line.secondsLeft = seconds * (1 - shares.all) / shares.ofThisRun }
        }
        var text = "\r\u{1B}[K\(line.text)\(end)"
        text.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
