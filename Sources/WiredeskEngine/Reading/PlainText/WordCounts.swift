/// Counts hashes: an open-addressing table, because a dictionary would be most of the work.
struct WordCounts {
    /// Slots looked at for a hash. A text made so that its words collide gets some of them not counted, and no more work.
    private static let reach = 32

    private var keys: [UInt64]
    private var counts: [Int32]
    private let mask: Int

    /// - Parameter capacity: different hashes at most.
    init(capacity: Int) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        keys = [UInt64](repeating: 0, count: size)
        counts = [Int32](repeating: 0, count: size)
        mask = size - 1
    }

    mutating func count(_ key: UInt64) {
        guard let slot = slot(of: key) else { return }
        keys[slot] = key
        counts[slot] += 1
    }

    subscript(key: UInt64) -> Int { slot(of: key).map { Int(counts[$0]) } ?? 0 }

    /// Where the hash stands or would.
    private func slot(of key: UInt64) -> Int? {
        // Hashes of short texts that differ in a letter are alike in many of their bits.
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        for _ in 0..<Self.reach {
            if keys[slot] == 0 || keys[slot] == key { return slot }
            slot = (slot + 1) & mask
        }
        return nil
    }
}
