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
        isIdentity = unit == .utf8 || text.allSatisfy { $0 < 0x80 }
        guard !isIdentity else {
            checkpoints = []
            return
        }
        var checkpoints: [Int32] = []
        checkpoints.reserveCapacity(text.count / 64 + 1)
        var units: Int32 = 0
        text.withUnsafeBufferPointer { bytes in
            for index in bytes.indices {
                if index & 63 == 0 { checkpoints.append(units) }
                units += Int32(Self.units(of: bytes[index], unit))
            }
        }
        if text.count & 63 == 0 { checkpoints.append(units) }
        self.checkpoints = checkpoints
    }

    /// Units that begin at this byte.
    @inline(__always)
    private static func units(of byte: UInt8, _ unit: OffsetUnit) -> Int {
        if byte & 0xC0 == 0x80 { return 0 }
        return unit == .utf16 && byte >= 0xF0 ? 2 : 1
    }

    /// The offset in the unit of a byte offset at a character's boundary.
    subscript(offset: Int) -> Int {
        guard !isIdentity else { return offset }
        var units = Int(checkpoints[offset >> 6])
        for index in (offset & ~63)..<offset { units += Self.units(of: text[index], unit) }
        return units
    }

    subscript(span: Span) -> Span {
        Span(start: self[span.start], end: self[span.end])
    }
}
