import Foundation
import Testing

/// The real executable, which the build puts beside the test bundle.
enum Program {
    static let path: String = {
        let bundle = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        return bundle.deletingLastPathComponent().appendingPathComponent("wiredesk").path
    }()

    /// The repository's root.
    static let root: String = {
        var url = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { url.deleteLastPathComponent() }
        return url.path
    }()

    static func example(_ name: String) -> String { "\(root)/Examples/\(name)" }

    static let articles = [
        "ferry.html", "bakery.txt", "opinion.txt", "dam.txt", "muzeum.iso-8859-2.html", "windpark.de.html",
        "maktaba.ar.html", "letters.txt",
    ]

    static func run(_ arguments: String..., input: String = "") throws -> ProgramRun {
        try run(arguments, input: input)
    }

    static func run(_ arguments: [String], input: String = "") throws -> ProgramRun {
        try start(path, arguments, input: input)
    }

    /// Runs a script in which `$WIREDESK` is the executable and `$EXAMPLES` the folder of examples, in a folder of its
    /// own that is removed again.
    static func script(_ script: String) throws -> ProgramRun {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        return try start("/bin/bash", ["-c", "set -euo pipefail; cd '\(folder.path)'\n\(script)"])
    }

    private static func start(_ path: String, _ arguments: [String], input: String = "") throws -> ProgramRun {
        // Files cannot fill up as pipes do, so nothing has to read while the process runs.
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try input.write(toFile: "\(folder.path)/in", atomically: false, encoding: .utf8)
        var environment: [String] = []
        for (name, value) in ProcessInfo.processInfo.environment
        where !["NO_COLOR", "COLUMNS", "WIREDESK_SERVER", "TERM"].contains(name) {
            environment.append("\(name)=\(value)")
        }
        environment += ["WIREDESK=\(Program.path)", "EXAMPLES=\(root)/Examples", "TERM=xterm"]

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "\(folder.path)/in", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "\(folder.path)/out", O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, "\(folder.path)/err", O_WRONLY | O_CREAT, 0o600)
        var argv = ([path] + arguments).map { strdup($0) } + [nil]
        var envp = environment.map { strdup($0) } + [nil]
        defer { (argv + envp).forEach { free($0) } }
        var process: pid_t = 0
        let failure = posix_spawn(&process, path, &actions, nil, &argv, &envp)
        try #require(failure == 0, "\(path): \(String(cString: strerror(failure)))")
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        return ProgramRun(
            // As a shell counts it: an exit code, or 128 and the signal.
            status: status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F),
            output: Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/out"))),
            errors: try String(contentsOfFile: "\(folder.path)/err", encoding: .utf8))
    }
}
