/// The text of a token file: one token a line, `NAME SECRET [requests=N] [bytes=N]`, the rates per second. Empty lines
/// and those that begin with `#` say nothing.
package struct TokenFile: Sendable {
    /// What is wrong with the text, and in which line. It never says what stands there: that may be a secret.
    package struct Failure: Error, Hashable, CustomStringConvertible {
        package var line: Int
        package var reason: String

        package var description: String { line > 0 ? "line \(line): \(reason)" : reason }
    }

    /// Characters of a secret. Below, someone who has seen one handshake could try them all.
    package static let secretLengths = 16...1024
    package static let longestName = 64
    /// The highest rate.
    package static let highestRate = 1 << 40

    /// In the order of their lines, at least one.
    package private(set) var tokens: [Token] = []

    package init(parsing text: [UInt8]) throws(Failure) {
        var names: Set<String> = []
        for (index, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let words = line.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
            guard let first = words.first, first.first != 0x23 else { continue }
            let token = try Self.token(words, line: index + 1)
            guard names.insert(token.name).inserted else {
                throw Failure(line: index + 1, reason: "the name \(token.name) is taken already")
            }
            tokens.append(token)
        }
        guard !tokens.isEmpty else { throw Failure(line: 0, reason: "there is no token in it") }
    }

    private static func token(_ words: [ArraySlice<UInt8>], line: Int) throws(Failure) -> Token {
        guard words[0].count <= longestName, words[0].allSatisfy(isNameCharacter) else {
            throw Failure(
                line: line, reason: "a name is 1 to \(longestName) letters, digits, dots, hyphens and underscores")
        }
        guard words.count > 1 else { throw Failure(line: line, reason: "no secret behind the name") }
        guard secretLengths.contains(words[1].count), words[1].allSatisfy({ (0x21..<0x7F).contains($0) }) else {
            throw Failure(
                line: line,
                reason: "a secret is \(secretLengths.lowerBound) to \(secretLengths.upperBound) printable characters")
        }
        var token = Token(name: String(decoding: words[0], as: UTF8.self), secret: Secret(Array(words[1])))
        for word in words[2...] {
            let parts = word.split(separator: 0x3D, maxSplits: 1).map { String(decoding: $0, as: UTF8.self) }
            guard parts.count == 2, let rate = Int(parts[1]), (1...highestRate).contains(rate) else {
                throw Failure(line: line, reason: "behind the secret may stand requests=N and bytes=N, per second")
            }
            switch parts[0] {
            case "requests": token.requestsPerSecond = rate
            case "bytes": token.bytesPerSecond = rate
            default: throw Failure(line: line, reason: "behind the secret may stand requests=N and bytes=N, per second")
            }
        }
        return token
    }

    private static func isNameCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
        default: false
        }
    }
}
