import Logging
import WiredeskTransport

/// Logs to standard error at a level that can change while the program runs.
struct AdjustableLogHandler: LogHandler {
    /// The level that all handlers of a program share.
    final class Level: Sendable {
        private let level: Locked<Logger.Level>

        init(_ level: Logger.Level) {
            self.level = Locked(level)
        }

        var value: Logger.Level {
            get { level.withLock { $0 } }
            set { level.withLock { $0 = newValue } }
        }
    }

    private var output: any LogHandler
    private let level: Level

    init(label: String, level: Level, format: LogFormat) {
        output = format == .json ? JSONLogHandler() : StreamLogHandler.standardError(label: label)
        // What is logged is decided here.
        output.logLevel = .trace
        self.level = level
    }

    var logLevel: Logger.Level {
        get { level.value }
        set { level.value = newValue }
    }

    var metadata: Logger.Metadata {
        get { output.metadata }
        set { output.metadata = newValue }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { output[metadataKey: key] }
        set { output[metadataKey: key] = newValue }
    }

    func log(event: LogEvent) {
        output.log(event: event)
    }
}
