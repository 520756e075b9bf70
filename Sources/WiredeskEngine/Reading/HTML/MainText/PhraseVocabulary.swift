/// Finds the phrases of page furniture in a block.
struct PhraseVocabulary: Sendable {
    static let shared = PhraseVocabulary()

    private static let slots = 4096

    /// A bit for the end of each hash of a phrase's first word, to skip what cannot begin one.
    private var firsts = [UInt64](repeating: 0, count: PhraseVocabulary.slots / 64)
    /// Open addressing by the hash of a phrase; 0 for an empty slot.
    private var hashes = [UInt64](repeating: 0, count: PhraseVocabulary.slots)
    private var values = [UInt32](repeating: 0, count: PhraseVocabulary.slots)
    /// Words of the longest phrase.
    private var longest = 0

    private init() {
        var reader = BlockTextReader()
        for (cue, phrases) in Self.phrases {
            for phrase in phrases.utf8.split(separator: 0x2C) {
                reader.read(Array(phrase)) { insert($0.words, cue) }
            }
        }
    }

    private mutating func insert(_ words: UnsafeBufferPointer<UInt32>, _ cue: PhraseCue) {
        guard let first = words.first else { return }
        longest = max(longest, words.count)
        firsts[Int(first % 4096 / 64)] |= 1 << UInt64(first % 64)
        let hash = words.reduce(0, BlockText.combine)
        var slot = Self.slot(of: hash)
        while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & (Self.slots - 1) }
        hashes[slot] = hash
        values[slot] |= cue.rawValue
    }

    /// The cues in a block's first words, and whether it begins with one.
    func cues(in words: UnsafeBufferPointer<UInt32>) -> (anywhere: PhraseCue, atStart: PhraseCue) {
        firsts.withUnsafeBufferPointer { firsts in
            var anywhere: UInt32 = 0
            var atStart: UInt32 = 0
            for index in words.indices {
                let word = words[index]
                guard firsts[Int((word & 4095) &>> 6)] &>> UInt64(word & 63) & 1 != 0 else { continue }
                let found = match(words, from: index)
                anywhere |= found
                if index == 0 { atStart = found }
            }
            return (PhraseCue(rawValue: anywhere), PhraseCue(rawValue: atStart))
        }
    }

    /// All phrases that begin with the word.
    private func match(_ words: UnsafeBufferPointer<UInt32>, from start: Int) -> UInt32 {
        var found: UInt32 = 0
        var hash: UInt64 = 0
        for word in words[start..<min(words.count, start + longest)] {
            hash = BlockText.combine(hash, word)
            found |= value(of: hash)
        }
        return found
    }

    private func value(of hash: UInt64) -> UInt32 {
        var slot = Self.slot(of: hash)
        while hashes[slot] != 0 {
            if hashes[slot] == hash { return values[slot] }
            slot = (slot + 1) & (Self.slots - 1)
        }
        return 0
    }

    private static func slot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 20) & (slots - 1) }
}
