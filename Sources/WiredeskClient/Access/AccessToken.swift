import WiredeskModel
import WiredeskProtocol
import WiredeskTransport

/// A token that a client proves to a server that asks for one (protocol.md, "Authentication"). The secret itself is
/// never sent, and printing a token does not show it.
public struct AccessToken: Sendable, Hashable, CustomStringConvertible {
    let token: Token

    /// Reads the first token of a file, `NAME SECRET` in a line of its own. The file must be its owner's alone.
    ///
    /// - Throws: `unauthenticated` when the file cannot be read, others may read it, or it holds no token.
    public init(file path: String) throws(WiredeskError) {
        let bytes: [UInt8]
        do throws(SecretFile.Failure) {
            bytes = try SecretFile.read(path)
        } catch {
            throw WiredeskError(.unauthenticated, "\(error)")
        }
        do throws(TokenFile.Failure) {
            token = try TokenFile(parsing: bytes).tokens[0]
        } catch {
            throw WiredeskError(.unauthenticated, "\(path): \(error)")
        }
    }

    /// A token that comes from somewhere else, such as a keyring.
    ///
    /// - Parameters:
    ///   - name: as the server knows it.
    ///   - secret: the characters of the server's token file, as bytes.
    public init(name: String, secret: [UInt8]) {
        token = Token(name: name, secret: Secret(secret))
    }

    /// The name, without the secret.
    public var name: String { token.name }

    public var description: String { name }
}
