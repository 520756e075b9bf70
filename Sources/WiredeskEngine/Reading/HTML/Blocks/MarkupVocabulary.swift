/// The words that pages' authors use in class, id, role and itemprop, and what each says.
///
/// The names are kept as words, whatever joins them (`article-body`, `articleBody`, `article__body`, `articlebody`).
struct MarkupVocabulary: Sendable {
    static let shared = MarkupVocabulary()

    private static let slots = 2048
    private var hashes = [UInt32](repeating: 0, count: MarkupVocabulary.slots)
    private var values = [UInt64](repeating: 0, count: MarkupVocabulary.slots)
    /// How long the words are that begin with two letters, as a set of bits: that tells most names from all words.
    private var lengths = [UInt32](repeating: 0, count: 1024)

    private init() {
        for (evidence, words) in Self.words {
            for word in words.split(separator: " ") {
                let hash = Array(word.utf8).withUnsafeBufferPointer { Self.hash($0, 0..<$0.count) }
                var slot = Self.slot(of: hash)
                while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & (Self.slots - 1) }
                hashes[slot] = hash
                values[slot] |= evidence.rawValue
                let start = Array(word.utf8.prefix(2)).withUnsafeBufferPointer { Self.start(of: $0, at: 0) }
                lengths[start] |= 1 << UInt32(word.utf8.count)
            }
        }
    }

    /// What the names in an attribute's value say.
    func evidence(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> MarkupEvidence {
        let end = range.upperBound
        var found: UInt64 = 0
        var scan = range.lowerBound
        while scan < end {
            while scan < end, !Self.isLetter(bytes[scan]) { scan += 1 }
            guard scan < end else { break }
            let start = scan
            var last = bytes[scan]
            var hash = Self.extend(Self.emptyHash, last)
            scan += 1
            while scan < end {
                let next = bytes[scan]
                // "articleBody" is two words.
                guard Self.isLetter(next), next & 0x20 != 0 || last & 0x20 == 0 else { break }
                hash = Self.extend(hash, next)
                last = next
                scan += 1
            }
            if scan - start >= 2 { found |= evidence(ofWord: bytes, start..<scan, hash) }
        }
        return MarkupEvidence(rawValue: found)
    }

    @inline(__always)
    private func evidence(ofWord bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, _ hash: UInt32) -> UInt64 {
        let lengths = lengths[Self.start(of: bytes, at: word.lowerBound)]
        guard lengths != 0 else { return 0 }
        let whole = word.count < 32 && lengths >> UInt32(word.count) & 1 != 0 ? value(of: hash) : 0
        guard whole == 0, (7...24).contains(word.count) else { return whole }
        return evidence(ofTwo: bytes, word, lengths)
    }

    private func evidence(
        ofTwo bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, _ lengths: UInt32
    ) -> UInt64 {
        // Two words written as one: the first, of three letters or more, that leaves a known rest of three or more.
        var hash = Self.emptyHash
        var hashed = word.lowerBound
        var candidates = lengths & (1 << UInt32(word.count - 2) &- 1) & ~0b111
        while candidates != 0 {
            let split = word.lowerBound + candidates.trailingZeroBitCount
            candidates &= candidates &- 1
            while hashed < split {
                hash = Self.extend(hash, bytes[hashed])
                hashed += 1
            }
            let first = value(of: hash)
            guard first != 0 else { continue }
            let second = value(of: Self.hash(bytes, split..<word.upperBound))
            if second != 0 { return first | second }
        }
        return 0
    }

    @inline(__always)
    private func value(of hash: UInt32) -> UInt64 {
        hashes.withUnsafeBufferPointer { hashes in
            var slot = Self.slot(of: hash)
            while hashes[slot] != 0 {
                if hashes[slot] == hash { return values[slot] }
                slot = (slot + 1) & (Self.slots - 1)
            }
            return 0
        }
    }

    /// A number for a word's first two letters.
    @inline(__always)
    private static func start(of bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
        Int(bytes[start] & 0x1F) << 5 | Int(bytes[start + 1] & 0x1F)
    }

    /// FNV-1a of the word in lower case.
    @inline(__always)
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt32 {
        var hash = emptyHash
        for index in range { hash = extend(hash, bytes[index]) }
        return hash
    }

    private static let emptyHash: UInt32 = 2_166_136_261

    @inline(__always)
    private static func extend(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte | 0x20)) &* 16_777_619 }

    private static func slot(of hash: UInt32) -> Int { Int((hash ^ hash >> 13) & UInt32(slots - 1)) }

    @inline(__always)
    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
