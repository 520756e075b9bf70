extension TokenScanner {
    /// The end of a URL whose scheme starts at `start` and ends at a colon; nil when it is none.
    func endOfURL(from start: Int, at colon: Int) -> Int? {
        guard colon - start <= 8, text.has("://", at: colon), text[colon + 3] > 0x20 else { return nil }
        return endOfPath(from: colon + 3)
    }

    /// The end of a domain name, with the path after it, whose first full stop is at an index; nil when it is none.
    /// Names of well-known top-level domains count (`example.com`), and anything after `www`.
    func endOfAddress(from start: Int, at fullStop: Int) -> Int? {
        guard text[fullStop + 1].isAlphanumeric else { return nil }
        let isWeb = text.has("www", at: start) && fullStop == start + 3
        guard isWeb || text[fullStop + 1].isLowercase else { return nil }
        var known = isWeb
        var end = fullStop
        while text[end] == UInt8(ascii: "."), text[end + 1].isAlphanumeric {
            var next = end + 1
            while text[next].isAlphanumeric || text[next] == UInt8(ascii: "-") { next += 1 }
            if Self.topLevelDomains.contains(text.bytes, end + 1..<next) { known = true }
            end = next
            guard known || end - fullStop < 64 else { return nil }
        }
        guard known else { return nil }
        return text[end] == UInt8(ascii: "/") ? endOfPath(from: end) : end
    }

    /// The end of the characters that a URL may hold, less the punctuation after it.
    private func endOfPath(from start: Int) -> Int {
        var end = start
        scan: while text[end] > 0x20 {
            switch text[end] {
            case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "|"), 0x7F: break scan
            case 0x80...:
                let (characterClass, length) = text.characterClass(at: end)
                guard characterClass == .letter || characterClass == .digit else { break scan }
                end += length
            default: end += 1
            }
        }
        while end > start {
            switch text[end - 1] {
            case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
                UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "'"), UInt8(ascii: "*"):
                end -= 1
            default: return end
            }
        }
        return end
    }

    /// The e-mail address around an `@` that follows a word directly; nil when it is none.
    func emailAddress(wordStart: Int, at index: Int) -> Range<Int>? {
        var end = index + 1
        var dots = 0
        while text[end].isAlphanumeric || text[end] == UInt8(ascii: "-") || text[end] == UInt8(ascii: ".") {
            if text[end] == UInt8(ascii: ".") {
                guard text[end + 1].isAlphanumeric else { break }
                dots += 1
            }
            end += 1
        }
        guard dots > 0 else { return nil }
        // Names before the @ hold full stops, which the word ended at: 64 bytes at most (RFC 5321, 4.5.3.1.1).
        var start = wordStart
        while start > 0, index - start < 64, Self.isLocalPart(text[start - 1]) { start -= 1 }
        while start < wordStart, !text[start].isAlphanumeric { start += 1 }
        return start..<end
    }

    private static func isLocalPart(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "+")
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "%")
    }

    /// The end of `@name`.
    func endOfHandle(from start: Int) -> Int? {
        var end = start + 1
        while text[end].isAlphanumeric || text[end] == UInt8(ascii: "_") { end += 1 }
        return end > start + 1 ? end : nil
    }

    /// The end of `#topic`, which holds a letter.
    func endOfHashtag(from start: Int) -> Int? {
        var end = start + 1
        var hasLetter = false
        while true {
            let (characterClass, length) = text.characterClass(at: end)
            switch characterClass {
            case .letter, .ideograph, .hiragana, .katakana, .unspaced: hasLetter = true
            case .digit, .extend: break
            default:
                guard text[end] == UInt8(ascii: "_") else { return hasLetter ? end : nil }
            }
            end += length
        }
    }

    /// The generic top-level domains in common use and the countries' whose names are no English words.
    private static let topLevelDomains = WordSet(
        """
        com org net edu gov mil int info biz io tv uk us ca au nz de fr nl ru jp cn br eu ch se dk pl cz fi gr pt hu \
        ro ua tr il za kr tw hk sg mx ar cl co app dev blog news html php
        """)
}
