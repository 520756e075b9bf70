import ArgumentParser
import Glibc
import WiredeskClient

/// How a command and a server prove to each other who they are.
struct ConnectionArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A file with the token that the server asks for, NAME SECRET. (default: WIREDESK_TOKEN_FILE)",
            valueName: "file"))
    var tokenFile: String?

    @Option(
        help: ArgumentHelp(
            "PEM file of the authorities that may vouch for the server. (default: the system's)", valueName: "file"))
    var tlsCA: String?

    @Option(help: ArgumentHelp("PEM file of a certificate to show to the server.", valueName: "file"))
    var tlsCert: String?

    @Option(help: ArgumentHelp("PEM file of its private key.", valueName: "file"))
    var tlsKey: String?

    func validate() throws {
        if (tlsCert == nil) != (tlsKey == nil) { throw ValidationError("--tls-cert and --tls-key go together.") }
    }

    var tls: TLSSettings {
        var settings = TLSSettings()
        settings.authoritiesFile = tlsCA
        settings.certificateFile = tlsCert
        settings.keyFile = tlsKey
        return settings
    }

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
            configuration.tls = tls
            return configuration
        }
    }

    private var namedTokenFile: String? {
        if let tokenFile { return tokenFile }
        let value = getenv("WIREDESK_TOKEN_FILE").map { String(cString: $0) }
        return value?.isEmpty == false ? value : nil
    }
}
