/// Finds out how much of a text each of up to three others says, by the hashes of its stretches of three words (Broder,
/// 1997).
struct ShingleIndex {
    /// How many stretches a text has, and how many of them each of the indexed texts has too.
    struct Overlap {
        var shingles = 0
        var shared: (Int, Int, Int) = (0, 0, 0)
    }

    /// Words of a stretch.
    private static let length = 3

    /// Whether each of the texts has any stretch.
    let holds: (Bool, Bool, Bool)

    /// Open addressing. The lowest three bits of a slot say which texts have the hash that the others are; 0 for an
    /// empty one.
    private var slots: [UInt64]
    /// A bit for the beginning of each hash that is indexed: most hashes that are looked up are in none of the texts.
    private var filter: [UInt64]
    private let slotShift: UInt64
    private let filterShift: UInt64

    init(_ texts: [[UInt8]], reader: inout BlockTextReader) {
        let hashes = texts.map { text in reader.read(text) { Self.hashes($0.words) } }
        holds = (!hashes[0].isEmpty, !hashes[1].isEmpty, !hashes[2].isEmpty)
        let count = hashes.reduce(0) { $0 + $1.count }
        var bits: UInt64 = 6
        while 1 << bits < count * 2 { bits += 1 }
        slots = [UInt64](repeating: 0, count: 1 << bits)
        slotShift = 64 - bits
        filter = [UInt64](repeating: 0, count: 1 << (bits - 3))
        filterShift = 64 - (bits + 3)
        for (text, hashes) in hashes.enumerated() {
            for hash in hashes { insert(hash, flag: 1 << UInt64(text)) }
        }
    }

    private static func hashes(_ words: UnsafeBufferPointer<UInt32>) -> [UInt64] {
        guard words.count >= length else { return [] }
        return (0...(words.count - length)).map { hash(words, $0) }
    }

    @inline(__always)
    private static func hash(_ words: UnsafeBufferPointer<UInt32>, _ start: Int) -> UInt64 {
        let two = UInt64(words[start]) | UInt64(words[start + 1]) << 32
        let mixed = (two ^ two &>> 29) &* 0x9E37_79B9_7F4A_7C15
        return (mixed ^ UInt64(words[start + 2])) &* 0xC2B2_AE3D_27D4_EB4F
    }

    private static func key(of hash: UInt64) -> UInt64 { hash & ~7 | 8 }

    private mutating func insert(_ hash: UInt64, flag: UInt64) {
        let bit = hash >> filterShift
        filter[Int(bit >> 6)] |= 1 << (bit & 63)
        var slot = Int(hash >> slotShift)
        while slots[slot] != 0, slots[slot] & ~7 != Self.key(of: hash) { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] |= Self.key(of: hash) | flag
    }

    func overlap(of words: UnsafeBufferPointer<UInt32>) -> Overlap {
        guard words.count >= Self.length else { return Overlap() }
        var overlap = Overlap(shingles: words.count - Self.length + 1)
        filter.withUnsafeBufferPointer { filter in
            for start in 0..<overlap.shingles {
                let hash = Self.hash(words, start)
                let bit = hash &>> filterShift
                guard filter[Int(truncatingIfNeeded: bit &>> 6)] &>> (bit & 63) & 1 != 0 else { continue }
                let flags = flags(of: hash)
                overlap.shared.0 += Int(flags & 1)
                overlap.shared.1 += Int(flags >> 1 & 1)
                overlap.shared.2 += Int(flags >> 2 & 1)
            }
        }
        return overlap
    }

    /// Which texts have the hash, 0 for none.
    private func flags(of hash: UInt64) -> UInt64 {
        let key = Self.key(of: hash)
        var slot = Int(truncatingIfNeeded: hash >> slotShift)
        while slots[slot] != 0 {
            if slots[slot] & ~7 == key { return slots[slot] & 7 }
            slot = (slot + 1) & (slots.count - 1)
        }
        return 0
    }
}
