import ArgumentParser
import Glibc
import WiredeskClient

/// Picks the desk that the arguments and the environment ask for.
enum DeskChoice {
    /// The servers named, or that of `WIREDESK_SERVER`, or the engine in this process.
    static func desk(
        servers: [ServerAddress], connection: PoolArguments, timeout: Duration?
    ) throws -> any Desk {
        let servers = try servers.isEmpty ? fromEnvironment().map { [$0] } ?? [] : servers
        guard !servers.isEmpty else { return LocalDesk(timeout: timeout) }
        return RemoteDesk(
            servers: servers, configuration: try connection.configuration, timeout: timeout,
            observer: connection.isVerbose ? ConnectionDiary.write : nil)
    }

    /// The server of `WIREDESK_SERVER`, if it is set.
    static func fromEnvironment() throws -> ServerAddress? {
        guard let value = getenv("WIREDESK_SERVER").map({ String(cString: $0) }), !value.isEmpty else { return nil }
        guard let address = ServerAddress(value) else {
            throw ValidationError("WIREDESK_SERVER is no server's URI: \(value)")
        }
        return address
    }
}

extension ServerAddress: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
