/// How titles are compared.
enum TitleText {
    /// Letters and digits alone, lower-case.
    static func folded(_ text: some StringProtocol) -> String {
        if let folded = text.utf8.withContiguousStorageIfAvailable(folded) { return folded }
        return Array(text.utf8).withUnsafeBufferPointer(folded)
    }

    /// A text from a UTF-8 offset on.
    static func folded(_ text: String, from offset: Int) -> String {
        text.withBytes { folded(UnsafeBufferPointer(rebasing: $0[min(offset, $0.count)...])) }
    }

    private static func folded(_ text: UnsafeBufferPointer<UInt8>) -> String {
        // One scalar becomes one scalar, and what has two bytes never more than three: "ẞ" and its like shrink.
        String(unsafeUninitializedCapacity: text.count + text.count / 2 + 4) { output in
            var count = 0
            var index = 0
            while index < text.count {
                let byte = text[index]
                if byte < 0x80 {
                    index += 1
                    guard CharacterReferences.isAlphanumeric(byte) else { continue }
                    output[count] = byte.lowercased
                    count += 1
                    continue
                }
                let scalar = CaseFolding.lowercase(ScalarDecoder.next(text, &index, end: text.count))
                guard let unicode = Unicode.Scalar(scalar), isLetterOrDigit(unicode) else { continue }
                for byte in unicode.utf8 where count < output.count {
                    output[count] = byte
                    count += 1
                }
            }
            return count
        }
    }

    /// How a folded text begins with another text.
    enum Beginning: Comparable { case other, begins, whole }

    /// How a text that is folded already begins with one that is not; nothing begins with a text without letters. As
    /// good as folding the other too, but most texts differ in the first letter.
    static func beginning(of folded: String, with text: String) -> Beginning {
        folded.withBytes { folded in
            text.withBytes { text in
                var place = 0
                var index = 0
                while index < text.count {
                    let scalar = CaseFolding.lowercase(ScalarDecoder.next(text, &index, end: text.count))
                    if scalar < 0x80 {
                        let byte = UInt8(truncatingIfNeeded: scalar)
                        guard CharacterReferences.isAlphanumeric(byte) else { continue }
                        guard place < folded.count, folded[place] == byte else { return .other }
                        place += 1
                        continue
                    }
                    guard let unicode = Unicode.Scalar(scalar), isLetterOrDigit(unicode) else { continue }
                    for byte in unicode.utf8 {
                        guard place < folded.count, folded[place] == byte else { return .other }
                        place += 1
                    }
                }
                if place == 0 { return .other }
                return place == folded.count ? .whole : .begins
            }
        }
    }

    /// The hash of a text's folded form.
    static func key(_ text: String) -> UInt64 {
        text.withBytes { text in
            var hash = Hash64()
            var index = 0
            while index < text.count {
                let scalar = CaseFolding.lowercase(ScalarDecoder.next(text, &index, end: text.count))
                if scalar < 0x80 {
                    let byte = UInt8(truncatingIfNeeded: scalar)
                    if CharacterReferences.isAlphanumeric(byte) { hash.add(byte) }
                } else if let unicode = Unicode.Scalar(scalar), isLetterOrDigit(unicode) {
                    hash.add(scalar: scalar)
                }
            }
            return hash.value
        }
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Unicode's tables are slow to ask. Letters of the Latin, Greek and Cyrillic alphabets, then general punctuation.
        case 0xC0...0x24F: scalar.value != 0xD7 && scalar.value != 0xF7
        case 0x391...0x3CE, 0x400...0x481, 0x48A...0x52F: true
        case 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF, 0xAC00...0xD7A3: true
        case 0x2000...0x206F: false
        default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }
}
