/// A fixed set of short words, looked up by their bytes without making a string.
struct WordSet: Sendable {
    /// Where each word lies in `words`: offset and length, 0 length for an empty slot.
    private var slots: [(offset: Int32, length: Int32)]
    private let words: StaticString
    private let mask: Int
    /// Longest word in bytes.
    let longest: Int

    /// - Parameter words: lower-case, separated by spaces or newlines.
    init(_ words: StaticString) {
        self.words = words
        let bytes = UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)
        let ranges = bytes.split(whereSeparator: { $0 <= 0x20 }).map { $0.startIndex..<$0.endIndex }
        var capacity = 16
        while capacity < ranges.count * 2 { capacity *= 2 }
        mask = capacity - 1
        longest = ranges.reduce(0) { max($0, $1.count) }
        slots = Array(repeating: (0, 0), count: capacity)
        for range in ranges {
            var slot = Int(truncatingIfNeeded: Self.hash(bytes, range)) & mask
            while slots[slot].length != 0 { slot = (slot + 1) & mask }
            slots[slot] = (Int32(range.lowerBound), Int32(range.count))
        }
    }

    /// Whether the bytes of a range are a word of the set, ASCII letters compared without case.
    func contains(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard !range.isEmpty, range.count <= longest else { return false }
        var slot = Int(truncatingIfNeeded: Self.hash(bytes, range)) & mask
        while slots[slot].length != 0 {
            if Int(slots[slot].length) == range.count {
                let word = words.utf8Start + Int(slots[slot].offset)
                var same = 0
                while same < range.count, word[same] == bytes[range.lowerBound + same].lowercased { same += 1 }
                if same == range.count { return true }
            }
            slot = (slot + 1) & mask
        }
        return false
    }

    /// The `Hash64` of each word.
    var hashes: [UInt64] {
        let text = UTF8Text(UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount))
        return slots.filter { $0.length != 0 }.map { slot in
            Hash64.lowercased(text, Int(slot.offset)..<Int(slot.offset + slot.length))
        }
    }

    /// FNV-1a, over lower-case bytes.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt32 {
        var hash: UInt32 = 0x811C_9DC5
        for index in range { hash = (hash ^ UInt32(bytes[index].lowercased)) &* 0x0100_0193 }
        return hash ^ hash >> 15
    }
}
