/// Why a file that the server reads at its start and on SIGHUP cannot be used. It names the file, and never shows what is in it.
struct ServiceFileError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
