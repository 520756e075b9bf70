extension Substring {
    /// Without Unicode white space at its ends.
    var trimmed: Substring {
        if let first = utf8.first, let last = utf8.last, 0x21..<0x7F ~= first, 0x21..<0x7F ~= last { return self }
        guard let first = unicodeScalars.firstIndex(where: { !$0.isBlank }),
            let last = unicodeScalars.lastIndex(where: { !$0.isBlank })
        else { return "" }
        return self[first..<unicodeScalars.index(after: last)]
    }
}

extension StringProtocol {
    /// Without these characters, none of them a letter or digit, at its ends.
    func trimmed(of characters: String) -> String {
        var rest = Substring(self)
        if let first = rest.utf8.first, let last = rest.utf8.last, CharacterReferences.isAlphanumeric(first),
            CharacterReferences.isAlphanumeric(last)
        {
            return String(rest)
        }
        while let first = rest.first, characters.contains(first) { rest.removeFirst() }
        while let last = rest.last, characters.contains(last) { rest.removeLast() }
        return String(rest)
    }
}

extension Unicode.Scalar {
    /// White space of any kind, and the invisible marks that pages put at the ends of their texts.
    var isBlank: Bool {
        if isASCII { return value == 0x20 || (0x09...0x0D).contains(value) }
        return switch value {
        case 0x85, 0xA0, 0xAD, 0x1680, 0x2000...0x200F, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: true
        default: false
        }
    }
}
