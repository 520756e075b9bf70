/// Guesses the encoding of text that says nothing about it.
enum EncodingDetector {
    private static let reach = 1 << 16
    /// Bytes that nobody says anything about are windows-1252 more often than all else: 2 nats.
    private static let advantage = 32

    /// For bytes that are not UTF-8: the encoding in which they are the likeliest text of one of its languages.
    static func detect(_ bytes: UnsafeBufferPointer<UInt8>) -> CharacterEncoding {
        if isMostlyUTF8(bytes) { return .utf8 }
        let words = EncodingSample.words(of: UnsafeBufferPointer(rebasing: bytes.prefix(reach)))
        var best = (encoding: CharacterEncoding.windows1252, cost: Int.max / 2)
        words.withUnsafeBufferPointer { words in
            for candidate in EncodingCandidate.all {
                guard let text = EncodingConverter.convert(words, from: candidate.encoding)?.utf8 else { continue }
                let advantage = candidate.encoding == .windows1252 ? advantage : 0
                text.withUnsafeBufferPointer { text in
                    for language in candidate.languages {
                        let cost =
                            CharacterCosts(language).cost(of: UTF8Text(text), limit: best.cost + advantage) - advantage
                        if cost < best.cost { best = (candidate.encoding, cost) }
                    }
                }
            }
        }
        return best.encoding
    }

    /// UTF-16 without a byte order mark: the high bytes of its ASCII characters are zero.
    static func utf16(_ bytes: UnsafeBufferPointer<UInt8>) -> CharacterEncoding? {
        let head = UnsafeBufferPointer(rebasing: bytes.prefix(2048))
        guard head.count >= 8, head.find(0) < head.count else { return nil }
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

    /// ISO-2022-JP, whose bytes are all ASCII, by the escape sequences that switch between its character sets.
    static func iso2022JP(_ bytes: UnsafeBufferPointer<UInt8>) -> CharacterEncoding? {
        let head = UnsafeBufferPointer(rebasing: bytes.prefix(reach))
        var escape = head.find(0x1B)
        while escape + 2 < head.count {
            if head[escape + 1] == 0x24, head[escape + 2] == 0x42 || head[escape + 2] == 0x40 {
                return head.contains { $0 >= 0x80 } ? nil : .iso2022JP
            }
            escape = head.find(0x1B, from: escape + 1)
        }
        return nil
    }
}
