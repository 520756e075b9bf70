/// The hash that words are compared and looked up by: without case and, in the Latin script, without accents
/// (`Ličen` is `licen`). The gazetteer's build program computes the same.
enum WordKey {
    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    static func add(_ scalar: UInt32, to hash: inout UInt64) {
        hash = (hash ^ UInt64(scalar)) &* 0x100_0000_01B3
    }

    @inline(__always)
    static func finish(_ hash: UInt64) -> UInt64 {
        (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
    }

    /// Of the bytes of a range.
    static func of(_ text: UTF8Text, _ range: Range<Int>) -> UInt64 {
        var hash = seed
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = text.bytes[index]
            if byte < 0x80 {
                add(UInt32(byte.lowercased), to: &hash)
                index += 1
            } else {
                let (scalar, length) = text.scalar(at: index)
                add(fold(scalar), to: &hash)
                index += length
            }
        }
        return finish(hash)
    }

    static func of(_ word: StaticString) -> UInt64 {
        let bytes = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        return of(UTF8Text(bytes), bytes.indices)
    }

    static func of(string word: some StringProtocol) -> UInt64 {
        let bytes = Array(word.utf8)
        return bytes.withUnsafeBufferPointer { of(UTF8Text($0), $0.indices) }
    }

    /// Of each of the words between spaces.
    static func all(in words: StaticString) -> Set<UInt64> {
        let bytes = UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)
        return Set(bytes.split(separator: UInt8(ascii: " ")).map { of(UTF8Text(bytes), $0.startIndex..<$0.endIndex) })
    }

    /// Of several words, from the key of all but the last; 0 before the first.
    @inline(__always)
    static func phrase(_ phrase: UInt64, _ word: UInt64) -> UInt64 {
        let key = (phrase ^ word) &* 0xD6E8_FEB8_6659_FD93
        return key ^ key >> 32
    }

    /// Base letters of U+00C0–U+017F in lower case; a full stop where a letter stays as it is.
    private static let bases: StaticString = """
        aaaaaa.ceeeeiiii.nooooo.ouuuuy.s\
        aaaaaa.ceeeeiiii.nooooo.ouuuuy.y\
        aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.llllll.\
        .llnnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz.
        """

    /// A non-ASCII scalar in lower case and, in the Latin script, without its accent.
    static func fold(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0xC0..<0x180:
            let base = bases.utf8Start[Int(scalar) - 0xC0]
            if base != UInt8(ascii: ".") { return UInt32(base) }
            return scalar < 0xDF ? scalar + 32 : scalar >= 0x100 && scalar & 1 == 0 ? scalar + 1 : scalar
        case 0x391...0x3A9: return scalar + 32
        case 0x410...0x42F: return scalar + 32
        case 0x400...0x40F: return scalar + 80
        case 0x2019: return 0x27
        default: return scalar
        }
    }
}
