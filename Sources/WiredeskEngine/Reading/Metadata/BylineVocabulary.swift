/// Looks up the words of bylines by their hash, without making strings.
struct BylineVocabulary: Sendable {
    static let shared = BylineVocabulary()

    /// Words of the longest prefix.
    static let longestPrefix = 5

    private var keys: [UInt64]
    private var kinds: [BylineWordKind]
    private var prefixes: Set<UInt64>
    private let mask: Int

    private init() {
        mask = 2047
        keys = Array(repeating: 0, count: mask + 1)
        kinds = Array(repeating: [], count: mask + 1)
        prefixes = []
        for (kind, words) in BylineWords.lists {
            for word in words.description.split(whereSeparator: \.isWhitespace) {
                add(Self.key(Array(word.utf8)), kind)
            }
        }
        for name in MonthNames.all { add(Self.key(Array(name.utf8)), .month) }
        for phrase in BylineWords.prefixes.description.split(separator: "\n") {
            let words = phrase.split(separator: " ").map { Self.key(Array($0.utf8)) }
            prefixes.insert(words.reduce(0, Self.extend))
        }
    }

    private mutating func add(_ key: UInt64, _ kind: BylineWordKind) {
        var slot = Int(truncatingIfNeeded: key) & mask
        while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
        keys[slot] = key
        kinds[slot].formUnion(kind)
    }

    /// What a word can be, by its key.
    func kind(_ key: UInt64) -> BylineWordKind {
        var slot = Int(truncatingIfNeeded: key) & mask
        while keys[slot] != 0 {
            if keys[slot] == key { return kinds[slot] }
            slot = (slot + 1) & mask
        }
        return []
    }

    /// Whether the words of these keys, combined by `extend`, are what a byline begins with.
    func isPrefix(_ key: UInt64) -> Bool { prefixes.contains(key) }

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
