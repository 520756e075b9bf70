import WiredeskModel

/// What a job answers with one line: a line as it was read, or a file of a folder.
struct InputLine: Sendable {
    enum Content: Sendable {
        /// Without its end.
        case line([UInt8])
        /// Longer than a line may be.
        case longLine
        /// A file by its name in the folder, with its bytes or why it has none.
        case file(name: String, Result<[UInt8], WiredeskError>)
    }

    /// From 1, empty lines counted.
    let number: Int
    let content: Content

    /// Bytes that it holds while it waits.
    var cost: Int {
        switch content {
        case .line(let bytes), .file(_, .success(let bytes)): bytes.count
        case .longLine, .file: 0
        }
    }
}
