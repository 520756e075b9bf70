/// Finds out whether a text says what another says, by the hashes of its stretches of letters and digits.
struct ShingleSet {
    private var table: [UInt64]
    private let mask: Int
    let isEmpty: Bool

    init(_ text: [UInt8]) {
        var shingles = Shingles()
        text.withUnsafeBufferPointer { shingles.read($0) }
        // Most lookups find nothing: where three slots of four are empty, most end at the first.
        var slots = 16
        while slots < shingles.hashes.count * 4 { slots *= 2 }
        table = [UInt64](repeating: 0, count: slots)
        mask = slots - 1
        isEmpty = shingles.hashes.isEmpty
        for hash in shingles.hashes { insert(hash) }
    }

    private mutating func insert(_ hash: UInt64) {
        var slot = Self.slot(of: hash, mask)
        while table[slot] != 0 {
            if table[slot] == hash { return }
            slot = (slot + 1) & mask
        }
        table[slot] = hash
    }

    /// The share of the shingles that the set has. Nil where there are none.
    func share(of shingles: Shingles) -> Float? {
        guard !shingles.hashes.isEmpty else { return nil }
        var found = 0
        table.withUnsafeBufferPointer { table in
            for hash in shingles.hashes {
                var slot = Self.slot(of: hash, mask)
                while table[slot] != 0 {
                    if table[slot] == hash {
                        found += 1
                        break
                    }
                    slot = (slot + 1) & mask
                }
            }
        }
        return Float(found) / Float(shingles.hashes.count)
    }

    @inline(__always)
    private static func slot(of hash: UInt64, _ mask: Int) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 32) & mask }
}
