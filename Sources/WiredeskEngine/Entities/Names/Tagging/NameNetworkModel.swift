import CWiredeskTables

/// The weights of the name tagger's network, in the table that `Training/name-tagger` makes. Nothing is loaded or parsed:
/// the table is part of the program. All numbers are little-endian.
///
/// A header of 64 bytes: magic, version, the FNV-1a checksum of all behind the header, zeros. Then, each at a multiple of
/// 64 bytes:
///
/// 1. What stands for the words before and behind a sentence: 64 numbers of 16 bits.
/// 2. What stands for a word that the table does not have: 64 numbers of 8 bits.
/// 3. Two layers: for each of 64 outputs, 192 weights of 16 bits in 1/1024; then 64 biases of 32 bits.
/// 4. The output: for each of the 16 labels but `outside`, 192 weights of 16 bits in 1/1024; then 16 biases of 32 bits.
/// 5. The rows of the hashed inputs, of 64 numbers of 8 bits: see `embed`.
/// 6. The keys of the words, of 32 bits, in buckets of 12; 0 is none.
/// 7. Their rows, of 64 numbers of 8 bits. A word is in the bucket that the high bits of its hash say, or nowhere.
///
/// Unchecked because it holds a pointer: to constant memory that lives as long as the process.
struct NameNetworkModel: @unchecked Sendable {
    static let magic: UInt32 = 0x4E4E_4457
    static let version: UInt32 = 1
    /// Numbers that each layer has for a word.
    static let width = 64
    /// Of a word and its neighbours.
    static let inputs = 3 * width

    private static let headerBytes = 64
    private static let bucketBits: UInt32 = 13
    private static let bucketWords = 12
    private static let layerBytes = width * inputs * 2 + width * 4

    private static let boundaryOffset = headerBytes
    private static let unknownOffset = boundaryOffset + 2 * width
    private static let layersOffset = unknownOffset + width
    private static let outputOffset = layersOffset + 2 * layerBytes
    private static let hashedOffset = outputOffset + NameLabel.scored * (inputs * 2 + 4)
    private static let keysOffset = hashedOffset + hashedRows * width
    private static let wordsOffset = keysOffset + 4 * bucketWords << bucketBits
    static let bytes = wordsOffset + (width * bucketWords) << bucketBits

    private let table: UnsafeRawPointer

    static let embedded = NameNetworkModel(UnsafeRawPointer(wiredesk_name_network_table()))

    init(_ table: UnsafeRawPointer) { self.table = table }

    /// Whether the table is one of this version and whole.
    var isValid: Bool {
        func header(_ offset: Int) -> UInt32 {
            UInt32(littleEndian: table.load(fromByteOffset: offset, as: UInt32.self))
        }
        guard header(0) == Self.magic, header(4) == Self.version else { return false }
        let body = UnsafeRawBufferPointer(start: table + Self.headerBytes, count: Self.bytes - Self.headerBytes)
        return NameTaggerModel.checksum(body) == header(8)
    }

    private func words16(_ offset: Int) -> UnsafePointer<Int16> {
        (table + offset).assumingMemoryBound(to: Int16.self)
    }

    private func words32(_ offset: Int) -> UnsafePointer<Int32> {
        (table + offset).assumingMemoryBound(to: Int32.self)
    }

    /// What stands for the words before and behind a sentence.
    var boundary: UnsafePointer<Int16> { words16(Self.boundaryOffset) }

    /// The weights and biases of a layer, 0 or 1.
    func layer(_ number: Int) -> (weights: UnsafePointer<Int16>, biases: UnsafePointer<Int32>) {
        let offset = Self.layersOffset + number * Self.layerBytes
        return (words16(offset), words32(offset + Self.width * Self.inputs * 2))
    }

    var output: (weights: UnsafePointer<Int16>, biases: UnsafePointer<Int32>) {
        (words16(Self.outputOffset), words32(Self.outputOffset + NameLabel.scored * Self.inputs * 2))
    }

    /// Writes the sum of the rows of a word and of all that is known of it; what is below zero is nothing.
    @inline(__always)
    func embed(_ word: UnsafePointer<TaggerWord>, into sum: UnsafeMutablePointer<Int16>) {
        sum.update(repeating: 0, count: Self.width)
        add(rowAt: rowOffset(ofWord: word.pointee.lower), to: sum)
        add(word.pointee.suffixes[2], first: 0, bits: 12, to: sum)
        add(word.pointee.suffixes[1], first: 4096, bits: 11, to: sum)
        add(word.pointee.prefixes[2], first: 6144, bits: 12, to: sum)
        add(word.pointee.suffixes[3], first: 10240, bits: 13, to: sum)
        add(word.pointee.shape, first: 18432, bits: 10, to: sum)
        add(word.pointee.form, first: 19456, bits: 11, to: sum)
        add(rowAt: Self.hashedOffset + (21504 + Int(min(word.pointee.rule, 63))) * Self.width, to: sum)
        add(word.pointee.kinds, first: 21568, bits: 11, to: sum)
        add(word.pointee.classes, first: 23616, bits: 11, to: sum)
        add(word.pointee.phrase, first: 25664, bits: 10, to: sum)
        add(word.pointee.evidence, first: 26688, bits: 10, to: sum)
        add(word.pointee.position, first: 27712, bits: 10, to: sum)
        for index in 0..<Self.width { sum[index] = max(0, sum[index]) }
    }

    private static let hashedRows = 28736

    /// A plain loop, which the compiler makes vector instructions of; of `SIMD64` it does not.
    @inline(__always)
    private func add(rowAt offset: Int, to sum: UnsafeMutablePointer<Int16>) {
        let row = (table + offset).assumingMemoryBound(to: Int8.self)
        for index in 0..<Self.width { sum[index] = sum[index] &+ Int16(truncatingIfNeeded: row[index]) }
    }

    /// Adds the row of a value in a table of so many rows that starts at a row.
    @inline(__always)
    private func add(_ value: UInt32, first: Int, bits: UInt32, to sum: UnsafeMutablePointer<Int16>) {
        var hash = value &* 0x9E37_79B1
        hash ^= hash >> 15
        hash = hash &* 0x85EB_CA6B
        hash ^= hash >> 13
        add(rowAt: Self.hashedOffset + (first + Int(hash & (1 << bits - 1))) * Self.width, to: sum)
    }

    @inline(__always)
    private func rowOffset(ofWord hash: UInt32) -> Int {
        let bucket = Int(hash >> (32 - Self.bucketBits))
        for place in 0..<Self.bucketWords {
            let slot = bucket * Self.bucketWords + place
            if UInt32(littleEndian: table.load(fromByteOffset: Self.keysOffset + 4 * slot, as: UInt32.self)) == hash {
                return Self.wordsOffset + slot * Self.width
            }
        }
        return Self.unknownOffset
    }
}
