/// The characters of JSON strings (RFC 8259, section 7).
enum JSONText {
    /// The first byte at or after the offset that has to be escaped in a string, or the number of bytes: quotation
    /// marks, backslashes, controls, and DEL, which we escape too. Passes eight bytes at a time (Mycroft's test for a
    /// zero byte; Warren, "Hacker's Delight", 6-1).
    static func firstSpecial(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = UnsafeRawPointer(bytes.baseAddress) else { return bytes.count }
        var scan = start
        while scan + 8 <= bytes.count {
            let word = base.loadUnaligned(fromByteOffset: scan, as: UInt64.self)
            let controls = (word &- 0x2020_2020_2020_2020) & ~word
            let specials = zeros(word ^ 0x2222_2222_2222_2222) | zeros(word ^ 0x5C5C_5C5C_5C5C_5C5C)
            let deletes = zeros(word ^ 0x7F7F_7F7F_7F7F_7F7F)
            if (controls | specials | deletes) & 0x8080_8080_8080_8080 != 0 { break }
            scan += 8
        }
        while scan < bytes.count, !isSpecial(bytes[scan]) { scan += 1 }
        return scan
    }

    /// Has the highest bit of a byte set if, and in the lowest such byte only if, the byte is zero.
    @inline(__always)
    private static func zeros(_ word: UInt64) -> UInt64 { (word &- 0x0101_0101_0101_0101) & ~word }

    @inline(__always)
    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F
    }
}
