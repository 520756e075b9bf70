import CWiredeskTables

/// The weights of the name tagger's network, in the table that `Training/name-tagger` makes. Nothing is loaded or parsed:
/// the table is part of the program. All numbers are little-endian.
///
/// A header of 64 bytes: magic, version, the FNV-1a checksum of all behind the header, by how many bits the sum of a
/// word's rows is shifted, zeros. Then, each at a multiple of 64 bytes:
///
/// 1. What stands for the words before and behind a sentence: 64 bytes.
/// 2. The row of a word that the table does not have: 64 numbers of 8 bits.
/// 3. Three layers of 128 outputs over a word and its neighbours: weights of 8 bits as `byte_products.h` has them, biases
///    of 32 bits, scales of 32-bit floating point.
/// 4. The output of the 16 labels but `outside`, over what the rows and each layer have for the word: four times weights,
///    then biases and scales.
/// 5. The rows of the hashed inputs, of 64 numbers of 8 bits: see `embed`.
/// 6. The keys of the words, of 32 bits, in buckets of 12; 0 is none.
/// 7. Their rows, of 64 numbers of 8 bits. A word is in the bucket that the high bits of its hash say, or nowhere.
///
/// Unchecked because it holds a pointer: to constant memory that lives as long as the process.
struct NameNetworkModel: @unchecked Sendable {
    /// A layer's weights, and what its sums become activations with: see `byte_products.h`.
    struct Layer {
        let weights: UnsafePointer<Int8>
        let biases: UnsafePointer<Int32>
        let scales: UnsafePointer<Float>
    }

    static let magic: UInt32 = 0x4E4E_4457
    static let version: UInt32 = 2
    /// Numbers that a word's rows have.
    static let rowWidth = 64
    /// Numbers that each layer has for a word.
    static let width = 128
    static let layers = 3

    private static let headerBytes = 64
    private static let bucketBits: UInt32 = 13
    private static let bucketWords = 12

    private static let boundaryOffset = headerBytes
    private static let unknownOffset = boundaryOffset + rowWidth
    private static let layersOffset = unknownOffset + rowWidth
    private static let outputOffset = layersOffset + (0..<layers).reduce(0) { $0 + layerBytes($1) }
    private static let outputBytes = (rowWidth + layers * width) * NameLabel.scored
    private static let hashedOffset = outputOffset + outputBytes + 8 * NameLabel.scored
    private static let keysOffset = hashedOffset + hashedRows * rowWidth
    private static let wordsOffset = keysOffset + 4 * bucketWords << bucketBits
    static let bytes = wordsOffset + (rowWidth * bucketWords) << bucketBits

    /// Numbers that a layer has for a word from the layer before, or from the rows.
    static func inputWidth(_ layer: Int) -> Int { layer == 0 ? rowWidth : width }

    private static func layerBytes(_ layer: Int) -> Int { (3 * inputWidth(layer) + 8) * width }

    private let table: UnsafeRawPointer

    static let embedded = NameNetworkModel(UnsafeRawPointer(wiredesk_name_network_table()))

    init(_ table: UnsafeRawPointer) { self.table = table }

    private func header(_ number: Int) -> UInt32 {
        UInt32(littleEndian: table.load(fromByteOffset: 4 * number, as: UInt32.self))
    }

    /// Whether the table is one of this version and whole.
    var isValid: Bool {
        guard header(0) == Self.magic, header(1) == Self.version, header(3) < 8 else { return false }
        let body = UnsafeRawBufferPointer(start: table + Self.headerBytes, count: Self.bytes - Self.headerBytes)
        return FeatureHash.checksum(body) == header(2)
    }

    /// What stands for the words before and behind a sentence.
    var boundary: UnsafePointer<UInt8> { (table + Self.boundaryOffset).assumingMemoryBound(to: UInt8.self) }

    func layer(_ number: Int) -> Layer {
        let offset = Self.layersOffset + (0..<number).reduce(0) { $0 + Self.layerBytes($1) }
        return layer(at: offset, weights: 3 * Self.inputWidth(number) * Self.width, outputs: Self.width)
    }

    /// Its weights for the rows come first, then those for each layer.
    var output: Layer { layer(at: Self.outputOffset, weights: Self.outputBytes, outputs: NameLabel.scored) }

    private func layer(at offset: Int, weights: Int, outputs: Int) -> Layer {
        let start = table + offset
        return Layer(
            weights: start.assumingMemoryBound(to: Int8.self),
            biases: (start + weights).assumingMemoryBound(to: Int32.self),
            scales: (start + weights + 4 * outputs).assumingMemoryBound(to: Float.self))
    }

    /// Writes what the rows of a word and of all that is known of it sum up to: 0 where that is less, 127 where it is more.
    @inline(__always)
    func embed(_ word: UnsafePointer<TaggerWord>, into row: UnsafeMutablePointer<UInt8>) {
        withUnsafeTemporaryAllocation(of: Int16.self, capacity: Self.rowWidth) { sums in
            guard let sum = sums.baseAddress else { return }
            sum.update(repeating: 0, count: Self.rowWidth)
            add(rowAt: rowOffset(ofWord: word.pointee.lower), to: sum)
            add(word.pointee.suffixes[2], first: 0, bits: 12, to: sum)
            add(word.pointee.suffixes[1], first: 4096, bits: 11, to: sum)
            add(word.pointee.prefixes[2], first: 6144, bits: 12, to: sum)
            add(word.pointee.suffixes[3], first: 10240, bits: 13, to: sum)
            add(word.pointee.shape, first: 18432, bits: 10, to: sum)
            add(word.pointee.form, first: 19456, bits: 11, to: sum)
            add(rowAt: Self.hashedOffset + (21504 + Int(min(word.pointee.rule, 63))) * Self.rowWidth, to: sum)
            add(word.pointee.kinds, first: 21568, bits: 11, to: sum)
            add(word.pointee.classes, first: 23616, bits: 11, to: sum)
            add(word.pointee.phrase, first: 25664, bits: 10, to: sum)
            add(word.pointee.evidence, first: 26688, bits: 10, to: sum)
            add(word.pointee.position, first: 27712, bits: 10, to: sum)
            let shift = Int16(truncatingIfNeeded: header(3))
            for index in 0..<Self.rowWidth {
                row[index] = UInt8(truncatingIfNeeded: min(max(sum[index] &>> shift, 0), 127))
            }
        }
    }

    private static let hashedRows = 28736

    /// A plain loop, which the compiler makes vector instructions of; of `SIMD64` it does not.
    @inline(__always)
    private func add(rowAt offset: Int, to sum: UnsafeMutablePointer<Int16>) {
        let row = (table + offset).assumingMemoryBound(to: Int8.self)
        for index in 0..<Self.rowWidth { sum[index] = sum[index] &+ Int16(truncatingIfNeeded: row[index]) }
    }

    /// Adds the row of a value in a table of so many rows that starts at a row.
    @inline(__always)
    private func add(_ value: UInt32, first: Int, bits: UInt32, to sum: UnsafeMutablePointer<Int16>) {
        var hash = value &* 0x9E37_79B1
        hash ^= hash >> 15
        hash = hash &* 0x85EB_CA6B
        hash ^= hash >> 13
        add(rowAt: Self.hashedOffset + (first + Int(hash & (1 << bits - 1))) * Self.rowWidth, to: sum)
    }

    @inline(__always)
    private func rowOffset(ofWord hash: UInt32) -> Int {
        let bucket = Int(hash >> (32 - Self.bucketBits))
        for place in 0..<Self.bucketWords {
            let slot = bucket * Self.bucketWords + place
            if UInt32(littleEndian: table.load(fromByteOffset: Self.keysOffset + 4 * slot, as: UInt32.self)) == hash {
                return Self.wordsOffset + slot * Self.rowWidth
            }
        }
        return Self.unknownOffset
    }
}
