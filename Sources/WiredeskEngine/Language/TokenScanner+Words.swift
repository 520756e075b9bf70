extension TokenScanner {
    /// A word, from its first letter.
    mutating func scanWord(from start: Int) -> Int {
        // Most words are letters of ASCII and end at a space.
        let index = letters.endOfRun(from: start)
        if index > start, index < text.count, text.bytes[index] == 0x20 { return append(.word, start, index) }
        if let end = endOfInitials(from: start) { return append(.word, start, end) }
        return scanWord(from: start, at: start, kind: .word)
    }

    /// A number, from its first digit, with the letters that follow it directly.
    mutating func scanNumber(from start: Int) -> Int {
        var index = start
        while true {
            let byte = text[index]
            if byte.isDigit {
                index += 1
            } else if byte < 0x80 {
                guard Self.isNumberSeparator(byte), text[index + 1].isDigit else { break }
                index += 2
            } else {
                let (characterClass, length) = text.characterClass(at: index)
                guard characterClass == .digit else { break }
                index += length
            }
        }
        return scanWord(from: start, at: index, kind: .number)
    }

    private static func isNumberSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "-"),
            UInt8(ascii: "'"):
            true
        default: false
        }
    }

    /// The rest of a word that starts at `start` and has been read up to `index`.
    private mutating func scanWord(from start: Int, at index: Int, kind: Token.Kind) -> Int {
        var index = index
        while index < text.count {
            let byte = text.bytes[index]
            if byte.isAlphanumeric {
                index += 1
                continue
            }
            if byte <= 0x20 { break }
            if byte >= 0x80 {
                let (characterClass, length) = text.characterClass(at: index)
                if characterClass == .letter || characterClass == .digit || characterClass == .extend {
                    index += length
                    continue
                }
                if text.has("’", at: index) {
                    guard let next = endOfApostrophe(at: index, length: length, wordStart: start) else { break }
                    if next.endsWord { return append(kind, start, next.index) }
                    index = next.index
                    continue
                }
                // U+2010 and U+2011, the hyphens proper.
                if text.has("\u{2010}", at: index) || text.has("\u{2011}", at: index), index > start,
                    isWordCharacter(at: index + length)
                {
                    index += length
                    continue
                }
                break
            }
            switch byte {
            case UInt8(ascii: "'"):
                guard let next = endOfApostrophe(at: index, length: 1, wordStart: start) else { break }
                if next.endsWord { return append(kind, start, next.index) }
                index = next.index
                continue
            case UInt8(ascii: "-"), UInt8(ascii: "_"):
                guard index > start, isWordCharacter(at: index + 1) else { break }
                index += 1
                continue
            case UInt8(ascii: "&"):
                // `AT&T`, `R&B`; not `Marks&amp;Co`.
                guard text[index - 1].isUppercase, text[index + 1].isUppercase else { break }
                index += 1
                continue
            case UInt8(ascii: "."):
                if let end = endOfAddress(from: start, at: index) { return append(.address, start, end) }
                if text[index + 1].isAlphanumeric {
                    if let end = endOfDegree(from: start, at: index) { return append(kind, start, end) }
                    break
                }
                guard kind == .word, isAbbreviation(start..<index) else { break }
                return append(kind, start, index + 1)
            case UInt8(ascii: ":"):
                if let end = endOfURL(from: start, at: index) { return append(.address, start, end) }
            case UInt8(ascii: "@"):
                if let address = emailAddress(wordStart: start, at: index) {
                    removeTokens(from: address.lowerBound)
                    return append(.address, address.lowerBound, address.upperBound)
                }
            default: break
            }
            break
        }
        return append(kind, start, index)
    }

    /// Where a word goes on after an apostrophe inside it; nil when the apostrophe is not part of it. The word ends
    /// there after an elided article or pronoun (`l'`, `d'`, `dell'`), which is a word of its own.
    private func endOfApostrophe(at index: Int, length: Int, wordStart: Int) -> (index: Int, endsWord: Bool)? {
        let next = index + length
        guard text.isLetter(at: next) else { return nil }
        // The 's of a possessive or of "it is" is a token of its own.
        if text[next] | 0x20 == UInt8(ascii: "s"), !isWordCharacter(at: next + 1) { return nil }
        return (next, isElision(wordStart..<index))
    }

    private func isElision(_ word: Range<Int>) -> Bool {
        switch word.count {
        case 1:
            switch text[word.lowerBound] {
            case UInt8(ascii: "l"), UInt8(ascii: "d"), UInt8(ascii: "j"), UInt8(ascii: "n"), UInt8(ascii: "s"),
                UInt8(ascii: "c"), UInt8(ascii: "m"), UInt8(ascii: "t"):
                return true
            default: return false
            }
        case 2: return text.has("qu", at: word.lowerBound) || text.has("un", at: word.lowerBound)
        default: return word.count <= 5 && text.has("ll", at: word.upperBound - 2) && text[word.lowerBound].isLowercase
        }
    }

    /// The end of letters each followed by a full stop (`U.S.`, `e.g.`, `J.R.R.`, `т.е.`), or of one initial before
    /// a name; nil when there are none.
    private func endOfInitials(from start: Int) -> Int? {
        var index = start
        var letters = 0
        var end = start
        while true {
            let (characterClass, length) = text.characterClass(at: index)
            guard characterClass == .letter, text[index + length] == UInt8(ascii: "."), text[index + length + 1] != 0x2E
            else { break }
            index += length + 1
            letters += 1
            end = index
        }
        guard letters > 0 else { return nil }
        // `U.S` without its last full stop.
        if letters == 1 || !isWordCharacter(at: end) {
            let (characterClass, length) = text.characterClass(at: end)
            if characterClass == .letter, !isWordCharacter(at: end + length) { return end + length }
        }
        if letters > 1 { return end }
        guard text[end] == 0x20, text.isUppercase(at: start), text.isUppercase(at: end + 1) else { return nil }
        // The pronoun may end a sentence; "J. Smith" and "J. R. Smith" do not.
        return text[start] == UInt8(ascii: "I") && end == start + 2 ? nil : end
    }

    /// The end of a degree with a full stop inside (`Ph.D.`, `M.Sc.`), whose first full stop is at an index.
    private func endOfDegree(from start: Int, at index: Int) -> Int? {
        guard index - start <= 2, text[start].isUppercase, text[index + 1].isUppercase else { return nil }
        var end = index + 2
        if text[end].isLowercase { end += 1 }
        guard end - index <= 3, text[end] == UInt8(ascii: "."), !text[end + 1].isAlphanumeric else { return nil }
        return end + 1
    }

    /// Whether the full stop after a word belongs to the word.
    private func isAbbreviation(_ word: Range<Int>) -> Bool {
        guard text[word.lowerBound].isUppercase else {
            return Abbreviations.lowercase.contains(text.bytes, word)
        }
        if Abbreviations.numbered.contains(text.bytes, word) {
            return text[word.upperBound + 1] == 0x20 && text[word.upperBound + 2].isDigit
        }
        return Abbreviations.titles.contains(text.bytes, word) || Abbreviations.suffixes.contains(text.bytes, word)
            || Abbreviations.months.contains(text.bytes, word)
    }
}
