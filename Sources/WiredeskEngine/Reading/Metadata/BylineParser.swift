/// Takes the names out of a byline: "By Anna Smith, Staff Writer | Nov. 19" gives "Anna Smith".
struct BylineParser {
    /// Who a byline names.
    struct Names {
        var persons: [String] = []
        /// News agencies, desks and the like.
        var organizations: [String] = []
        /// Whether the text begins with "By", "Von", "Author:" and their like.
        var hadPrefix = false
        /// Whether it says so further on: "Posted on May 4 by".
        var hadInnerPrefix = false
        /// Whether the text says nothing besides names.
        var isPure = true

        var isEmpty: Bool { persons.isEmpty && organizations.isEmpty }
    }

    /// Whether markup or a field's name says that this is an author, so that single words and lower-case pen names
    /// count as names too.
    var isMarked: Bool

    /// Whether the text is a field of its own (JSON-LD, a meta), so that nothing but names stands in it.
    var isField = false

    func names(in text: String) -> Names { names(in: BylineText(text)) }

    func names(in text: BylineText) -> Names {
        var names = Names()
        var start = Self.prefixEnd(text, from: 0)
        names.hadPrefix = start > 0
        var isSure = isMarked || start > 1
        if start == 0, let inner = Self.innerPrefixEnd(text, isMarked: isMarked) {
            start = inner
            names.hadInnerPrefix = true
            names.isPure = false
            isSure = true
        }
        if isField, !names.hadPrefix, let whole = Self.organization(text) {
            names.organizations = [whole]
            return names
        }
        var isFirst = true
        var next = start
        while next < text.words.count {
            let part = Self.part(text, from: &next)
            if let cut = part.cut {
                names.isPure = false
                if cut == part.words.lowerBound || isFirst && part.words.isEmpty { break }
            }
            if !part.words.isEmpty {
                let allowsSingle = isFirst && (isSure || names.hadPrefix && part.words.upperBound == text.words.count)
                add(text, part.words, allowsSingle: allowsSingle, to: &names)
                isFirst = false
            }
            if part.isLast { break }
        }
        return names
    }

    // MARK: Prefixes

    /// The word after "By", "Von", "Written by" and their like; `start` itself where none stands there.
    static func prefixEnd(_ text: BylineText, from start: Int) -> Int {
        let vocabulary = BylineVocabulary.shared
        var end = start
        while end < text.words.count {
            var phrase: UInt64 = 0
            var longest = end
            for index in end..<min(text.words.count, end + BylineVocabulary.longestPrefix) {
                if index > end, text.words[index].followsSign { break }
                phrase = BylineVocabulary.extend(phrase, text.words[index].key)
                if vocabulary.isPrefix(phrase) { longest = index + 1 }
            }
            if longest == end, text.words[end].kind.contains(.field), text.words[end].endsInColon { longest = end + 1 }
            guard longest > end else { break }
            end = longest
        }
        return end
    }

    /// "Posted on May 4 by Anna Smith", "Alle Beiträge von Anna Smith": what stands before the name is no name.
    private static func innerPrefixEnd(_ text: BylineText, isMarked: Bool) -> Int? {
        var isLabelled = false
        for (index, word) in text.words.enumerated() {
            if index > 0, index + 1 < text.words.count, word.kind.contains(.by), isLabelled || word.followsSign,
                text.words[index + 1].isUpper == true || isMarked && text.words[index + 1].isUpper != nil,
                !text.words[index + 1].followsSign || word.endsInColon
            {
                return index + 1
            }
            if word.followsSign, word.kind.contains(.field), word.endsInColon, index + 1 < text.words.count {
                return index + 1
            }
            isLabelled = isLabelled || word.isNoise || word.kind.contains(.label)
        }
        return nil
    }

    // MARK: Names

    private struct Part {
        var words: Range<Int>
        /// Where what is no name begins.
        var cut: Int?
        /// Nothing of the byline follows.
        var isLast = false
    }

    /// The words up to the next sign or conjunction. `next` is then where the part after it begins.
    private static func part(_ text: BylineText, from next: inout Int) -> Part {
        let words = text.words
        while next < words.count, words[next].kind.contains(.conjunction), words[next].isUpper != true { next += 1 }
        let start = next
        while next < words.count {
            let word = words[next]
            if next > start, word.followsSign { break }
            if word.kind.contains(.conjunction), word.isUpper == false { break }
            // "for The Times", "in Berlin", "All articles": no name follows.
            if next > start + 1, word.kind.contains(.end) || word.kind.contains(.common) && word.isUpper == true {
                return Part(words: start..<next, cut: next, isLast: true)
            }
            // "Anna Smith. Harbour": a sentence begins.
            if next > start + 1, words[next - 1].length > 3, words[next - 1].endsInStop {
                return Part(words: start..<next, cut: next, isLast: true)
            }
            // "Photos:" begins another's name.
            if next > start || start > 0, word.endsInColon {
                return Part(words: start..<next, cut: next, isLast: true)
            }
            next += 1
        }
        return Part(words: start..<next)
    }

    private func add(_ text: BylineText, _ part: Range<Int>, allowsSingle: Bool, to names: inout Names) {
        let words = text.words
        var part = part
        if part.count == 1, words[part.lowerBound].kind.contains(.generation), let last = names.persons.last {
            let stop = words[part.lowerBound].endsInStop ? "." : ""
            names.persons[names.persons.count - 1] = last + " " + text.string(part) + stop
            return
        }
        while let first = part.first, words[first].isNoise || words[first].kind.contains(.time) {
            part.removeFirst()
            names.isPure = false
        }
        // A time, an address or a handle ends the name, and so does the month before its day.
        if let end = part.first(where: { words[$0].isNoise || words[$0].kind.contains(.time) }) {
            let isDay = words[end].isNoise
            part = part.lowerBound..<end
            names.isPure = false
            while isDay, part.count > 2, let last = part.last,
                !words[last].kind.isDisjoint(with: [.month, .weekday, .end, .particle])
            {
                part.removeLast()
            }
        }
        // "Anna smith": a small letter where a name would have a capital begins something else.
        if !isField, let first = part.first, words[first].isUpper == true,
            let end = part.first(where: { words[$0].isUpper == false && !words[$0].kind.contains(.particle) })
        {
            part = part.lowerBound..<end
            names.isPure = false
            // "Von Berlin nach Paris"
            if part.count == 1, !isMarked, !words[end].kind.contains(.end) { return }
        }
        while part.count > 2, let first = part.first, words[first].kind.contains(.title) { part.removeFirst() }
        // "via The Gull", "for The Gull": who passed it on.
        if let first = part.first, words[first].kind.contains(.end) {
            names.isPure = false
            return
        }
        guard !part.isEmpty else { return }
        let first = words[part.lowerBound]
        if part.contains(where: { words[$0].kind.contains(.organization) }) || first.kind.contains(.agency)
            || part.count == 1 && first.isDomain
        {
            let name = text.string(part)
            if part.count <= 8, !names.organizations.contains(name) { names.organizations.append(name) }
            return
        }
        // "Anna Smith Staff Writer": the role follows the name.
        if let role = part.first(where: { words[$0].kind.contains(.role) }) {
            part = part.lowerBound..<role
            names.isPure = false
            if part.count < 2 { return }
        }
        // "Anna Smith Fr" is what is left of "Anna Smith" and a weekday.
        if part.count >= 3, let last = part.last, words[last].kind.contains(.weekday) { part.removeLast() }
        addPerson(text, part, allowsSingle: allowsSingle, to: &names)
    }

    private func addPerson(_ text: BylineText, _ part: Range<Int>, allowsSingle: Bool, to names: inout Names) {
        let words = text.words
        guard (1...6).contains(part.count),
            part.allSatisfy({ canBeName(words[$0], allowsLower: isMarked || allowsSingle && part.count == 1) }),
            !part.allSatisfy({ words[$0].kind.contains(.common) })
        else {
            names.isPure = false
            return
        }
        if part.count == 1 {
            // A single word beside a full name is a place or a paper.
            let word = words[part.lowerBound]
            guard allowsSingle, names.persons.isEmpty, word.core.count > 1,
                word.kind.isDisjoint(with: [.particle, .month])
            else { return }
        }
        var name = text.string(part).trimmed(of: "-–")
        if let last = part.last, part.count > 1, words[last].endsInStop, words[last].length <= 2 {
            name += "."
        }
        if !name.isEmpty, !names.persons.contains(where: { TitleText.folded($0) == TitleText.folded(name) }) {
            names.persons.append(name)
        }
    }

    private func canBeName(_ word: BylineText.Word, allowsLower: Bool) -> Bool {
        // A pen name in a field may well be "Catch more fish".
        if word.isOdd || word.isNoise || word.kind.contains(.common) && !isField { return false }
        // Scripts without case say nothing by it.
        return allowsLower || word.isUpper != false || word.kind.contains(.particle)
    }

    /// A field that names an organization and no person is that organization, commas and all: "Harbour Office, 10 Quay
    /// Street", "Staff and news services".
    private static func organization(_ text: BylineText) -> String? {
        let words = text.words
        guard (2...12).contains(words.count), words.contains(where: { $0.kind.contains(.organization) }) else {
            return nil
        }
        var isPartStart = true
        for (index, word) in words.enumerated() {
            isPartStart = isPartStart || word.followsSign
            if isPartStart, !word.kind.contains(.conjunction) {
                if PersonNameTest.isFullName(text, from: index) { return nil }
                isPartStart = false
            }
            if word.kind.contains(.conjunction) { isPartStart = true }
        }
        return text.string(0..<words.count)
    }
}
