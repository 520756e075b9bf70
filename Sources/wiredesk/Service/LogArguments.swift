import ArgumentParser
import Glibc
import Logging

/// What the server logs.
struct LogArguments: ParsableArguments {
    @Option(help: "What to log: trace, debug, info, notice, warning, error or critical.")
    var logLevel = Logger.Level.info

    @Option(help: "How: text, for people, or json, one object a line.")
    var logFormat = LogFormat.text

    @Option(
        help: ArgumentHelp(
            "A file with the level's name, which outweighs --log-level; read again on SIGHUP.", valueName: "file"))
    var logLevelFile: String?

    /// The level as it is now.
    func level() throws(ServiceFileError) -> Logger.Level {
        guard let logLevelFile else { return logLevel }
        guard let file = fopen(logLevelFile, "re") else {
            throw ServiceFileError("cannot read \(logLevelFile): \(Diagnostic.describe(errno))")
        }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 32)
        _ = fgets(&line, Int32(line.count), file)
        let name = String(decoding: line.prefix { $0 != 0 && $0 > 0x20 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard let level = Logger.Level(rawValue: name) else {
            throw ServiceFileError("\(logLevelFile) holds no log level")
        }
        return level
    }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
