/// Finds out how much of a text each of up to three others says, by the hashes of its stretches of letters and digits.
struct ShingleIndex {
    /// How many stretches a text has, and how many of them each of the indexed texts has too.
    struct Overlap {
        var shingles = 0
        var shared: (Int, Int, Int) = (0, 0, 0)
    }

    /// Whether each of the texts has any stretch.
    let holds: (Bool, Bool, Bool)

    /// Open addressing. The lowest three bits of a slot say which texts have the hash that the others are; 0 for an
    /// empty one.
    private var slots: [UInt64]
    /// A bit for each possible beginning of a hash, set where an indexed one begins so: most hashes that are looked up
    /// are in none of the texts, and this stays in the processor's first cache.
    private var filter: [UInt64]
    private let slotShift: UInt64
    private let filterShift: UInt64
    private var shingles = Shingles()

    init(_ first: [UInt8], _ second: [UInt8], _ third: [UInt8]) {
        let hashes = [first, second, third].map { text in
            var shingles = Shingles()
            return text.withUnsafeBufferPointer { shingles.read($0) { Array($0) } }
        }
        holds = (!hashes[0].isEmpty, !hashes[1].isEmpty, !hashes[2].isEmpty)
        let count = hashes.reduce(0) { $0 + $1.count }
        var bits: UInt64 = 6
        while 1 << bits < count * 4 { bits += 1 }
        slots = [UInt64](repeating: 0, count: 1 << bits)
        slotShift = 64 - bits
        filter = [UInt64](repeating: 0, count: 1 << (bits - 4))
        filterShift = 64 - (bits + 2)
        for (text, hashes) in hashes.enumerated() {
            for hash in hashes { insert(hash, flag: 1 << UInt64(text)) }
        }
    }

    private static func key(of hash: UInt64) -> UInt64 { hash & ~7 | 8 }

    private mutating func insert(_ hash: UInt64, flag: UInt64) {
        let bit = hash >> filterShift
        filter[Int(bit >> 6)] |= 1 << (bit & 63)
        var slot = Int(hash >> slotShift)
        while slots[slot] != 0, slots[slot] & ~7 != Self.key(of: hash) { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] |= Self.key(of: hash) | flag
    }

    mutating func overlap(of text: UnsafeBufferPointer<UInt8>) -> Overlap {
        let (slots, filter, slotShift, filterShift) = (slots, filter, slotShift, filterShift)
        return shingles.read(text) { hashes in
            var overlap = Overlap(shingles: hashes.count)
            filter.withUnsafeBufferPointer { filter in
                for hash in hashes {
                    let bit = hash &>> filterShift
                    guard filter[Int(truncatingIfNeeded: bit >> 6)] & 1 << (bit & 63) != 0 else { continue }
                    let flags = Self.flags(of: hash, in: slots, from: Int(truncatingIfNeeded: hash &>> slotShift))
                    overlap.shared.0 += Int(flags & 1)
                    overlap.shared.1 += Int(flags >> 1 & 1)
                    overlap.shared.2 += Int(flags >> 2 & 1)
                }
            }
            return overlap
        }
    }

    /// Which texts have the hash, 0 for none.
    private static func flags(of hash: UInt64, in slots: [UInt64], from start: Int) -> UInt64 {
        let key = key(of: hash)
        var slot = start
        while slots[slot] != 0 {
            if slots[slot] & ~7 == key { return slots[slot] & 7 }
            slot = (slot + 1) & (slots.count - 1)
        }
        return 0
    }
}
