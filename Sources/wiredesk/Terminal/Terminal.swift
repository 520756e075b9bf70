import Glibc

/// What the text form may assume of the place it is printed to.
struct Terminal {
    /// Columns to fill at most: no wider than is good to read.
    let columns: Int
    let hasColor: Bool

    private static let standardColumns = 80
    private static let mostColumns = 100

    init(descriptor: Int32, color: ColorChoice) {
        let isTerminal = isatty(descriptor) == 1
        switch color {
        case .always: hasColor = true
        case .never: hasColor = false
        case .auto:
            hasColor = isTerminal && Self.variable("NO_COLOR") == nil && Self.variable("TERM") != "dumb"
        }
        var size = winsize()
        var columns = Self.variable("COLUMNS").flatMap { Int($0) } ?? 0
        if columns <= 0, isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 { columns = Int(size.ws_col) }
        if columns <= 0 { columns = Self.standardColumns }
        self.columns = min(max(columns, 20), Self.mostColumns)
    }

    /// A fixed place, for tests.
    init(columns: Int, hasColor: Bool) {
        self.columns = columns
        self.hasColor = hasColor
    }

    /// An environment variable that is set to something.
    private static func variable(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }
}
