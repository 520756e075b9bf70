/// What spellings of a name from another script have in common.
enum NameSkeleton {
    /// The consonants of a word, alike ones made one and none twice: of `Oleksandr` and `Alexandr`, of `Mohammad` and
    /// `Muhammed`. Empty for other scripts than Latin.
    static func consonants(of word: some Sequence<UInt8>) -> [UInt8] {
        letters(of: word).filter { !isVowel($0) && $0 != run }
    }

    /// The letters of a word with every run of vowels made one sign: alike for `Rezaei`, `Rezai` and `Rezaie`, not for
    /// `Jensen` and `Jansen`.
    static func letters(of word: some Sequence<UInt8>) -> [UInt8] {
        guard let folded = folded(word) else { return [] }
        var letters: [UInt8] = []
        for (index, letter) in folded.enumerated() {
            let next = index + 1 < folded.count ? folded[index + 1] : 0
            let previous = index > 0 ? folded[index - 1] : 0
            switch letter {
            case UInt8(ascii: "'"): continue
            // Heard only between vowels and at the beginning: `Abdallah`, `Khalil`.
            case UInt8(ascii: "h") where !isVowel(next) || index > 0 && !isVowel(previous): continue
            case UInt8(ascii: "s") where previous == UInt8(ascii: "k"):
                if letters.last == UInt8(ascii: "k") { letters.removeLast() }
                letters.append(UInt8(ascii: "x"))
            case _ where isVowel(letter):
                guard let last = letters.last, isVowel(last) || last == run else {
                    letters.append(letter)
                    continue
                }
                letters[letters.count - 1] = run
            default:
                let consonant = like[letter] ?? letter
                if letters.last != consonant { letters.append(consonant) }
            }
        }
        return letters
    }

    /// Stands for several vowels.
    private static let run = UInt8(ascii: "*")

    private static let like: [UInt8: UInt8] = [
        UInt8(ascii: "c"): UInt8(ascii: "k"), UInt8(ascii: "q"): UInt8(ascii: "k"),
        UInt8(ascii: "w"): UInt8(ascii: "v"),
    ]

    private static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
            UInt8(ascii: "y"):
            true
        default: false
        }
    }

    /// In lower case, without accents; nil for other scripts.
    private static func folded(_ word: some Sequence<UInt8>) -> [UInt8]? {
        let bytes = Array(word)
        return bytes.withUnsafeBufferPointer { buffer in
            let text = UTF8Text(buffer)
            var folded: [UInt8] = []
            var index = 0
            while index < bytes.count {
                let (scalar, length) = text.scalar(at: index)
                index += length
                let letter = scalar < 0x80 ? UInt32(UInt8(scalar).lowercased) : WordKey.fold(scalar)
                guard letter < 0x80 else { return nil }
                folded.append(UInt8(letter))
            }
            return folded
        }
    }
}
