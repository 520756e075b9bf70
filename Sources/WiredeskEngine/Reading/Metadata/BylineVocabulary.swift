/// Looks up the words of bylines by their hash, without making strings.
struct BylineVocabulary: Sendable {
    static let shared = BylineVocabulary()

    /// Words of the longest prefix.
    static let longestPrefix = 5

    private var keys: [UInt64]
    private var kinds: [BylineWordKind]
    /// Keys of the phrases that bylines begin with, in a table of their own.
    private var prefixes: [UInt64]
    private let mask: Int

    private init() {
        mask = 2047
        keys = Array(repeating: 0, count: mask + 1)
        kinds = Array(repeating: [], count: mask + 1)
        prefixes = Array(repeating: 0, count: mask + 1)
        for (kind, words) in BylineWords.lists {
            Self.forEachWord(of: words) { key, _ in add(key, kind) }
        }
        for name in MonthNames.all { add(Self.key(name), .month) }
        var phrase: UInt64 = 0
        Self.forEachWord(of: BylineWords.prefixes) { key, endsLine in
            phrase = Self.extend(phrase, key)
            guard endsLine else { return }
            prefixes[slot(of: phrase, in: prefixes)] = phrase
            phrase = 0
        }
    }

    /// Words are parted by blanks and the ends of lines.
    private static func forEachWord(of list: StaticString, _ body: (_ key: UInt64, _ endsLine: Bool) -> Void) {
        let bytes = UnsafeBufferPointer(start: list.utf8Start, count: list.utf8CodeUnitCount)
        var start = 0
        for index in 0...bytes.count {
            let isEnd = index == bytes.count || bytes[index] == 0x0A
            guard isEnd || bytes[index] == 0x20 else { continue }
            if index > start { body(key(bytes, start..<index), isEnd) }
            start = index + 1
        }
    }

    /// Where a key stands in a table, or would.
    private func slot(of key: UInt64, in table: [UInt64]) -> Int {
        var slot = Int(truncatingIfNeeded: key) & mask
        while table[slot] != 0, table[slot] != key { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func add(_ key: UInt64, _ kind: BylineWordKind) {
        let slot = slot(of: key, in: keys)
        keys[slot] = key
        kinds[slot].formUnion(kind)
    }

    /// What a word can be, by its key.
    func kind(_ key: UInt64) -> BylineWordKind { kinds[slot(of: key, in: keys)] }

    /// Whether the words of these keys, combined by `extend`, are what a byline begins with.
    func isPrefix(_ key: UInt64) -> Bool { prefixes[slot(of: key, in: prefixes)] != 0 }

    /// The key of a phrase that is a word longer.
    static func extend(_ phrase: UInt64, _ word: UInt64) -> UInt64 { phrase &* 0x9E37_79B9_7F4A_7C15 &+ word }

    /// The key of a word: a hash of its lower-case letters.
    static func key(_ word: [UInt8]) -> UInt64 { word.withUnsafeBufferPointer { key($0, 0..<word.count) } }

    static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
        var hash = Hash64()
        var index = range.lowerBound
        while index < range.upperBound {
            hash.add(scalar: CaseFolding.lowercase(ScalarDecoder.next(bytes, &index, end: range.upperBound)))
        }
        return hash.value
    }
}
