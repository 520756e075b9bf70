import ArgumentParser

/// A number of bytes on the command line: `65536`, `64KiB`, `8MiB`, `1GiB`.
struct ByteCount: ExpressibleByArgument {
    let bytes: Int

    init?(argument: String) {
        let digits = argument.prefix { $0.isASCII && $0.isNumber }
        let shift: Int
        switch argument.dropFirst(digits.count) {
        case "": shift = 0
        case "KiB": shift = 10
        case "MiB": shift = 20
        case "GiB": shift = 30
        default: return nil
        }
        guard let number = Int(digits), number > 0, number <= (1 << 40) >> shift else { return nil }
        bytes = number << shift
    }
}
