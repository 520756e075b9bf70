/// A set of words, looked up by the hash of their letters in lower case (`BlockMeasures` hashes words as it counts them).
struct WordTable: Sendable {
    private var slots: [UInt64]
    private let mask: Int

    /// - Parameter words: with white space between.
    init(_ words: StaticString) {
        let text = UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)
        let hashes = text.split { $0 == 0x20 || $0 == 0x0A }.map { word in
            var hash = Self.basis
            var index = word.startIndex
            while index < word.endIndex {
                let scalar = ScalarDecoder.next(text, &index, end: word.endIndex)
                if ScalarKind(scalar).isLetter { hash = Self.mixed(hash, ScalarKind.lowercased(scalar)) }
            }
            return hash
        }
        var size = 16
        while size < hashes.count * 4 { size *= 2 }
        slots = [UInt64](repeating: 0, count: size)
        mask = size - 1
        for hash in hashes {
            var slot = Int(truncatingIfNeeded: hash >> 20) & mask
            while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & mask }
            slots[slot] = hash
        }
    }

    func contains(_ hash: UInt64) -> Bool {
        var slot = Int(truncatingIfNeeded: hash >> 20) & mask
        while slots[slot] != 0 {
            if slots[slot] == hash { return true }
            slot = (slot + 1) & mask
        }
        return false
    }

    /// The hash of no letters (FNV-1a).
    static let basis: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    static func mixed(_ hash: UInt64, _ scalar: UInt32) -> UInt64 { (hash ^ UInt64(scalar)) &* 0x100_0000_01B3 }
}
