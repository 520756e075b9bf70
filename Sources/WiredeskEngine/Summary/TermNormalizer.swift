/// Brings the forms of a word together: lower case, and the ending cut off.
///
/// English loses the endings of plurals and verbs, a lighter cut than Porter's (1980); other languages keep the first
/// six letters, which does for inflected languages what a stemmer would (McNamee and Mayfield, 2004).
struct TermNormalizer {
    let isEnglish: Bool

    init(language: String?) { isEnglish = language == nil || language?.hasPrefix("en") == true }

    func hash(of range: Range<Int>, in text: UTF8Text) -> UInt64 {
        Hash64.lowercased(text, isEnglish ? stem(range, in: text) : prefix(range, in: text))
    }

    /// The part of an English word that its forms share.
    func stem(_ range: Range<Int>, in text: UTF8Text) -> Range<Int> {
        let start = range.lowerBound
        var end = range.upperBound
        func ends(_ suffix: StaticString) -> Bool {
            let length = suffix.utf8CodeUnitCount
            guard end - start >= length + 3 else { return false }
            for offset in 0..<length where text[end - length + offset].lowercased != suffix.utf8Start[offset] {
                return false
            }
            return true
        }
        if ends("ies") {
            end -= 2
        } else if ends("s"), !ends("ss"), !ends("us") {
            end -= 1
        }
        if ends("ing") {
            end -= 3
        } else if ends("ed") {
            end -= 2
        }
        while end - start > 3 {
            let last = text[end - 1].lowercased
            guard last == UInt8(ascii: "e") || last == UInt8(ascii: "y") || last == UInt8(ascii: "i") else { break }
            end -= 1
        }
        if end - start > 3, text[end - 1] == text[end - 2], text[end - 1].isLetter, text[end - 1] != UInt8(ascii: "l") {
            end -= 1
        }
        return start..<end
    }

    private func prefix(_ range: Range<Int>, in text: UTF8Text) -> Range<Int> {
        var end = range.lowerBound
        var letters = 0
        while end < range.upperBound, letters < 6 {
            end += text.scalar(at: end).length
            letters += 1
        }
        return range.lowerBound..<min(end, range.upperBound)
    }
}
