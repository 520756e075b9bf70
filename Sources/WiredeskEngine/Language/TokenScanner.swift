/// One pass over a text that collects its tokens. Every rule looks ahead a bounded distance or consumes what it
/// looked at, so that the whole is linear.
struct TokenScanner {
    let text: UTF8Text
    /// The letters of ASCII.
    let letters: ByteMask
    private(set) var tokens: [Token] = []

    init(_ text: UTF8Text) {
        self.text = text
        letters = ByteMask(text.bytes, Self.lettersOfASCII)
        tokens.reserveCapacity(text.count / 5 + 8)
    }

    private static let lettersOfASCII = ByteSet((0..<0x80).filter(\.isLetter))

    mutating func scan() {
        var index = 0
        while index < text.count {
            let byte = text.bytes[index]
            if byte <= 0x20 {
                index += 1
            } else if byte.isLetter {
                index = scanWord(from: index)
            } else if byte.isDigit {
                index = scanNumber(from: index)
            } else {
                index = scanOther(from: index)
            }
        }
    }

    mutating func append(_ kind: Token.Kind, _ start: Int, _ end: Int) -> Int {
        tokens.append(Token(start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), kind: kind))
        return end
    }

    /// Takes back the tokens that start at an index or later.
    mutating func removeTokens(from start: Int) {
        while let last = tokens.last, Int(last.start) >= start { tokens.removeLast() }
    }

    /// A token that starts with neither an ASCII letter nor a digit.
    private mutating func scanOther(from start: Int) -> Int {
        let (characterClass, length) = text.characterClass(at: start)
        switch characterClass {
        case .space: return start + length
        case .letter: return scanWord(from: start)
        case .digit: return scanNumber(from: start)
        case .ideograph, .unspaced: return append(.word, start, endOfExtension(from: start + length))
        case .hiragana, .katakana: return append(.word, start, endOfRun(of: characterClass, from: start + length))
        case .extend, .mark: return scanMark(from: start, length: length)
        }
    }

    private mutating func scanMark(from start: Int, length: Int) -> Int {
        let byte = text.bytes[start]
        var end = start + length
        switch byte {
        case UInt8(ascii: "@"):
            if let end = endOfHandle(from: start) { return append(.handle, start, end) }
        case UInt8(ascii: "#"):
            if let end = endOfHashtag(from: start) { return append(.hashtag, start, end) }
        case UInt8(ascii: "'") where text[start + 1] | 0x20 == UInt8(ascii: "s") && followsWord(start):
            if !isWordCharacter(at: start + 2) { return append(.clitic, start, start + 2) }
        case UInt8(ascii: "."), UInt8(ascii: "-"):
            while text[end] == byte { end += 1 }
        default:
            if byte >= 0x80 {
                if text.has("’", at: start), text[end] | 0x20 == UInt8(ascii: "s"), followsWord(start),
                    !isWordCharacter(at: end + 1)
                {
                    return append(.clitic, start, end + 1)
                }
                end = endOfExtension(from: end)
            }
        }
        return append(.mark, start, end)
    }

    /// Whether the last token is a word that ends right before an index.
    private func followsWord(_ index: Int) -> Bool {
        guard let last = tokens.last else { return false }
        return Int(last.end) == index && last.isWord
    }

    func isWordCharacter(at index: Int) -> Bool {
        let characterClass = text.characterClass(at: index).class
        return characterClass == .letter || characterClass == .digit || characterClass == .extend
    }

    func endOfExtension(from start: Int) -> Int {
        var end = start
        while text[end] >= 0x80 {
            let (characterClass, length) = text.characterClass(at: end)
            guard characterClass == .extend else { break }
            end += length
        }
        return end
    }

    private func endOfRun(of wanted: CharacterClass, from start: Int) -> Int {
        var end = start
        while text[end] >= 0x80 {
            let (characterClass, length) = text.characterClass(at: end)
            guard characterClass == wanted || characterClass == .extend else { break }
            end += length
        }
        return end
    }
}
