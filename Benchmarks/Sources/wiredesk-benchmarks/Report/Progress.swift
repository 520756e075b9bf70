import Foundation

/// Tells who waits what is being measured.
enum Progress {
    static func say(_ text: String) {
        FileHandle.standardError.write(Data("  \(text)\n".utf8))
    }
}
