import CWiredeskKernels

/// Reads the words of texts one after the other into the same memory.
struct BlockTextReader {
    /// Bytes of a block in which phrases are looked for: what stands in the middle of a sentence says nothing.
    private static let reach: Int64 = 128

    /// Room for the words of the longest text so far, at least.
    private var words: [UInt32] = []

    /// Reads a stretch of a text.
    @inline(__always)
    mutating func read<Result>(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (BlockText) -> Result
    ) -> Result {
        // A word has a byte at least.
        if words.count < range.count { words = [UInt32](repeating: 0, count: max(1024, range.count * 2)) }
        return words.withUnsafeMutableBufferPointer { words in
            var counts = wiredesk_block_text()
            if let start = text.baseAddress, let words = words.baseAddress {
                wiredesk_read_block(
                    start, Int64(text.count), Int64(range.lowerBound), Int64(range.upperBound), Self.reach,
                    &counts, words)
            }
            return body(
                BlockText(counts: counts, words: UnsafeBufferPointer(rebasing: words.prefix(Int(counts.words)))))
        }
    }

    /// Reads a text by itself.
    mutating func read<Result>(_ text: [UInt8], _ body: (BlockText) -> Result) -> Result {
        text.withUnsafeBufferPointer { read($0, 0..<$0.count, body) }
    }
}
