import ArgumentParser
import WiredeskProtocol
import WiredeskServer
import WiredeskTransport

/// Whom the server serves.
struct AccessArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            A file of tokens, one a line: NAME SECRET [requests=N] [bytes=N], the rates per second. Whoever comes over \
            TCP then has to prove one. Nobody but the file's owner may have rights to it.
            """, valueName: "file"))
    var tokenFile: String?

    func apply(to configuration: inout ServerConfiguration) throws {
        configuration.tokens = try tokens
    }

    /// The tokens of the file as it is now; nil when none is named.
    var tokens: TokenSet? {
        get throws {
            guard let tokenFile else { return nil }
            guard MessageAuthentication.isAvailable else {
                Diagnostic.print("--token-file needs a build with OpenSSL (the package's trait TLS)")
                throw ExitStatus.usage
            }
            do throws(SecretFile.Failure) {
                let text = try SecretFile.read(tokenFile)
                do throws(TokenFile.Failure) {
                    return TokenSet(try TokenFile(parsing: text).tokens)
                } catch {
                    Diagnostic.print("\(tokenFile): \(error)")
                }
            } catch {
                Diagnostic.print("\(error)")
            }
            throw ExitStatus.usage
        }
    }
}
