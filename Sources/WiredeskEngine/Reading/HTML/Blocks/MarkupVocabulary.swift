/// The words that pages' authors use in class, id, role and itemprop, and what each says.
///
/// The names are kept as words, whatever joins them (`article-body`, `articleBody`, `article__body`, `articlebody`).
struct MarkupVocabulary: Sendable {
    static let shared = MarkupVocabulary()

    private static let slots = 2048
    private var hashes = [UInt32](repeating: 0, count: MarkupVocabulary.slots)
    private var values = [UInt64](repeating: 0, count: MarkupVocabulary.slots)

    private init() {
        for (evidence, words) in Self.words {
            for word in words.split(separator: " ") {
                let hash = Array(word.utf8).withUnsafeBufferPointer { Self.hash($0, 0..<$0.count) }
                var slot = Self.slot(of: hash)
                while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & (Self.slots - 1) }
                hashes[slot] = hash
                values[slot] |= evidence.rawValue
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
            let start = scan
            while scan < end, Self.isLetter(bytes[scan]) {
                // "articleBody" is two words.
                if scan > start, bytes[scan] & 0x20 == 0, bytes[scan - 1] & 0x20 != 0 { break }
                scan += 1
            }
            if scan - start >= 2 { found |= evidence(ofWord: bytes, start..<scan) }
        }
        return MarkupEvidence(rawValue: found)
    }

    private func evidence(ofWord bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> UInt64 {
        let whole = value(of: Self.hash(bytes, word))
        guard whole == 0, (7...24).contains(word.count) else { return whole }
        // Two words written as one: the first that leaves a known rest.
        var hash = Self.emptyHash
        for split in word.dropLast(3) {
            hash = Self.extend(hash, bytes[split])
            guard split >= word.lowerBound + 2 else { continue }
            let first = value(of: hash)
            guard first != 0 else { continue }
            let second = value(of: Self.hash(bytes, (split + 1)..<word.upperBound))
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
