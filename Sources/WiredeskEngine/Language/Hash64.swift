/// FNV-1a over bytes with a final mix, 64 bits. Fixed for good: fingerprints are compared across versions.
struct Hash64 {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

    /// Adds the UTF-8 of a scalar value.
    @inline(__always)
    mutating func add(scalar value: UInt32) {
        if value < 0x80 {
            add(UInt8(truncatingIfNeeded: value))
        } else if value < 0x800 {
            add(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
            add(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        } else {
            if value < 0x10000 {
                add(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
            } else {
                add(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
                add(UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F))
            }
            add(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
            add(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        }
    }

    var value: UInt64 { Self.mix(state) }

    /// The finaliser of MurmurHash3 (Appleby, 2011).
    @inline(__always)
    static func mix(_ value: UInt64) -> UInt64 {
        var value = value
        value = (value ^ value >> 33) &* 0xFF51_AFD7_ED55_8CCD
        value = (value ^ value >> 33) &* 0xC4CE_B9FE_1A85_EC53
        return value ^ value >> 33
    }

    /// The hash of a text's range in lower case.
    static func lowercased(_ text: UTF8Text, _ range: Range<Int>) -> UInt64 {
        var hash = Hash64()
        hash.addLowercased(text, range)
        return hash.value
    }

    /// Adds the characters of a text's range in lower case.
    @inline(__always)
    mutating func addLowercased(_ text: UTF8Text, _ range: Range<Int>) {
        var index = range.lowerBound
        let bytes = text.bytes
        while index < range.upperBound, bytes[index] < 0x80 {
            add(bytes[index].lowercased)
            index += 1
        }
        while index < range.upperBound {
            let (value, length) = text.scalar(at: index)
            add(scalar: CaseFolding.lowercase(value))
            index += length
        }
    }
}
