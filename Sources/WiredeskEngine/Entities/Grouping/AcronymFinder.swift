/// Finds what acronyms stand for where the text says it in parentheses, in either order: the letters are the initials of
/// the words beside (after Schwartz and Hearst, 2003), in their order or, for names of another language, in any.
struct AcronymFinder {
    let text: LexedText

    private func at(_ index: Int) -> Lexeme {
        text.lexemes.indices.contains(index) ? text.lexemes[index] : Lexeme(start: 0, end: 0)
    }

    /// The upper-case ASCII letters and digits of an acronym.
    func letters(of lexeme: Lexeme) -> [UInt8] {
        text.text[lexeme.range].filter { $0.isUppercase || $0.isDigit }
    }

    /// The initials of a name's capitalised words and numbers.
    func initials(of range: Range<Int>) -> [UInt8] {
        range.compactMap { index in
            let lexeme = at(index)
            guard lexeme.has(.capital) || lexeme.has(.digits) else { return nil }
            let first = text.text[Int(lexeme.start)]
            return first < 0x80 ? first : nil
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
        if content == letters || all == letters { return true }
        return letters.count >= 3 && content.sorted() == letters.sorted() && at(range.lowerBound).has(.capital)
    }
}
