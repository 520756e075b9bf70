import Glibc

/// Messages for people on standard error.
enum Diagnostic {
    /// Prints one line behind the program's name. What an article or a file name brought into the message cannot
    /// control the terminal.
    static func print(_ message: String) {
        var line = "wiredesk: \(TerminalText.safe(message))\n"
        line.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// The system's words for an error number.
    static func describe(_ number: Int32) -> String { String(cString: strerror(number)) }
}
