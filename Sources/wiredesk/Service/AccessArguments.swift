import ArgumentParser
import WiredeskProtocol
import WiredeskServer
import WiredeskTransport

/// Whom the server serves, and how it proves who it is.
struct AccessArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            A file of tokens, one a line: NAME SECRET [requests=N] [bytes=N], the rates per second. Whoever comes over \
            TCP then has to prove one. Nobody but the file's owner may have rights to it.
            """, valueName: "file"))
    var tokenFile: String?

    @Option(
        name: .customLong("tls-cert"),
        help: ArgumentHelp(
            "PEM file of the server's certificate and its chain: TLS 1.3 over TCP.", valueName: "file"))
    var certificateFile: String?

    @Option(
        name: .customLong("tls-key"),
        help: ArgumentHelp(
            "PEM file of its private key. Nobody but the file's owner may have rights to it.", valueName: "file"))
    var keyFile: String?

    @Option(
        name: .customLong("tls-client-ca"),
        help: ArgumentHelp(
            "PEM file of authorities: clients have to show a certificate that one of them has signed.",
            valueName: "file"))
    var clientCAFile: String?

    @Option(
        name: .customLong("allow-uid"),
        help: ArgumentHelp(
            "A user, by number, who may come over Unix sockets besides the server's own; may be given more than once.",
            valueName: "uid"))
    var allowedUsers: [UInt32] = []

    @Option(
        name: .customLong("proxy-from"),
        help: ArgumentHelp(
            """
            Proxies, by numeric address or range (10.0.0.0/8), with commas between: their connections over TCP have to \
            begin with a PROXY header of version 2, which says for whom they are.
            """, valueName: "addresses"))
    var proxies: TrustedProxies?

    @Flag(help: "Listen without tokens or client certificates on addresses that other machines reach.")
    var insecure = false

    func validate() throws {
        if (certificateFile == nil) != (keyFile == nil) {
            throw ValidationError("--tls-cert and --tls-key go together.")
        }
        if clientCAFile != nil, certificateFile == nil {
            throw ValidationError("--tls-client-ca needs --tls-cert and --tls-key.")
        }
    }

    /// Reads the files that are named; what cannot be used is complained of and ends the program.
    func apply(to configuration: inout ServerConfiguration) throws {
        do {
            configuration.tokens = try tokens()
            configuration.tls = try tls()
        } catch {
            Diagnostic.print("\(error)")
            throw ExitStatus.usage
        }
        configuration.allowedUsers = Set(allowedUsers)
        configuration.allowsStrangers = insecure
        if let proxies { configuration.proxies = proxies }
    }

    /// The tokens of the file as it is now; nil when none is named.
    func tokens() throws(ServiceFileError) -> TokenSet? {
        guard let tokenFile else { return nil }
        guard MessageAuthentication.isAvailable else { throw ServiceFileError("\(tokenFile): \(TLSError.unavailable)") }
        let text: [UInt8]
        do throws(SecretFile.Failure) {
            text = try SecretFile.read(tokenFile)
        } catch {
            throw ServiceFileError("\(error)")
        }
        do throws(TokenFile.Failure) {
            return TokenSet(try TokenFile(parsing: text).tokens)
        } catch {
            throw ServiceFileError("\(tokenFile): \(error)")
        }
    }

    /// TLS by the files as they are now; nil when none is named.
    func tls() throws(ServiceFileError) -> TLSContext? {
        guard let certificateFile, let keyFile else { return nil }
        do throws(TLSError) {
            let identity = TLSIdentity(certificateFile: certificateFile, keyFile: keyFile)
            return try TLSContext(server: identity, clientCAFile: clientCAFile)
        } catch {
            throw ServiceFileError("\(error)")
        }
    }
}

extension TrustedProxies: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
