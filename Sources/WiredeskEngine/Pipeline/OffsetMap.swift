/// Converts UTF-8 offsets of one text into another unit, in constant time each after one pass over the text.
struct OffsetMap {
    /// Units before every 64th byte.
    private let checkpoints: [Int32]
    private let text: [UInt8]
    private let unit: OffsetUnit
    private let isIdentity: Bool

    init(_ text: [UInt8], unit: OffsetUnit) {
        self.text = text
        self.unit = unit
        guard unit != .utf8 else {
            isIdentity = true
            checkpoints = []
            return
        }
        var checkpoints: [Int32] = [0]
        checkpoints.reserveCapacity(text.count / 64 + 1)
        var units: Int32 = 0
        text.withUnsafeBytes { bytes in
            for start in stride(from: 0, to: bytes.count & ~63, by: 64) {
                units += Self.units(in: bytes.loadUnaligned(fromByteOffset: start, as: SIMD8<UInt64>.self), unit)
                checkpoints.append(units)
            }
        }
        text.withUnsafeBufferPointer { bytes in
            units += Self.units(of: UnsafeBufferPointer(rebasing: bytes[(bytes.count & ~63)...]), unit)
        }
        isIdentity = Int(units) == text.count
        self.checkpoints = checkpoints
    }

    /// Units that begin in 64 bytes.
    @inline(__always)
    private static func units(in words: SIMD8<UInt64>, _ unit: OffsetUnit) -> Int32 {
        // What continues a character begins with the bits 10; what takes two UTF-16 units begins with 1111. The words'
        // other bytes are in the way of none: only the lowest bit of each byte is kept.
        let ones = SIMD8<UInt64>(repeating: 0x0101_0101_0101_0101)
        var counts = (~(words &>> 7) | words &>> 6) & ones
        if unit == .utf16 { counts &+= words &>> 7 & words &>> 6 & words &>> 5 & words &>> 4 & ones }
        // At most sixteen in each of eight bytes, which one multiplication adds up in the highest.
        return Int32(truncatingIfNeeded: (counts.wrappedSum() &* 0x0101_0101_0101_0101) >> 56)
    }

    /// Units that begin in a stretch of at most 64 bytes, counted in eight bytes at a time.
    private static func units(of bytes: UnsafeBufferPointer<UInt8>, _ unit: OffsetUnit) -> Int32 {
        guard let base = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
        // A count in each byte: at most two for each of eight words, so that neither it nor the sum overflows a byte.
        var counts: UInt64 = 0
        for offset in stride(from: 0, to: bytes.count & ~7, by: 8) {
            let word = base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            // What continues a character begins with the bits 10; what takes two UTF-16 units begins with 1111.
            counts &+= (~(word >> 7) | word >> 6) & 0x0101_0101_0101_0101
            if unit == .utf16 { counts &+= word >> 7 & word >> 6 & word >> 5 & word >> 4 & 0x0101_0101_0101_0101 }
        }
        var units = Int32(truncatingIfNeeded: (counts &* 0x0101_0101_0101_0101) >> 56)
        for byte in bytes[(bytes.count & ~7)...] where byte & 0xC0 != 0x80 {
            units += unit == .utf16 && byte >= 0xF0 ? 2 : 1
        }
        return units
    }

    /// The offset in the unit of a byte offset at a character's boundary.
    subscript(offset: Int) -> Int {
        guard !isIdentity else { return offset }
        let rest = text.withUnsafeBufferPointer { bytes in
            Self.units(of: UnsafeBufferPointer(rebasing: bytes[(offset & ~63)..<offset]), unit)
        }
        return Int(checkpoints[offset >> 6] + rest)
    }

    subscript(span: Span) -> Span {
        Span(start: self[span.start], end: self[span.end])
    }
}
