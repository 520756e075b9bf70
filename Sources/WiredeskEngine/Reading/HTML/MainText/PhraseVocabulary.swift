/// Finds the phrases of page furniture in a block.
struct PhraseVocabulary: Sendable {
    static let shared = PhraseVocabulary()

    /// Longer blocks are looked at only at their start: what stands in the middle of a sentence says nothing.
    private static let reach = 120
    private static let slots = 4096
    /// The byte in lower case, 0 for those that part words.
    private static let folds: [UInt8] = (0...255).map { (value: Int) -> UInt8 in
        switch value {
        case 0x41...0x5A: UInt8(value | 0x20)
        case 0x30...0x39, 0x40, 0x61...0x7A, 0x80...0xFF: UInt8(value)
        default: 0
        }
    }

    private let folds = PhraseVocabulary.folds
    /// The length and the first two letters of each phrase's first word, to skip most words unread.
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
                for word in words {
                    hash = Self.combine(hash, Array(word.utf8).withUnsafeBufferPointer { self.hash($0) })
                }
                Array(first.utf8).withUnsafeBufferPointer { word in
                    beginnings[beginning(word, 0..<word.count)] = true
                }
                firsts[Self.slot(of: Self.combine(0, Array(first.utf8).withUnsafeBufferPointer { self.hash($0) }))] =
                    true
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
            while scan < end, !isWord(text[scan]) { scan += 1 }
            guard scan < end else { break }
            let start = scan
            while scan < end, isWord(text[scan]) { scan += 1 }
            if beginnings[beginning(text, start..<scan)] {
                let found = match(text, from: start, end: end)
                anywhere |= found
                if isFirst { atStart = found }
            }
            isFirst = false
        }
        return (PhraseCue(rawValue: anywhere), PhraseCue(rawValue: atStart))
    }

    /// All phrases that begin at the offset.
    private func match(_ text: UnsafeBufferPointer<UInt8>, from start: Int, end: Int) -> UInt32 {
        var found: UInt32 = 0
        var hash: UInt64 = 0
        var scan = start
        for word in 0..<Self.longestPhrase {
            while scan < end, !isWord(text[scan]) { scan += 1 }
            guard scan < end else { break }
            let wordStart = scan
            while scan < end, isWord(text[scan]) { scan += 1 }
            hash = Self.combine(hash, self.hash(UnsafeBufferPointer(rebasing: text[wordStart..<scan])))
            if word == 0, !firsts[Self.slot(of: hash)] { break }
            found |= value(of: hash)
        }
        return found
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
    private func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word { hash = (hash ^ UInt64(folds[Int(byte)])) &* 0x100_0000_01B3 }
        return hash
    }

    /// The place in `beginnings` of a word's length and first two letters.
    @inline(__always)
    private func beginning(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Int {
        let first = Int(folds[Int(text[word.lowerBound])])
        let second = word.count > 1 ? Int(folds[Int(text[word.lowerBound + 1])]) : 0
        return (first << 4 ^ second << 7 ^ second ^ word.count &* 0x35) & (Self.slots - 1)
    }

    private static func combine(_ hash: UInt64, _ word: UInt64) -> UInt64 { (hash &* 31) ^ word | 1 }

    private static func slot(of hash: UInt64) -> Int { Int((hash ^ hash >> 29) & UInt64(slots - 1)) }

    @inline(__always)
    private func isWord(_ byte: UInt8) -> Bool { folds[Int(byte)] != 0 }
}
