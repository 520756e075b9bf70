import Foundation
package import WiredeskModel

/// One file of Tests/Vectors: bytes and what they mean. The README beside them says how to read them.
package struct GoldenVector: Sendable, CustomStringConvertible {
    /// Group and file name.
    package var description: String
    /// `key: value` lines at the top.
    package var header: [String: String]
    package var bytes: [UInt8]
    /// The outcome.
    package var expected: JSONValue

    package struct Unreadable: Error {
        var file: String
        var reason: String
    }

    /// Every vector that is to be read in this way (`frames`, `server`, …), in the order of their names.
    package static func all(as reading: String) throws -> [GoldenVector] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Vectors")
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
        let vectors = try (files ?? []).filter { $0.pathExtension == "hex" }.map { try GoldenVector($0) }
        return vectors.filter { $0.header["as"] == reading }.sorted { $0.description < $1.description }
    }

    private init(_ file: URL) throws {
        let name = file.deletingPathExtension().pathComponents.suffix(2).joined(separator: "/")
        description = name
        header = [:]
        bytes = []
        var isHeader = true
        for line in try String(contentsOf: file, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        {
            isHeader = isHeader && line.hasPrefix("#")
            if isHeader, let colon = line.firstIndex(of: ":") {
                let key = line[..<colon].dropFirst().trimmingCharacters(in: .whitespaces)
                header[key] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            }
            for word in line.prefix(while: { $0 != "#" }).split(whereSeparator: \.isWhitespace) {
                let parts = word.split(separator: "*")
                guard let byte = UInt8(parts[0], radix: 16), let count = parts.count == 1 ? 1 : Int(parts[1]) else {
                    throw Unreadable(file: name, reason: "\(word) is no byte")
                }
                bytes.append(contentsOf: repeatElement(byte, count: count))
            }
        }
        guard let expectation = header["expect"] else { throw Unreadable(file: name, reason: "no expectation") }
        expected = try JSONReader.decode(from: Array(expectation.utf8))
    }
}

extension JSONValue {
    package var integer: Int? {
        if case .integer(let value) = self { value } else { nil }
    }

    package var boolean: Bool? {
        if case .boolean(let value) = self { value } else { nil }
    }
}
