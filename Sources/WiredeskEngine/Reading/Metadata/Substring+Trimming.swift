extension Substring {
    /// Without Unicode white space at its ends.
    var trimmed: Substring {
        guard let first = unicodeScalars.firstIndex(where: { !$0.isBlank }),
            let last = unicodeScalars.lastIndex(where: { !$0.isBlank })
        else { return "" }
        return self[first..<unicodeScalars.index(after: last)]
    }

    /// Whether it begins so, letters of either case; the prefix is lower-case.
    func hasFoldedPrefix(_ prefix: String) -> Bool {
        guard utf8.count >= prefix.utf8.count else { return false }
        // In ASCII equal characters are equal bytes. Most texts differ in the first.
        for (mine, wanted) in zip(utf8, prefix.utf8) {
            guard mine < 0x80, wanted < 0x80 else { break }
            if mine &- 0x41 < 26 ? mine | 0x20 != wanted : mine != wanted { return false }
        }
        return self.prefix(prefix.count).lowercased() == prefix
    }
}

extension StringProtocol {
    /// Without these characters at its ends.
    func trimmed(of characters: String) -> String {
        var rest = Substring(self)
        while let first = rest.first, characters.contains(first) { rest.removeFirst() }
        while let last = rest.last, characters.contains(last) { rest.removeLast() }
        return String(rest)
    }
}

extension Unicode.Scalar {
    /// White space of any kind, and the invisible marks that pages put at the ends of their texts.
    var isBlank: Bool {
        if isASCII { return value == 0x20 || (0x09...0x0D).contains(value) }
        return properties.isWhitespace || (0x200B...0x200F).contains(value) || value == 0xFEFF || value == 0x2060
            || value == 0xAD
    }
}
