import Glibc
import Logging
import WiredeskModel

/// Logs one JSON object a line to standard error: `time` (RFC 3339, UTC), `level`, `message`, and the event's metadata
/// beside them, as strings.
struct JSONLogHandler: LogHandler {
    var logLevel = Logger.Level.trace
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        let metadata = metadata.merging(event.metadata ?? [:]) { _, new in new }
        let line = Self.line(
            time: time, level: event.level, message: event.message.description,
            metadata: metadata.mapValues(\.description))
        // One call, so that lines of several threads do not run into one another. A log that is gone stops nothing.
        _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    static func line(time: timespec, level: Logger.Level, message: String, metadata: [String: String]) -> [UInt8] {
        var fields = [("time", timestamp(time)), ("level", level.rawValue), ("message", message)]
        // What has a name of ours keeps it apart.
        let own = Set(fields.map(\.0))
        for (key, value) in metadata.sorted(by: { $0.key < $1.key }) {
            fields.append((own.contains(key) ? "event_" + key : key, value))
        }
        var line: [UInt8] = []
        for (key, value) in fields {
            line.append(UInt8(ascii: line.isEmpty ? "{" : ","))
            line += JSONWriter.encode(key)
            line.append(UInt8(ascii: ":"))
            line += JSONWriter.encode(value)
        }
        return line + Array("}\n".utf8)
    }

    private static func timestamp(_ time: timespec) -> String {
        var seconds = time.tv_sec
        var parts = tm()
        gmtime_r(&seconds, &parts)
        var text = [CChar](repeating: 0, count: 32)
        let count = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%S", &parts)
        let date = String(decoding: text[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let milliseconds = String(time.tv_nsec / 1_000_000)
        return date + "." + String(repeating: "0", count: 3 - milliseconds.count) + milliseconds + "Z"
    }
}
