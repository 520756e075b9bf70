/// The words of each `WordClass`, looked up by key. English first, with titles and company forms of other languages.
struct WordClasses: Sendable {
    struct Entry {
        var key: UInt64 = 0
        var classes: WordClass = []
        /// Month, weekday, number, exponent, season, holiday or currency: what the class counts.
        var number: Int32 = -1
        /// `TimeUnit`, kept apart because `second` is a number too.
        var unit: UInt8 = 0
    }

    private var slots: [Entry]
    private let mask: Int

    static let english = WordClasses()

    private init() {
        mask = (1 << 12) - 1
        slots = Array(repeating: Entry(), count: mask + 1)
        for (wordClass, words) in Self.lists { add(words, to: wordClass) }
    }

    @inline(__always)
    subscript(key: UInt64) -> Entry {
        slots.withUnsafeBufferPointer { slots in
            var slot = Int(truncatingIfNeeded: key >> 20) & mask
            while slots[slot].key != 0 {
                if slots[slot].key == key { return slots[slot] }
                slot = (slot + 1) & mask
            }
            return Entry()
        }
    }

    /// Adds `word` or `word=number` entries.
    private mutating func add(_ words: StaticString, to wordClass: WordClass) {
        let bytes = UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)
        var index = 0
        while index < bytes.count {
            let start = index
            while index < bytes.count, bytes[index] > 0x20, bytes[index] != UInt8(ascii: "=") { index += 1 }
            let word = start..<index
            var number: Int32 = -1
            if index < bytes.count, bytes[index] == UInt8(ascii: "=") {
                number = 0
                index += 1
                while index < bytes.count, bytes[index].isDigit {
                    number = number * 10 + Int32(bytes[index] - 0x30)
                    index += 1
                }
            }
            if !word.isEmpty { add(WordKey.of(UTF8Text(bytes), word), to: wordClass, number: number) }
            index += 1
        }
    }

    private mutating func add(_ key: UInt64, to wordClass: WordClass, number: Int32) {
        var slot = Int(truncatingIfNeeded: key >> 20) & mask
        while slots[slot].key != 0, slots[slot].key != key { slot = (slot + 1) & mask }
        slots[slot].key = key
        slots[slot].classes.insert(wordClass)
        if wordClass == .timeUnit {
            slots[slot].unit = UInt8(number)
        } else if number >= 0 {
            slots[slot].number = number
        }
    }
}
