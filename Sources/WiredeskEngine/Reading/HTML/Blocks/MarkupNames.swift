/// Reads the names in class, id, role and itemprop, and keeps what the last of them said: a page repeats the same few
/// hundred values thousands of times.
struct MarkupNames: ~Copyable {
    /// Values longer than this list generated names; their first words say enough.
    private static let longestValue = 256
    private static let slots = 512

    /// Bytes of a class that tell one template from another.
    private static let longestTemplate = 64

    private struct Entry {
        var hash: UInt64 = 0
        var evidence: MarkupEvidence = []
        var template: UInt32 = 0
    }

    private let vocabulary = MarkupVocabulary.shared
    /// Each value in the slot of its hash, the latest only.
    private let entries = UnsafeMutablePointer<Entry>.allocate(capacity: MarkupNames.slots)

    init() { entries.initialize(repeating: Entry(), count: Self.slots) }

    deinit { entries.deallocate() }

    /// What the names in an attribute's value say, and a hash of them without their digits: those number the elements
    /// that one template makes.
    mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
    ) -> (evidence: MarkupEvidence, template: UInt32) {
        let value = range.lowerBound..<min(range.upperBound, range.lowerBound + Self.longestValue)
        // The top bit keeps the hash of a value apart from an empty slot.
        let hash = WordHash.value(of: UnsafeBufferPointer(rebasing: bytes[value])) | 1 << 63
        let slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (Self.slots - 1)
        if entries[slot].hash != hash {
            let template = Self.template(of: bytes[value].prefix(Self.longestTemplate))
            entries[slot] = Entry(hash: hash, evidence: vocabulary.evidence(in: bytes, value), template: template)
        }
        return (entries[slot].evidence, entries[slot].template)
    }

    /// FNV-1a of all but digits.
    private static func template(of bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        for byte in bytes where !byte.isDigit { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return hash
    }
}
