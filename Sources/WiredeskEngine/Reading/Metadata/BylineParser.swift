/// Takes the names out of a byline: "By Anna Smith, Staff Writer | Nov. 19" gives "Anna Smith".
struct BylineParser {
    /// Who a byline names.
    struct Names {
        var persons: [String] = []
        /// News agencies, desks and the like.
        var organizations: [String] = []

        var isEmpty: Bool { persons.isEmpty && organizations.isEmpty }
    }

    /// Whether markup or a field's name says that this is an author, so that single words and lower-case pen names
    /// count as names too.
    var isMarked: Bool

    /// Whether the text is a field of its own (JSON-LD, a meta), so that nothing but names stands in it.
    var isField = false

    /// No byline is longer, in bytes; what is longer is text.
    private static let maximumLength = 300

    func names(in text: String) -> Names {
        var names = Names()
        guard text.utf8.count <= Self.maximumLength else { return names }
        let (rest, hadPrefix) = Self.strippingPrefix(Self.afterInnerPrefix(text))
        var isFirst = true
        for part in Self.parts(of: rest) {
            add(part, isFirst: isFirst, isMarked: isMarked || hadPrefix, to: &names)
            isFirst = false
        }
        return names
    }

    /// The text after "By", "Von", "Written by" and their like.
    static func strippingPrefix(_ text: String) -> (rest: Substring, hadPrefix: Bool) {
        var rest = text[...].trimmed
        var hadPrefix = false
        var isStripping = true
        while isStripping {
            isStripping = false
            for prefix in BylineWords.prefixes where rest.hasFoldedPrefix(prefix) {
                let after = rest.dropFirst(prefix.count)
                guard after.unicodeScalars.first.map({ $0.properties.isWhitespace || $0 == ":" }) ?? true else {
                    continue
                }
                rest = after.drop { $0 == ":" || $0.isWhitespace }
                hadPrefix = true
                isStripping = true
                break
            }
        }
        return (rest, hadPrefix)
    }

    /// "Posted on May 4 by Anna Smith", "Alle Beiträge von Anna Smith": what stands before the name is no name.
    private static func afterInnerPrefix(_ text: String) -> String {
        for word in [" by ", " von ", " par ", " por "] {
            guard let found = text.lowercased().range(of: word, in: text) else { continue }
            let head = text[..<found.lowerBound].trimmed
            let tail = text[found.upperBound...].trimmed
            let first = tail.split(whereSeparator: \.isWhitespace).first
            let isLabel =
                head.utf8.contains { (0x30...0x39).contains($0) }
                || head.split(separator: " ").contains { BylineWords.labels.contains($0.lowercased()) }
            if isLabel, let first, first.first?.isUppercase == true { return String(tail) }
        }
        return text
    }

    /// Splits at signs and words that stand between names, and cuts what follows the last name.
    private static func parts(of text: Substring) -> [[Substring]] {
        var parts: [[Substring]] = [[]]
        for word in text.split(whereSeparator: \.isWhitespace) {
            let lower = word.lowercased()
            if BylineWords.conjunctions.contains(lower) {
                parts.append([])
                continue
            }
            // "for The Times", "in Berlin": no name follows.
            if BylineWords.ends.contains(lower), parts[parts.count - 1].count > 1 { return parts }
            var rest = word
            while let sign = rest.firstIndex(where: { ",;|/&•·+()[]–—\"".contains($0) || $0 == "\u{2009}" }) {
                if sign > rest.startIndex { parts[parts.count - 1].append(rest[..<sign]) }
                parts.append([])
                rest = rest[rest.index(after: sign)...]
            }
            if rest == "-" {
                parts.append([])
            } else if !rest.isEmpty {
                parts[parts.count - 1].append(rest)
            }
        }
        return parts
    }

    private func add(_ words: [Substring], isFirst: Bool, isMarked: Bool, to names: inout Names) {
        var words = words[...]
        if let first = words.first?.lowercased(), BylineWords.generations.contains(first), words.count == 1,
            let last = names.persons.last
        {
            names.persons[names.persons.count - 1] = last + " " + words[words.startIndex]
            return
        }
        while let first = words.first, Self.isNoise(first) { words.removeFirst() }
        // A time, an address or a handle ends the name.
        if let end = words.firstIndex(where: Self.isNoise) { words = words[..<end] }
        // "Anna smith": a small letter where a name would have a capital begins something else.
        if !isField, let first = words.first?.first(where: { $0.isLetter }), first.isUppercase,
            let end = words.firstIndex(where: {
                $0.first?.isLowercase == true && !BylineWords.particles.contains($0.lowercased())
            })
        {
            words = words[..<end]
        }
        guard !words.isEmpty else { return }
        let lower = words.map { Self.bare($0.lowercased()) }
        if lower.contains(where: BylineWords.organizations.contains)
            || BylineWords.agencies.contains(lower.joined(separator: " "))
        {
            let name = words.joined(separator: " ")
            if lower.count <= 8, !names.organizations.contains(name) { names.organizations.append(name) }
            return
        }
        // "Anna Smith Staff Writer": the role follows the name.
        if let role = lower.firstIndex(where: BylineWords.roles.contains) {
            words = words.prefix(role)
            guard words.count >= 2 else { return }
        }
        // "Anna Smith Fr" is what is left of "Anna Smith" and a weekday.
        if words.count >= 3, let last = words.last?.lowercased(), BylineWords.weekdays.contains(last) {
            words.removeLast()
        }
        guard (1...6).contains(words.count), words.allSatisfy({ Self.canBeName($0, isMarked: isMarked) }) else {
            return
        }
        let name = words.joined(separator: " ").trimmed(of: ".,:;-–*'")
        guard !name.isEmpty, !names.persons.contains(where: { $0.lowercased() == name.lowercased() }) else { return }
        if words.count == 1 {
            // A single word beside a full name is a place or a paper.
            guard isMarked, isFirst, names.persons.isEmpty, name.utf8.count > 1,
                !BylineWords.particles.contains(name.lowercased()), MonthNames.month(name.lowercased()) == nil
            else { return }
        }
        names.persons.append(
            words.last.map { $0.hasSuffix(".") } == true && words.count > 1 ? name + "." : String(name))
    }

    /// Figures, addresses and handles.
    private static func isNoise(_ word: Substring) -> Bool {
        word.utf8.contains { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "@") }
            || word.hasFoldedPrefix("http") || word.hasFoldedPrefix("www.")
            || BylineWords.times.contains(bare(word.lowercased()))
            || word.allSatisfy { !$0.isLetter }
    }

    private static func bare(_ word: String) -> String {
        String(word[...].trimmed(of: ".,:;*'\""))
    }

    private static func canBeName(_ word: Substring, isMarked: Bool) -> Bool {
        guard let first = word.first(where: { $0.isLetter }), !word.contains(where: { "“”„«»…:!?#<>{}=".contains($0) })
        else {
            return false
        }
        let lower = word.lowercased()
        if BylineWords.commonWords.contains(lower) || lower.hasSuffix("admin") { return false }
        // Scripts without case say nothing by it.
        return isMarked || !first.isLowercase || BylineWords.particles.contains(word.lowercased())
            || word.contains { $0 == "'" || $0 == "’" || $0 == "-" }
    }
}

extension String {
    /// The first place of a lower-case text in this one's lower-case form, as a range of the original; nil where lower
    /// case has another length and places would not agree.
    fileprivate func range(of wanted: String, in original: String) -> Range<String.Index>? {
        guard utf8.count == original.utf8.count else { return nil }
        let letters = Array(utf8)
        let sought = Array(wanted.utf8)
        guard letters.count >= sought.count else { return nil }
        for start in 0...(letters.count - sought.count)
        where letters[start] == sought[0] && letters[start..<(start + sought.count)].elementsEqual(sought) {
            let lower = original.utf8.index(original.startIndex, offsetBy: start)
            return lower..<original.utf8.index(lower, offsetBy: sought.count)
        }
        return nil
    }
}
