import Foundation

/// The pages that a benchmark reads.
enum PageFolder {
    /// Our own articles, which are shorter than what the web serves.
    static let examples = "Examples"

    /// The bytes of every `.html` and `.txt` in a folder, in the order of their names; there has to be one.
    static func read(_ path: String) throws -> [[UInt8]] {
        let pages = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
            .filter { $0.hasSuffix(".html") || $0.hasSuffix(".txt") }
            .map { try [UInt8](Data(contentsOf: URL(fileURLWithPath: path).appendingPathComponent($0))) }
        guard !pages.isEmpty else { throw BenchmarkError("no .html and no .txt in \(path)") }
        return pages
    }
}
