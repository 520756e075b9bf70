/// A number, a word or a sign of a text that may hold a date.
struct DateToken {
    enum Kind: Equatable {
        case number(Int, digits: Int)
        /// Lower-case.
        case word(String)
        case symbol(Unicode.Scalar)
    }

    enum HalfOfDay { case morning, afternoon }

    var kind: Kind
    /// UTF-8 offsets into the text.
    var range: Range<Int>

    /// Splits a text; white space only separates.
    static func tokens(of utf8: Substring.UTF8View) -> [DateToken] {
        let bytes = Array(utf8)
        var tokens: [DateToken] = []
        var index = 0
        while index < bytes.count {
            let start = index
            if isDigit(bytes[index]) {
                var value = 0
                while index < bytes.count, isDigit(bytes[index]) {
                    // Nothing in a date is longer; the cap only keeps the number from overflowing.
                    value = min(value * 10 + Int(bytes[index] - 0x30), 1_000_000_000)
                    index += 1
                }
                tokens.append(DateToken(kind: .number(value, digits: index - start), range: start..<index))
            } else if isLetter(bytes, index) {
                while index < bytes.count, isLetter(bytes, index) { index += 1 }
                tokens.append(DateToken(kind: .word(lowercased(bytes, start..<index)), range: start..<index))
            } else {
                let scalar = scalar(bytes, at: &index)
                if !scalar.properties.isWhitespace {
                    tokens.append(DateToken(kind: .symbol(scalar), range: start..<index))
                }
            }
        }
        return tokens
    }

    private static func lowercased(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        guard bytes[range].allSatisfy({ $0 < 0x80 }) else {
            return String(decoding: bytes[range], as: UTF8.self).lowercased()
        }
        return String(unsafeUninitializedCapacity: range.count) { output in
            for (place, index) in range.enumerated() { output[place] = bytes[index].lowercased }
            return range.count
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// ASCII letters and everything beyond ASCII but general punctuation (U+2000–U+206F), Latin-1 signs (U+0080–U+00BF)
    /// and the ideographs and syllables that stand between the figures of an East Asian date.
    private static func isLetter(_ bytes: [UInt8], _ index: Int) -> Bool {
        let byte = bytes[index]
        if byte < 0x80 { return (0x61...0x7A).contains(byte | 0x20) }
        if byte == 0xC2 { return false }
        return !(0xE2...0xED).contains(byte) || isContinuation(byte)
    }

    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

    private static func scalar(_ bytes: [UInt8], at index: inout Int) -> Unicode.Scalar {
        let start = index
        index += 1
        while index < bytes.count, isContinuation(bytes[index]) { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self).unicodeScalars.first ?? " "
    }
}

extension [DateToken] {
    func kind(_ index: Int) -> DateToken.Kind? { indices.contains(index) ? self[index].kind : nil }

    func symbol(_ index: Int) -> Unicode.Scalar? {
        if case .symbol(let scalar)? = kind(index) { scalar } else { nil }
    }

    func word(_ index: Int) -> String? {
        if case .word(let word)? = kind(index) { word } else { nil }
    }

    func month(_ index: Int) -> Int? { word(index).flatMap(MonthNames.month) }

    /// A number of one or two figures from 1 to a limit; `next` is then the token after it.
    func number(after next: inout Int, from index: Int, upTo limit: Int) -> Int? {
        guard case .number(let value, let digits)? = kind(index), digits <= 2, (1...limit).contains(value) else {
            return nil
        }
        next = index + 1
        return value
    }

    /// A year of four figures.
    func year(_ next: inout Int) -> Int? {
        guard case .number(let value, 4)? = kind(next), DateTextParser.years.contains(value) else { return nil }
        next += 1
        return value
    }

    func skip(_ next: inout Int, symbols: String, words: Set<String>) {
        while true {
            if let symbol = symbol(next), symbols.unicodeScalars.contains(symbol) {
                next += 1
            } else if let word = word(next), words.contains(word) {
                next += 1
            } else {
                return
            }
        }
    }

    /// `am`, `p.m.`
    func halfOfDay(_ next: inout Int) -> DateToken.HalfOfDay? {
        guard let word = word(next) else { return nil }
        switch word {
        case "am", "pm":
            next += 1
        case "a", "p":
            guard symbol(next + 1) == ".", self.word(next + 2) == "m" else { return nil }
            next += symbol(next + 3) == "." ? 4 : 3
        default: return nil
        }
        return word.hasPrefix("a") ? .morning : .afternoon
    }

    /// A zone in minutes east of UTC, as a name that means one zone everywhere or as an offset.
    func zone(_ next: inout Int) -> Int? {
        var index = next
        if symbol(index) == "(" { index += 1 }
        if let word = word(index), let minutes = DateToken.zones[word] {
            next = symbol(index + 1) == ")" ? index + 2 : index + 1
            if minutes != 0 || (symbol(next) != "+" && symbol(next) != "-") { return minutes }
            index = next
        }
        guard let sign = symbol(index), sign == "+" || sign == "-" else { return nil }
        switch kind(index + 1) {
        case .number(let value, 4)?:
            next = index + 2
            return (value / 100 * 60 + value % 100) * (sign == "-" ? -1 : 1)
        case .number(let hours, 2)? where symbol(index + 2) == ":":
            // "10:00-11:30" is a span of time: a zone stands after seconds or apart.
            guard case .number(let minutes, 2)? = kind(index + 3), hours <= 14, minutes % 15 == 0,
                index == 0 || self[index - 1].range.upperBound < self[index].range.lowerBound
                    || (index >= 4 && symbol(index - 2) == ":" && symbol(index - 4) == ":")
            else { return nil }
            next = index + 4
            return (hours * 60 + minutes) * (sign == "-" ? -1 : 1)
        default: return nil
        }
    }
}

extension DateToken {
    /// Zones by abbreviation, lower-case. Those that mean several zones (CST, IST, ET) are left out: a guess could be
    /// half a day off.
    static let zones: [String: Int] = [
        "z": 0, "utc": 0, "gmt": 0, "bst": 60, "cet": 60, "mez": 60, "cest": 120, "mesz": 120, "eet": 120, "eest": 180,
        "msk": 180, "est": -300, "edt": -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
        "wib": 420, "jst": 540, "kst": 540, "aest": 600, "aedt": 660, "hkt": 480, "sgt": 480,
    ]
}
