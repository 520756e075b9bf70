/// Looks up element and attribute names, whatever their case, without making strings.
///
/// A name of up to sixteen bytes is read as two words, its first and its last eight bytes, which with its length is exact,
/// and found in an open-addressing table.
struct HTMLNameTable: Sendable {
    static let tags = HTMLNameTable(HTMLTag.allCases.dropFirst().map { ("\($0)", $0.rawValue) })
    static let attributes = HTMLNameTable(
        HTMLAttributeName.allCases.dropFirst().map { ($0.spelling, $0.rawValue) })

    private struct Slot {
        var first: UInt64 = 0
        var last: UInt64 = 0
        var count: UInt8 = 0
        var value: UInt8 = 0
    }

    private static let slots = 512
    private static let longestName = 16

    private var table = [Slot](repeating: Slot(), count: HTMLNameTable.slots)

    private init(_ names: [(String, UInt8)]) {
        for (name, value) in names {
            let bytes = Array(name.utf8)
            precondition(!bytes.isEmpty && bytes.count <= Self.longestName, "a name the table cannot hold: \(name)")
            let (first, last) = bytes.withUnsafeBufferPointer { Self.words(of: 0..<bytes.count, in: $0) }
            var slot = Self.slot(of: first, last)
            while table[slot].value != 0 { slot = (slot + 1) & (Self.slots - 1) }
            table[slot] = Slot(first: first, last: last, count: UInt8(bytes.count), value: value)
        }
    }

    /// The value of the name that stands at the range, 0 when it is not in the table.
    @inline(__always)
    func value(of name: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
        guard name.count <= Self.longestName else { return 0 }
        let (first, last) = Self.words(of: name, in: bytes)
        return table.withUnsafeBufferPointer { table in
            var slot = Self.slot(of: first, last)
            while table[slot].value != 0 {
                let known = table[slot]
                if known.first == first, known.last == last, Int(known.count) == name.count { return known.value }
                slot = (slot + 1) & (Self.slots - 1)
            }
            return 0
        }
    }

    /// The first and the last eight bytes in lower case; zeros stand in for what a shorter name lacks.
    @inline(__always)
    private static func words(of name: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64) {
        guard name.count > 8 else { return (lowercase(word(at: name.lowerBound, name.count, in: bytes)), 0) }
        return (
            lowercase(word(at: name.lowerBound, 8, in: bytes)), lowercase(word(at: name.upperBound - 8, 8, in: bytes))
        )
    }

    /// Up to eight bytes as a little-endian integer.
    @inline(__always)
    private static func word(at start: Int, _ count: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard start + 8 <= bytes.count, let base = UnsafeRawPointer(bytes.baseAddress) else {
            var word: UInt64 = 0
            for offset in 0..<count { word |= UInt64(bytes[start + offset]) << UInt64(offset * 8) }
            return word
        }
        let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        // A shift by 64 gives zero, which masks an empty name out.
        return word & (UInt64.max >> UInt64(64 - count * 8))
    }

    /// Sets the small letters' bit where the letters' bit is set, so that of all bytes only capitals become letters.
    @inline(__always)
    private static func lowercase(_ word: UInt64) -> UInt64 { word | (word & 0x4040_4040_4040_4040) >> 1 }

    @inline(__always)
    private static func slot(of first: UInt64, _ last: UInt64) -> Int {
        Int(truncatingIfNeeded: ((first ^ last &* 31) &* 0x9E37_79B9_7F4A_7C15) >> 55)
    }
}
