import ArgumentParser
import Glibc
import WiredeskClient

/// How a command proves to a server who it is.
struct ConnectionArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A file with the token that the server asks for, NAME SECRET. (default: WIREDESK_TOKEN_FILE)",
            valueName: "file"))
    var tokenFile: String?

    /// Reads the files that are named.
    var configuration: ClientConfiguration {
        get throws {
            var configuration = ClientConfiguration()
            do {
                configuration.token = try namedTokenFile.map { try AccessToken(file: $0) }
            } catch let error as WiredeskError {
                Diagnostic.print(error.message)
                throw ExitStatus.usage
            }
            return configuration
        }
    }

    private var namedTokenFile: String? {
        if let tokenFile { return tokenFile }
        let value = getenv("WIREDESK_TOKEN_FILE").map { String(cString: $0) }
        return value?.isEmpty == false ? value : nil
    }
}
