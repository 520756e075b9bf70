/// Cleans texts that pages encode once more inside JSON and attributes: left-over tags, character references, runs of
/// white space.
enum PlainMarkup {
    static func text(_ text: String) -> String {
        var plain = ""
        var pendingSpace = false
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            var scalar = scalar
            if scalar == "<", let next = rest.first, next.properties.isAlphabetic || next == "/",
                let end = rest.firstIndex(of: ">")
            {
                rest = rest[rest.index(after: end)...]
                pendingSpace = true
                continue
            }
            if scalar == "&", let (character, length) = reference(rest) {
                scalar = character
                rest = rest.dropFirst(length)
            }
            if scalar.isBlank {
                pendingSpace = true
                continue
            }
            if pendingSpace, !plain.isEmpty { plain.unicodeScalars.append(" ") }
            pendingSpace = false
            plain.unicodeScalars.append(scalar)
        }
        return plain
    }

    /// The text with runs of white space made one space, and nothing else changed.
    static func collapsed(_ text: String) -> String {
        var collapsed = ""
        collapsed.reserveCapacity(text.utf8.count)
        var pendingSpace = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                pendingSpace = true
                continue
            }
            if pendingSpace, !collapsed.isEmpty { collapsed.unicodeScalars.append(" ") }
            pendingSpace = false
            collapsed.unicodeScalars.append(scalar)
        }
        return collapsed
    }

    /// The character that a reference after `&` stands for, and its length in scalars.
    private static func reference(_ text: Substring.UnicodeScalarView) -> (Unicode.Scalar, Int)? {
        let body = text.prefix(9).prefix { $0 != ";" }
        guard body.count < 9, text.dropFirst(body.count).first == ";" else { return nil }
        let name = String(body)
        let length = body.count + 1
        if name.hasPrefix("#") {
            let digits = name.dropFirst()
            let value = digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return value.flatMap(Unicode.Scalar.init).map { ($0, length) }
        }
        return named[name].map { ($0, length) }
    }

    private static let named: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–", "mdash": "—",
        "hellip": "…", "lsquo": "‘",
        "rsquo": "’", "ldquo": "“", "rdquo": "”", "bdquo": "„", "laquo": "«", "raquo": "»", "auml": "ä", "ouml": "ö",
        "uuml": "ü", "szlig": "ß",
        "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "eacute": "é", "egrave": "è", "agrave": "à", "ccedil": "ç",
    ]
}
