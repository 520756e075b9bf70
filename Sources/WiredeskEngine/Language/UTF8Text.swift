/// Reading of characters in UTF-8 bytes, safe on any bytes: what is not well formed reads as U+FFFD, one byte long.
struct UTF8Text {
    let bytes: UnsafeBufferPointer<UInt8>

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var count: Int { bytes.count }

    /// The byte at an index, 0 outside the text.
    @inline(__always)
    subscript(index: Int) -> UInt8 {
        index >= 0 && index < bytes.count ? bytes[index] : 0
    }

    /// The scalar value that starts at an index, and its length in bytes.
    @inline(__always)
    func scalar(at index: Int) -> (value: UInt32, length: Int) {
        let first = self[index]
        return first < 0x80 ? (UInt32(first), 1) : longScalar(at: index)
    }

    private func longScalar(at index: Int) -> (value: UInt32, length: Int) {
        let first = UInt32(self[index])
        let second = UInt32(self[index + 1])
        guard second & 0xC0 == 0x80 else { return (0xFFFD, 1) }
        if first >= 0xC2, first < 0xE0 { return ((first & 0x1F) << 6 | second & 0x3F, 2) }
        let third = UInt32(self[index + 2])
        guard third & 0xC0 == 0x80 else { return (0xFFFD, 1) }
        if first >= 0xE0, first < 0xF0 { return ((first & 0xF) << 12 | (second & 0x3F) << 6 | third & 0x3F, 3) }
        let fourth = UInt32(self[index + 3])
        guard fourth & 0xC0 == 0x80, first >= 0xF0, first < 0xF5 else { return (0xFFFD, 1) }
        return ((first & 7) << 18 | (second & 0x3F) << 12 | (third & 0x3F) << 6 | fourth & 0x3F, 4)
    }

    /// The scalar value that ends right before an index, and its length; (0, 0) at the text's start.
    func scalar(before index: Int) -> (value: UInt32, length: Int) {
        guard index > 0, index <= count else { return (0, 0) }
        guard bytes[index - 1] >= 0x80 else { return (UInt32(bytes[index - 1]), 1) }
        for length in 2...4 where index >= length && bytes[index - length] & 0xC0 != 0x80 {
            let scalar = scalar(at: index - length)
            return scalar.length == length ? scalar : (0xFFFD, 1)
        }
        return (0xFFFD, 1)
    }

    /// The class of the character at an index, and its length; `.space` outside the text.
    @inline(__always)
    func characterClass(at index: Int) -> (class: CharacterClass, length: Int) {
        let byte = self[index]
        if byte < 0x80 { return (byte.characterClass, 1) }
        let scalar = scalar(at: index)
        return (CharacterClass.of(scalar.value), scalar.length)
    }

    /// Whether a letter stands at an index.
    func isLetter(at index: Int) -> Bool { characterClass(at: index).class == .letter }

    /// Whether an upper-case letter stands at an index.
    func isUppercase(at index: Int) -> Bool {
        let byte = self[index]
        if byte < 0x80 { return byte.isUppercase }
        return Unicode.Scalar(scalar(at: index).value)?.properties.isUppercase ?? false
    }

    /// Whether the bytes at an index are the given ones.
    func has(_ expected: StaticString, at index: Int) -> Bool {
        guard index >= 0, index + expected.utf8CodeUnitCount <= count else { return false }
        for offset in 0..<expected.utf8CodeUnitCount where bytes[index + offset] != expected.utf8Start[offset] {
            return false
        }
        return true
    }

    /// The length of the blank at an index, 0 when none stands there.
    @inline(__always)
    func blankLength(at index: Int) -> Int {
        let byte = self[index]
        if byte < 0x80 { return byte <= 0x20 && index < count ? 1 : 0 }
        guard byte == 0xC2 || byte == 0xE2 || byte == 0xE3 else { return 0 }
        let scalar = scalar(at: index)
        switch scalar.value {
        case 0xA0, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x3000: return scalar.length
        default: return 0
        }
    }
}
