/// Numbers hashes in the order of their first appearance: an open-addressing table. Hashes are taken to be equal only where
/// what was hashed is.
struct HashNumbering {
    /// How many different hashes there were.
    private(set) var count = 0
    private var hashes: [UInt64]
    /// The number of the hash in the slot, -1 for an empty one. At most half of the slots are taken.
    private var numbers: [Int32]

    /// - Parameter capacity: about how many hashes; for more it grows.
    init(capacity: Int) {
        var slots = 16
        while slots < capacity * 2 { slots *= 2 }
        hashes = [UInt64](repeating: 0, count: slots)
        numbers = [Int32](repeating: -1, count: slots)
    }

    /// The hash's number, which is `count` as it was when the hash is new.
    mutating func number(of hash: UInt64) -> Int {
        let slot = slot(of: hash)
        if numbers[slot] >= 0 { return Int(numbers[slot]) }
        guard count * 2 < numbers.count else {
            grow()
            return number(of: hash)
        }
        hashes[slot] = hash
        numbers[slot] = Int32(truncatingIfNeeded: count)
        count += 1
        return count - 1
    }

    /// The number of a hash that was there before.
    func find(_ hash: UInt64) -> Int? {
        let number = numbers[slot(of: hash)]
        return number < 0 ? nil : Int(number)
    }

    /// Whether the hash is new.
    mutating func insert(_ hash: UInt64) -> Bool {
        let before = count
        return number(of: hash) == before
    }

    private mutating func grow() {
        let old = zip(hashes, numbers).filter { $0.1 >= 0 }
        hashes = [UInt64](repeating: 0, count: hashes.count * 2)
        numbers = [Int32](repeating: -1, count: hashes.count)
        for (hash, number) in old {
            let slot = slot(of: hash)
            hashes[slot] = hash
            numbers[slot] = number
        }
    }

    /// Where the hash is, or the empty slot where it would be.
    private func slot(of hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 32) & (numbers.count - 1)
        while numbers[slot] >= 0, hashes[slot] != hash { slot = (slot + 1) & (numbers.count - 1) }
        return slot
    }
}
