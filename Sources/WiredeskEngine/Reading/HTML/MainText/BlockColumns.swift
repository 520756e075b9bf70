import CWiredeskKernels

/// The rows of up to `capacity` blocks that follow one another, and of a few before and after them.
///
/// Rows are written some hundreds at a time: those of a page of a million blocks would fill the memory. Rows of blocks
/// that are not there are zeros.
struct BlockColumns {
    /// Blocks that are scored at once, and how far around them trees look.
    static let capacity = 432
    static let reach = Int(WIREDESK_TREE_REACH)

    private static let step = Int(WIREDESK_COLUMN_STRIDE)

    /// Only those are ever written and read that stand for a block or for one that is not there.
    private var bytes: [UInt8]
    private let blocks: Range<Int>
    private let count: Int

    /// - Parameters:
    ///   - blocks: whose rows are to be read.
    ///   - count: blocks of the page.
    init(_ blocks: Range<Int>, of count: Int) {
        precondition(blocks.count <= Self.capacity)
        let columns = BlockColumn.allCases.count
        bytes = [UInt8](unsafeUninitializedCapacity: columns * Self.step) { bytes, initialized in
            guard let base = UnsafeMutableRawPointer(bytes.baseAddress) else { return }
            for column in 0..<columns {
                let start = base + column * Self.step
                start.storeBytes(of: 0, as: UInt64.self)
                // Up to where the last blocks that are scored at once look.
                for offset in stride(from: 0, to: Self.reach + SymmetricTrees.lanes, by: 8) {
                    start.storeBytes(of: 0, toByteOffset: Self.reach + blocks.count + offset, as: UInt64.self)
                }
            }
            initialized = columns * Self.step
        }
        self.blocks = blocks
        self.count = count
    }

    /// Shows the rows of the blocks and of their neighbours, to be written.
    mutating func write(_ body: (_ row: BlockRow, _ block: Int) -> Void) {
        let visible = max(0, blocks.lowerBound - Self.reach)..<min(count, blocks.upperBound + Self.reach)
        let first = blocks.lowerBound - Self.reach
        bytes.withUnsafeMutableBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            for block in visible { body(BlockRow(first: base + block - first), block) }
        }
    }

    /// Shows the rows from `reach` before the first block's on.
    func read(_ body: (_ rows: UnsafePointer<UInt8>) -> Void) {
        bytes.withUnsafeBufferPointer { bytes in
            if let base = bytes.baseAddress { body(base) }
        }
    }
}
