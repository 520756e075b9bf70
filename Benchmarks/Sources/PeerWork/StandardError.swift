import Glibc

/// Where a server says that it listens.
package enum StandardError {
    package static func print(_ line: String) {
        let line = line + "\n"
        _ = write(STDERR_FILENO, line, line.utf8.count)
    }
}
