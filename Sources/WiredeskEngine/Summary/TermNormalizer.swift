/// Brings the forms of a word together: lower case, and the ending cut off.
///
/// English loses the endings of plurals and verbs, a lighter cut than Porter's (1980); other languages keep the first
/// six letters, which does for inflected languages what a stemmer would (McNamee and Mayfield, 2004).
struct TermNormalizer {
    let isEnglish: Bool

    init(language: String?) { isEnglish = language == nil || language?.hasPrefix("en") == true }

    /// The `Hash64` of a word in lower case, and that of the part that its forms share.
    func hashes(of range: Range<Int>, in text: UTF8Text) -> (word: UInt64, stem: UInt64) {
        let end = isEnglish ? endOfStem(range, in: text) : endOfPrefix(range, in: text)
        var hash = Hash64()
        hash.addLowercased(text, range.lowerBound..<end)
        let stem = hash.value
        hash.addLowercased(text, end..<range.upperBound)
        return (hash.value, stem)
    }

    /// Where the part of an English word ends that its forms share. A stem keeps three letters.
    private func endOfStem(_ range: Range<Int>, in text: UTF8Text) -> Int {
        var count = range.count
        let start = range.lowerBound
        /// The letter so many from the end.
        func letter(_ fromEnd: Int) -> UInt8 { text.bytes[start + count - fromEnd] | 0x20 }
        if count >= 4, letter(1) == UInt8(ascii: "s") {
            if count >= 6, letter(2) == UInt8(ascii: "e"), letter(3) == UInt8(ascii: "i") {
                count -= 2
            } else if count < 5 || letter(2) != UInt8(ascii: "s") && letter(2) != UInt8(ascii: "u") {
                count -= 1
            }
        }
        if count >= 6, letter(1) == UInt8(ascii: "g"), letter(2) == UInt8(ascii: "n"), letter(3) == UInt8(ascii: "i") {
            count -= 3
        } else if count >= 5, letter(1) == UInt8(ascii: "d"), letter(2) == UInt8(ascii: "e") {
            count -= 2
        }
        while count > 3 {
            let last = letter(1)
            guard last == UInt8(ascii: "e") || last == UInt8(ascii: "y") || last == UInt8(ascii: "i") else { break }
            count -= 1
        }
        let end = start + count
        if count > 3, text.bytes[end - 1] == text.bytes[end - 2], text.bytes[end - 1].isLetter,
            letter(1) != UInt8(ascii: "l")
        {
            return end - 1
        }
        return end
    }

    private func endOfPrefix(_ range: Range<Int>, in text: UTF8Text) -> Int {
        var end = range.lowerBound
        var letters = 0
        while end < range.upperBound, letters < 6 {
            end += text.scalar(at: end).length
            letters += 1
        }
        return min(end, range.upperBound)
    }
}
