import CWiredeskKernels
import CWiredeskTables

/// The weights of the name tagger, in the table that `Training/name-tagger` makes. Nothing is loaded or parsed: the table is
/// part of the program.
///
/// A header of 1,024 bytes: magic, version, the binary logarithm of the number of buckets, the FNV-1a checksum of all
/// behind the header's first 16 bytes, and at 64 the transitions, 16-bit, 18 rows (the last for a sentence's start) of 17
/// labels. Then buckets of 64 bytes, a cache line: three features' weights for the 16 labels but `outside`, 8-bit, their
/// three hashes, four bytes of nothing. A feature is in the bucket that its hash's high bits say, or nowhere.
///
/// Unchecked because it holds a pointer: to constant memory that lives as long as the process.
struct NameTaggerModel: @unchecked Sendable {
    static let magic: UInt32 = 0x544E_4457
    static let version: UInt32 = 1
    static let headerBytes = 1024
    static let transitionsOffset = 64
    static let bucketBytes = 64
    static let keysOffset = 48
    static let bucketFeatures = 3

    private let table: UnsafeRawPointer
    private let buckets: UnsafeRawPointer
    private let shift: UInt32

    static let embedded = NameTaggerModel(UnsafeRawPointer(wiredesk_names_table()))

    init(_ table: UnsafeRawPointer) {
        self.table = table
        buckets = table + Self.headerBytes
        shift = 32 &- UInt32(littleEndian: table.load(fromByteOffset: 8, as: UInt32.self))
    }

    var bytes: Int { Self.headerBytes + (1 << (32 - Int(shift))) * Self.bucketBytes }

    /// Whether the table is one of this version and whole.
    var isValid: Bool {
        func header(_ offset: Int) -> UInt32 {
            UInt32(littleEndian: table.load(fromByteOffset: offset, as: UInt32.self))
        }
        guard header(0) == Self.magic, header(4) == Self.version, (4...24).contains(header(8)) else { return false }
        return FeatureHash.checksum(UnsafeRawBufferPointer(start: table + 16, count: bytes - 16)) == header(12)
    }

    /// The weight of a label after another, `NameLabel.count` standing for a sentence's start.
    func transition(from previous: Int, to label: Int) -> Int32 {
        let offset = Self.transitionsOffset + 2 * (previous * NameLabel.count + label)
        return Int32(Int16(littleEndian: table.load(fromByteOffset: offset, as: Int16.self)))
    }

    /// The sum of the features' weights.
    @inline(__always)
    func scores(_ features: UnsafePointer<UInt32>, count: Int) -> SIMD16<Int16> {
        // A word's buckets lie all over the table: all are on their way before the first is looked into.
        for index in 0..<count { wiredesk_prefetch(buckets + Int(features[index] >> shift) &* Self.bucketBytes) }
        var sum = SIMD16<Int16>(repeating: 0)
        for index in 0..<count {
            let hash = features[index]
            let bucket = buckets + Int(hash >> shift) &* Self.bucketBytes
            let keys = bucket.load(fromByteOffset: Self.keysOffset, as: SIMD4<UInt32>.self)
            // Without branches: whether a feature is known is a coin's toss.
            let place = keys[1] == hash ? 1 : keys[2] == hash ? 2 : 0
            let weights = bucket.load(fromByteOffset: place &* 16, as: SIMD16<Int8>.self)
            let isKnown: Int16 = keys[place] == hash ? -1 : 0
            sum &+= SIMD16<Int16>(truncatingIfNeeded: weights) & SIMD16<Int16>(repeating: isKnown)
        }
        return sum
    }
}
