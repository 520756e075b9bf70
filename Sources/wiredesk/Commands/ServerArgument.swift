import ArgumentParser
import WiredeskClient

/// Which server a command talks to.
struct ServerArgument: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            The server: wiredesk://host:port, wiredesks://host:port (TLS) or wiredesk+unix:/path. \
            (default: WIREDESK_SERVER, or \(fallback))
            """, valueName: "uri"))
    var server: ServerAddress?

    private static let fallback = "wiredesk://127.0.0.1:\(ServerAddress.defaultPort)"

    var address: ServerAddress {
        get throws {
            try server ?? DeskChoice.fromEnvironment() ?? ServerAddress(Self.fallback)!
        }
    }
}
