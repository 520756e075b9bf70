/// Numbers hashes in order of first occurrence.
struct Vocabulary {
    private var slots: [(hash: UInt64, number: Int32)]
    private var mask: Int
    private(set) var count = 0

    init(capacity: Int) {
        var size = 64
        while size < capacity * 2 { size *= 2 }
        slots = Array(repeating: (0, -1), count: size)
        mask = size - 1
    }

    /// The number of a hash, a new one where it has none yet.
    mutating func number(of hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot].number >= 0 {
            if slots[slot].hash == hash { return Int(slots[slot].number) }
            slot = (slot + 1) & mask
        }
        if count * 2 >= slots.count {
            grow()
            return number(of: hash)
        }
        slots[slot] = (hash, Int32(truncatingIfNeeded: count))
        count += 1
        return count - 1
    }

    /// Whether the hash is new.
    mutating func insert(_ hash: UInt64) -> Bool {
        let before = count
        return number(of: hash) == before
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: (0, -1), count: old.count * 2)
        mask = slots.count - 1
        for entry in old where entry.number >= 0 {
            var slot = Int(truncatingIfNeeded: entry.hash) & mask
            while slots[slot].number >= 0 { slot = (slot + 1) & mask }
            slots[slot] = entry
        }
    }
}
