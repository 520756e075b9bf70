extension HTMLTokenizer {
    /// The first such byte at or after the offset, or the end of the input.
    @inline(__always)
    func find(_ value: UInt8, from start: Int) -> Int { bytes.find(value, from: start) }

    func find(of pattern: StaticString, from start: Int) -> Int {
        var scan = start
        while true {
            scan = find(pattern.utf8Start[0], from: scan)
            if scan >= bytes.count || matches(pattern, at: scan) { return scan }
            scan += 1
        }
    }

    /// Whether the ASCII pattern stands at the offset, whatever the case of its letters.
    func matches(_ pattern: StaticString, at start: Int) -> Bool {
        let count = pattern.utf8CodeUnitCount
        guard start + count <= bytes.count else { return false }
        for index in 0..<count where lowercase(bytes[start + index]) != lowercase(pattern.utf8Start[index]) {
            return false
        }
        return true
    }

    /// The byte at the offset, 0 past the end.
    @inline(__always)
    func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

    @inline(__always)
    func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    /// HTML's ASCII white space, with CR, which the standard's preprocessing would have made LF.
    @inline(__always)
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte &- 0x09 < 5 && byte != 0x0B) }

    @inline(__always)
    func lowercase(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
