/// Guesses the encoding of text that says nothing about it.
enum EncodingDetector {
    private static let reach = 1 << 16

    /// For bytes that are not UTF-8. Windows-1252 when nothing speaks for another.
    static func detect(_ bytes: UnsafeBufferPointer<UInt8>) -> CharacterEncoding {
        let sample = UnsafeBufferPointer(rebasing: bytes.prefix(reach))
        if isMostlyUTF8(bytes) { return .utf8 }
        if let escaped = iso2022JP(sample) { return escaped }
        return DoubleByteStatistics(sample).likeliest ?? SingleByteStatistics.likeliest(sample)
    }

    /// UTF-16 without a byte order mark: the high bytes of its ASCII characters are zero.
    static func utf16(_ bytes: UnsafeBufferPointer<UInt8>) -> CharacterEncoding? {
        let head = bytes.prefix(2048)
        guard head.count >= 8, head.contains(0) else { return nil }
        var zeros = (even: 0, odd: 0)
        for (index, byte) in head.enumerated() where byte == 0 {
            if index & 1 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        let half = head.count / 2
        if zeros.odd * 10 > half * 3, zeros.even * 50 < half { return .utf16LittleEndian }
        if zeros.even * 10 > half * 3, zeros.odd * 50 < half { return .utf16BigEndian }
        return nil
    }

    /// Whether at least five sequences are UTF-8 for each that is not: no other encoding looks like that by chance.
    static func isMostlyUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var valid = 0
        var invalid = 0
        var scan = 0
        while scan < bytes.count {
            let length = UTF8Bytes.lengthOfCharacter(bytes, at: scan)
            if length > 1 { valid += 1 }
            if length == 0 { invalid += 1 }
            scan += max(1, length)
        }
        return valid > 0 && valid >= invalid * 5
    }

    /// The escape sequences that switch between its character sets.
    private static func iso2022JP(_ bytes: UnsafeBufferPointer<UInt8>) -> CharacterEncoding? {
        var switches = 0
        for index in bytes.indices.dropLast(2) where bytes[index] == 0x1B {
            if bytes[index + 1] == 0x24, bytes[index + 2] == 0x42 || bytes[index + 2] == 0x40 { switches += 1 }
        }
        return switches > 0 && !bytes.contains { $0 >= 0x80 } ? .iso2022JP : nil
    }
}
