/// Finds what acronyms stand for where the text says it in parentheses, in either order: the letters are the initials of
/// the words beside and letters within them (after Schwartz and Hearst, 2003), in their order or, for names of another
/// language, in any.
struct AcronymFinder {
    let text: LexedText

    private func at(_ index: Int) -> Lexeme {
        text.lexemes.indices.contains(index) ? text.lexemes[index] : Lexeme(start: 0, end: 0)
    }

    /// The upper-case ASCII letters and digits of an acronym.
    func letters(of lexeme: Lexeme) -> [UInt8] {
        text.text[lexeme.range].filter { $0.isUppercase || $0.isDigit }
    }

    /// The initials of a name's capitalised words and numbers, and the letters of the acronyms in it: `USDA` for `U.S.
    /// Department of Agriculture`.
    func initials(of range: Range<Int>) -> [UInt8] {
        range.flatMap { index -> [UInt8] in
            let lexeme = at(index)
            guard lexeme.has(.capital) || lexeme.has(.digits) else { return [] }
            if lexeme.has(.allCapitals), !lexeme.has(.shouted) { return letters(of: lexeme) }
            let first = text.text[Int(lexeme.start)]
            return first < 0x80 ? [first] : []
        }
    }

    /// The words that an acronym in parentheses abbreviates, or those in parentheses after it.
    func expansion(ofAcronymAt index: Int) -> Range<Int>? {
        let letters = letters(of: at(index))
        guard (2...10).contains(letters.count) else { return nil }
        if at(index - 1).isMark("("),
            at(index + 1).isMark(")") || at(index + 1).isMark(",") || at(index + 1).isMark(";")
        {
            return words(before: index - 1, spelling: letters)
        }
        if at(index + 1).isMark("(") {
            var end = index + 2
            while end < index + 16, at(end).end > 0, !at(end).isMark(")") { end += 1 }
            guard at(end).isMark(")") else { return nil }
            let range = index + 2..<end
            return spells(range, letters) ? range : nil
        }
        return nil
    }

    private func words(before end: Int, spelling letters: [UInt8]) -> Range<Int>? {
        var start = end - 1
        var best: Range<Int>?
        while start >= 0, start > end - 3 * letters.count - 4 {
            let lexeme = at(start)
            if lexeme.has(.mark), !lexeme.isMark("-"), !lexeme.isMark("&"), !lexeme.isMark("/") { break }
            if lexeme.has(.word) || lexeme.has(.digits), spells(start..<end, letters) {
                best = start..<end
                break
            }
            start -= 1
        }
        return best
    }

    /// Whether the words' initials are the letters, small words counted or not.
    private func spells(_ range: Range<Int>, _ letters: [UInt8]) -> Bool {
        var content: [UInt8] = []
        var all: [UInt8] = []
        for index in range {
            let lexeme = at(index)
            guard lexeme.has(.word) || lexeme.has(.digits) else { continue }
            let first = text.text[Int(lexeme.start)]
            guard first < 0x80 else { return false }
            let upper = first.isLowercase ? first & 0xDF : first
            all.append(upper)
            if !lexeme.isIn([.preposition, .conjunction, .determiner]) || lexeme.has(.capital) {
                content.append(upper)
            }
        }
        guard content.count >= 2 else { return false }
        if content == letters || all == letters || goesThrough(range, letters) { return true }
        return letters.count >= 3 && content.sorted() == letters.sorted() && at(range.lowerBound).has(.capital)
    }

    /// Whether the letters go through the words in order, beginning each word that is no small one: `NAFCO` for `North
    /// Atlantic Fisheries Council`.
    private func goesThrough(_ range: Range<Int>, _ letters: [UInt8]) -> Bool {
        guard letters.count >= 3 else { return false }
        let words = range.filter { at($0).has(.capital) && !at($0).isIn([.preposition, .conjunction, .determiner]) }
        guard words.count >= 2, words.count <= letters.count, words.first == range.lowerBound else { return false }
        var next = 0
        for (position, word) in words.enumerated() {
            let bytes = text.text[at(word).range]
            guard next < letters.count, bytes.first == letters[next] else { return false }
            next += 1
            let following = position + 1 < words.count ? text.text[Int(at(words[position + 1]).start)] : 0
            for byte in bytes.dropFirst() where next < letters.count && letters[next] != following {
                if byte.isLetter, byte.lowercased == letters[next].lowercased { next += 1 }
            }
        }
        return next == letters.count
    }

    /// Whether an acronym in parentheses is that of the name before it though it abbreviates the name in another
    /// language: two of three letters are initials in their order, `KNMI` for `Royal Netherlands Meteorological
    /// Institute`.
    func resembles(_ acronym: Int, _ name: Range<Int>) -> Bool {
        let letters = letters(of: at(acronym))
        let initials = initials(of: name)
        guard letters.count >= 3, initials.count >= 3, letters.count <= 10, initials.count <= 10,
            at(acronym - 1).isMark("("), name.upperBound == acronym - 1, at(acronym + 1).isMark(")")
        else { return false }
        // The longest common subsequence, a row for each letter.
        var row = [Int](repeating: 0, count: initials.count + 1)
        for letter in letters {
            var diagonal = 0
            for (index, initial) in initials.enumerated() {
                let above = row[index + 1]
                row[index + 1] = letter == initial ? diagonal + 1 : max(above, row[index])
                diagonal = above
            }
        }
        return row[initials.count] * 3 >= letters.count * 2
    }
}
