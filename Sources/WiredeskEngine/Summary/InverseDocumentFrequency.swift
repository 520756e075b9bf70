/// How rare a word is in English news.
enum InverseDocumentFrequency {
    private static let slots = 8192

    /// - Parameter hash: of the word as `TermNormalizer` writes it.
    /// - Returns: 0 for a word of every article to 7.7 for one that is hardly ever seen. A word shares each of its two
    ///   slots with others, which can only make it look more frequent; the rarer slot counts.
    static func english(_ hash: UInt64) -> Float {
        let first = value(Int(truncatingIfNeeded: hash) & (slots - 1))
        let second = value(slots + (Int(truncatingIfNeeded: hash >> 13) & (slots - 1)))
        return max(first, second)
    }

    @inline(__always)
    private static func value(_ slot: Int) -> Float {
        let character = table.utf8Start[slot]
        // The backslash's place is taken by the character before `?`.
        return character == 0x3E ? Float(0x5C - 0x3F) / 8 : Float(character - 0x3F) / 8
    }
}
