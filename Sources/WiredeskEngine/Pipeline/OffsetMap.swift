import CWiredeskKernels

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
        let blocks = text.count / 64
        checkpoints = [Int32](unsafeUninitializedCapacity: blocks + 1) { checkpoints, count in
            guard let start = checkpoints.baseAddress else { return }
            text.withUnsafeBufferPointer { bytes in
                guard let base = bytes.baseAddress else { return start.initialize(to: 0) }
                wiredesk_count_units(base, blocks, unit == .utf16, start)
            }
            count = blocks + 1
        }
        let rest = text.withUnsafeBufferPointer { bytes in
            Self.units(of: UnsafeBufferPointer(rebasing: bytes[(blocks * 64)...]), unit)
        }
        isIdentity = Int(checkpoints[blocks] + rest) == text.count
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
