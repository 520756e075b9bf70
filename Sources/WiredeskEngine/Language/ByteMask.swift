import CWiredeskKernels

/// Which bytes of a text are in a set, one bit each: the end of a run of such bytes, or the next of them, is found
/// without a step for each byte.
struct ByteMask {
    private let words: [UInt64]
    private let count: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ set: ByteSet) {
        count = bytes.count
        guard let base = bytes.baseAddress, !bytes.isEmpty else {
            words = []
            return
        }
        words = [UInt64](unsafeUninitializedCapacity: (bytes.count + 63) / 64) { words, count in
            guard let start = words.baseAddress else { return }
            wiredesk_byte_mask(base, bytes.count, set.low, set.high, start)
            count = words.count
        }
    }

    @inline(__always)
    func contains(_ index: Int) -> Bool { index < count && words[index >> 6] >> UInt64(index & 63) & 1 != 0 }

    /// The first byte of the set at an index or behind it, or the end, past which nothing is looked at.
    @inline(__always)
    func next(from index: Int, before end: Int) -> Int { first(from: index, before: end, inverted: 0) }

    /// The first byte that is not of the set at an index or behind it, or the number of bytes.
    @inline(__always)
    func endOfRun(from index: Int) -> Int { first(from: index, before: count, inverted: ~0) }

    @inline(__always)
    private func first(from index: Int, before end: Int, inverted: UInt64) -> Int {
        guard index < end else { return end }
        var word = index >> 6
        var bits = (words[word] ^ inverted) >> UInt64(index & 63)
        if bits != 0 { return min(end, index + bits.trailingZeroBitCount) }
        repeat {
            word += 1
            guard word << 6 < end else { return end }
            bits = words[word] ^ inverted
        } while bits == 0
        return min(end, word << 6 + bits.trailingZeroBitCount)
    }
}
