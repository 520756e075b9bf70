/// How titles are compared.
enum TitleText {
    /// Letters and digits alone, lower-case.
    static func folded(_ text: some StringProtocol) -> String {
        if let folded = text.utf8.withContiguousStorageIfAvailable(folded) { return folded }
        return Array(text.utf8).withUnsafeBufferPointer(folded)
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

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Unicode's tables are slow to ask. Letters of the Latin, Greek and Cyrillic alphabets, then general punctuation.
        case 0xC0...0x24F: scalar.value != 0xD7 && scalar.value != 0xF7
        case 0x391...0x3CE, 0x400...0x481, 0x48A...0x52F: true
        case 0x2000...0x206F: false
        default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }
}
