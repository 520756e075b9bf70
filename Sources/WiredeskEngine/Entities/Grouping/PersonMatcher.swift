/// Decides whether two full names can be one person's.
struct PersonMatcher {
    let text: LexedText

    /// The lexeme of the surname: the last word but for `Jr.` and the like.
    func surname(of words: [Int]) -> Int {
        var last = words.count - 1
        while last > 0, text.lexemes[words[last]].isIn(.nameSuffix) { last -= 1 }
        return words[last]
    }

    /// `Karl A. Booker` and `Karl Booker`, `Jim Booker` and `J.T. Booker` for `James T. Booker`, `Assadollah Karimi`
    /// and `Asadollah Karimi`; never `Peter Booker` and `Karen Booker`.
    func areSame(_ first: [Int], _ second: [Int]) -> Bool {
        let surnames = (surname(of: first), surname(of: second))
        let left = given(first, before: surnames.0)
        let right = given(second, before: surnames.1)
        guard isSameOrVariant(surnames.0, surnames.1) else {
            // "Hernán Darío Gómez" and "Hernán Darío": the beginning of the longer.
            let (shorter, longer) = first.count < second.count ? (first, second) : (second, first)
            return shorter.count >= 2 && shorter.count < longer.count
                && zip(shorter, longer).allSatisfy { text.lexemes[$0].key == text.lexemes[$1].key }
        }
        if left.isEmpty || right.isEmpty { return true }
        // First names agree by spelling, by initial or as a variant; what is between may be left out.
        guard agree(left[0], right[0]) else {
            return left.count != right.count
                && (left.contains { agree($0, right[0]) && !isInitial($0) }
                    || right.contains { agree($0, left[0]) && !isInitial($0) })
        }
        guard left.count > 1, right.count > 1 else { return true }
        return agree(left[1], right[1])
    }

    private func given(_ words: [Int], before surname: Int) -> [Int] { words.filter { $0 < surname } }

    /// `J.` or `J.T.`
    private func isInitial(_ index: Int) -> Bool {
        let lexeme = text.lexemes[index]
        return lexeme.has(.initial) || lexeme.has(.allCapitals) && lexeme.has(.dotted)
    }

    /// Whether two given names can be one.
    private func agree(_ first: Int, _ second: Int) -> Bool {
        if isInitial(first) || isInitial(second) {
            return text.text[text.lexemes[first].range.lowerBound] == text.text[text.lexemes[second].range.lowerBound]
        }
        let keys = (text.lexemes[first].key, text.lexemes[second].key)
        if keys.0 == keys.1 { return true }
        let full = (GroupingWords.nicknames[keys.0] ?? keys.0, GroupingWords.nicknames[keys.1] ?? keys.1)
        if full.0 == full.1 { return true }
        let genders = (gender(first), gender(second))
        if !genders.0.isEmpty, !genders.1.isEmpty, genders.0 != genders.1 { return false }
        return isVariant(first, of: second) || isTranscribed(first, second)
    }

    /// The sex that a given name tells.
    func gender(_ index: Int) -> Gazetteer.Kinds {
        text.lexemes[index].gazetteer.kinds.intersection([.feminine, .masculine])
    }

    /// `Oleksandr` and `Alexandr`: the same consonants and the same end; `Martin` and `Martina` end differently.
    private func isTranscribed(_ first: Int, _ second: Int) -> Bool {
        let left = text.text[text.lexemes[first].range]
        let right = text.text[text.lexemes[second].range]
        guard min(left.count, right.count) >= 5, max(left.count, right.count) <= 24,
            left.last?.lowercased == right.last?.lowercased
        else { return false }
        let consonants = NameSkeleton.consonants(of: left)
        return consonants.count >= 3 && consonants == NameSkeleton.consonants(of: right)
    }

    private func isSameOrVariant(_ first: Int, _ second: Int) -> Bool {
        text.lexemes[first].key == text.lexemes[second].key || isVariant(first, of: second)
    }

    /// Whether two words are spellings of one name: they begin alike and differ by a doubled letter or within a run of
    /// vowels, long ones by two letters.
    func isVariant(_ first: Int, of second: Int) -> Bool {
        let left = text.text[text.lexemes[first].range]
        let right = text.text[text.lexemes[second].range]
        guard min(left.count, right.count) >= 5, max(left.count, right.count) <= 24, abs(left.count - right.count) <= 2,
            left.prefix(2).elementsEqual(right.prefix(2)), !isFeminine(left, of: right), !isFeminine(right, of: left)
        else { return false }
        if isDoubled(Array(left), Array(right)) { return true }
        let letters = NameSkeleton.letters(of: left)
        if letters.count >= 3, letters == NameSkeleton.letters(of: right) { return true }
        // "Clinton" and "Clintons" are no variants but a plural; "Johnson" and "Johnston" are two names.
        return min(left.count, right.count) >= 9 && distance(Array(left), Array(right)) <= 2
    }

    /// `Petrova` of `Petrov`.
    private func isFeminine(_ longer: ArraySlice<UInt8>, of shorter: ArraySlice<UInt8>) -> Bool {
        longer.count == shorter.count + 1 && longer.last == UInt8(ascii: "a") && longer.starts(with: shorter)
    }

    /// Whether the longer word doubles a letter of the shorter or has a vowel more: how transliterations differ.
    private func isDoubled(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        let (short, long) = left.count < right.count ? (left, right) : (right, left)
        guard long.count == short.count + 1 else { return false }
        var index = 0
        while index < short.count, short[index] == long[index] { index += 1 }
        guard short[index...].elementsEqual(long[(index + 1)...]) else { return false }
        let extra = long[index].lowercased
        let isDouble =
            index > 0 && long[index - 1].lowercased == extra
            || index + 1 < long.count && long[index + 1].lowercased == extra
        return isDouble
            || [UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u")].contains(
                extra)
    }

    /// Levenshtein distance over bytes.
    private func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (i, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let above = row[j + 1]
                row[j + 1] = min(min(above, row[j]) + 1, diagonal + (byte.lowercased == other.lowercased ? 0 : 1))
                diagonal = above
            }
        }
        return row[right.count]
    }
}
