/// Finds the phrases of page furniture in a block.
struct PhraseVocabulary: Sendable {
    static let shared = PhraseVocabulary()

    /// Longer blocks are looked at only at their start: what stands in the middle of a sentence says nothing.
    private static let reach = 120
    private static let slots = 4096
    /// The first two letters of each phrase's first word, to skip most words unread.
    private var beginnings = [Bool](repeating: false, count: PhraseVocabulary.slots)
    /// Hash of a phrase's first word, to skip what cannot begin one.
    private var firsts = [Bool](repeating: false, count: PhraseVocabulary.slots)
    private var hashes = [UInt64](repeating: 0, count: PhraseVocabulary.slots)
    private var values = [UInt32](repeating: 0, count: PhraseVocabulary.slots)
    private static let longestPhrase = 4

    private init() {
        for (cue, phrases) in Self.phrases {
            for phrase in phrases.split(separator: ",") {
                let words = phrase.split(whereSeparator: { $0 == " " || $0 == "\n" })
                guard let first = words.first else { continue }
                var hash: UInt64 = 0
                for word in words { hash = Self.combine(hash, Self.hash(Array(word.utf8))) }
                Array(first.utf8).withUnsafeBufferPointer { word in
                    beginnings[Self.beginning(word, at: 0, end: word.count)] = true
                }
                firsts[Self.slot(of: Self.combine(0, Self.hash(Array(first.utf8))))] = true
                var slot = Self.slot(of: hash)
                while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & (Self.slots - 1) }
                hashes[slot] = hash
                values[slot] |= cue.rawValue
            }
        }
    }

    /// The cues in the block's first words, and whether it begins with one.
    func cues(in text: UnsafeBufferPointer<UInt8>) -> (anywhere: PhraseCue, atStart: PhraseCue) {
        var anywhere: UInt32 = 0
        var atStart: UInt32 = 0
        let end = min(text.count, Self.reach)
        var scan = 0
        var isFirst = true
        while scan < end {
            while scan < end, !Self.isWord(text[scan]) { scan += 1 }
            guard scan < end else { break }
            guard beginnings[Self.beginning(text, at: scan, end: end)] else {
                while scan < end, Self.isWord(text[scan]) { scan += 1 }
                isFirst = false
                continue
            }
            let (found, next) = match(text, from: scan, end: end)
            anywhere |= found
            if isFirst { atStart = found }
            isFirst = false
            scan = next
        }
        return (PhraseCue(rawValue: anywhere), PhraseCue(rawValue: atStart))
    }

    /// All phrases that begin at the offset, and the offset after its first word.
    private func match(_ text: UnsafeBufferPointer<UInt8>, from start: Int, end: Int) -> (found: UInt32, next: Int) {
        var found: UInt32 = 0
        var hash: UInt64 = 0
        var scan = start
        var next = end
        for word in 0..<Self.longestPhrase {
            while scan < end, !Self.isWord(text[scan]) { scan += 1 }
            guard scan < end else { break }
            let wordStart = scan
            while scan < end, Self.isWord(text[scan]) { scan += 1 }
            hash = Self.combine(hash, Self.hash(UnsafeBufferPointer(rebasing: text[wordStart..<scan])))
            if word == 0 {
                next = scan
                guard firsts[Self.slot(of: hash)] else { break }
            }
            found |= value(of: hash)
        }
        return (found, next)
    }

    @inline(__always)
    private func value(of hash: UInt64) -> UInt32 {
        var slot = Self.slot(of: hash)
        while hashes[slot] != 0 {
            if hashes[slot] == hash { return values[slot] }
            slot = (slot + 1) & (Self.slots - 1)
        }
        return 0
    }

    /// FNV-1a, ASCII letters in lower case.
    @inline(__always)
    private static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)) &* 0x100_0000_01B3 }
        return hash
    }

    /// The place of a word's first two letters in `beginnings`.
    @inline(__always)
    private static func beginning(_ text: UnsafeBufferPointer<UInt8>, at start: Int, end: Int) -> Int {
        let second = start + 1 < end && isWord(text[start + 1]) ? text[start + 1] | 0x20 : 0x20
        return (Int(text[start] | 0x20) << 5 ^ Int(second)) & (slots - 1)
    }

    private static func combine(_ hash: UInt64, _ word: UInt64) -> UInt64 { (hash &* 31) ^ word | 1 }

    private static func slot(of hash: UInt64) -> Int { Int((hash ^ hash >> 29) & UInt64(slots - 1)) }

    @inline(__always)
    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || CharacterReferences.isAlphanumeric(byte) || byte == 0x40
    }
}
