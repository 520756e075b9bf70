/// Why a file of tokens, a certificate or a key cannot be used. It names the file, and never shows what is in it.
struct AccessFileError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
