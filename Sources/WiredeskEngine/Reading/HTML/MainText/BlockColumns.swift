import CWiredeskKernels

/// The rows of up to `capacity` blocks that follow one another, and of a few before and after them.
///
/// Rows are written some hundreds at a time: those of a page of a million blocks would fill the memory. Rows of blocks
/// that are not there are zeros.
struct BlockColumns {
    /// Blocks that are scored at once, and how far around them trees look.
    static let capacity = 256
    static let reach = 8

    private static let stride = Int(WIREDESK_COLUMN_STRIDE)

    private var bytes = [UInt8](repeating: 0, count: BlockColumn.allCases.count * BlockColumns.stride)

    /// Empties all rows and shows those of some blocks and of their neighbours, to be written.
    mutating func write(_ blocks: Range<Int>, of count: Int, _ body: (_ row: BlockRow, _ block: Int) -> Void) {
        bytes.withUnsafeMutableBufferPointer { bytes in
            bytes.update(repeating: 0)
            Self.visit(blocks, of: count, bytes, body)
        }
    }

    /// Shows the same rows again, to be written on.
    mutating func writeOn(_ blocks: Range<Int>, of count: Int, _ body: (_ row: BlockRow, _ block: Int) -> Void) {
        bytes.withUnsafeMutableBufferPointer { Self.visit(blocks, of: count, $0, body) }
    }

    private static func visit(
        _ blocks: Range<Int>, of count: Int, _ bytes: UnsafeMutableBufferPointer<UInt8>,
        _ body: (_ row: BlockRow, _ block: Int) -> Void
    ) {
        precondition(blocks.count <= capacity)
        guard let base = bytes.baseAddress else { return }
        for block in max(0, blocks.lowerBound - reach)..<min(count, blocks.upperBound + reach) {
            body(BlockRow(first: base + reach + block - blocks.lowerBound), block)
        }
    }

    /// Shows the rows from the one of the first block on.
    func read(_ body: (_ rows: UnsafePointer<UInt8>) -> Void) {
        bytes.withUnsafeBufferPointer { bytes in
            if let base = bytes.baseAddress { body(base + Self.reach) }
        }
    }
}
