/// Reads the names in class, id, role and itemprop, and keeps what the last of them said: a page repeats the same few
/// hundred values thousands of times.
struct MarkupNames {
    /// Values longer than this list generated names; their first words say enough.
    private static let longestValue = 256
    private static let slots = 512

    private struct Entry {
        var hash: UInt64 = 0
        var evidence: MarkupEvidence = []
    }

    private let vocabulary = MarkupVocabulary.shared
    /// Each value in the slot of its hash, the latest only.
    private var entries = [Entry](repeating: Entry(), count: MarkupNames.slots)

    /// What the names in an attribute's value say.
    mutating func evidence(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> MarkupEvidence {
        let value = range.lowerBound..<min(range.upperBound, range.lowerBound + Self.longestValue)
        // The top bit keeps the hash of a value apart from an empty slot.
        let hash = WordHash.value(of: UnsafeBufferPointer(rebasing: bytes[value])) | 1 << 63
        let slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (Self.slots - 1)
        if entries[slot].hash == hash { return entries[slot].evidence }
        let evidence = vocabulary.evidence(in: bytes, value)
        entries[slot] = Entry(hash: hash, evidence: evidence)
        return evidence
    }
}
