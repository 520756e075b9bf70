import Foundation

/// The pages that a benchmark reads.
enum PageFolder {
    /// The bytes of every `.html` and `.txt` in a folder, in the order of their names.
    static func read(_ path: String) throws -> [[UInt8]] {
        try FileManager.default.contentsOfDirectory(atPath: path).sorted()
            .filter { $0.hasSuffix(".html") || $0.hasSuffix(".txt") }
            .map { try [UInt8](Data(contentsOf: URL(fileURLWithPath: path).appendingPathComponent($0))) }
    }
}
