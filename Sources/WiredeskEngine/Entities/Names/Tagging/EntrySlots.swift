/// Numbers words by their keys in the order they come: an open-addressing table.
struct EntrySlots {
    private var keys: [UInt64]
    private var numbers: [Int32]
    private let mask: Int
    private(set) var count = 0

    /// - Parameter capacity: how many words come at most.
    init(capacity: Int) {
        var size = 64
        while size < capacity + capacity / 2 { size *= 2 }
        mask = size - 1
        keys = Array(repeating: 0, count: size)
        numbers = Array(repeating: -1, count: size)
    }

    private func slot(of key: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: key >> 24) & mask
        while numbers[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
        return slot
    }

    /// The number of a word, a new one when it has none.
    mutating func insert(_ key: UInt64) -> Int {
        let slot = slot(of: key)
        if numbers[slot] < 0 {
            keys[slot] = key
            numbers[slot] = Int32(truncatingIfNeeded: count)
            count += 1
        }
        return Int(numbers[slot])
    }

    func find(_ key: UInt64) -> Int? {
        let slot = slot(of: key)
        return numbers[slot] < 0 ? nil : Int(numbers[slot])
    }
}
