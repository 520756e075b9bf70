import Glibc

/// A file, pipe or terminal to read from.
struct InputFile: Sendable {
    let descriptor: Int32
    /// Whether it is to be inflated on the way.
    var isGzip = false

    /// Opens a file, compressed if its name ends in `.gz`, or takes standard input for `-`.
    static func open(_ path: String) throws(InputFailure) -> InputFile {
        guard path != "-" else { return InputFile(descriptor: STDIN_FILENO) }
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw InputFailure(number: errno) }
        return InputFile(descriptor: descriptor, isGzip: path.hasSuffix(".gz"))
    }

    /// Bytes of the file, if it is one.
    var size: Int? {
        var information = stat()
        guard fstat(descriptor, &information) == 0, information.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(information.st_size)
    }

    /// How many bytes of the file were taken.
    var position: Int { lseek(descriptor, 0, SEEK_CUR) }
}
