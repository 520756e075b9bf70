/// A line at an article's head that says who wrote it or when, and nothing of the article.
enum HeadLine {
    private static let longestByline = 20
    private static let longestDateline = 14

    /// The names of "By Anna Smith" or "Von Max Muster | 4. Mai 2022"; nil for any other line.
    static func byline(_ text: String, words: Int) -> BylineParser.Names? {
        guard words <= longestByline else { return nil }
        let text = BylineText(text)
        guard BylineParser.prefixEnd(text, from: 0) > 0 else { return nil }
        let names = BylineParser(isMarked: false).names(in: text)
        // "By chance", "Von Anfang an": a word alone is no name here.
        return names.persons.contains { $0.contains(" ") } || !names.organizations.isEmpty ? names : nil
    }

    /// The day of a line that is a date and little else; nil for any other line.
    static func dateline(_ text: String, words: Int) -> PublicationDate? {
        guard words <= longestDateline, text.utf8.contains(where: { (0x30...0x39).contains($0) }),
            let found = DateTextParser().first(in: text), found.date.precision >= .day
        else { return nil }
        let rest = text.utf8.count - found.range.count
        let isSentence = text.last.map { ".!?:".contains($0) } ?? false
        return rest <= 12 || !isSentence && (rest <= found.range.count + 12 || words <= 8) ? found.date : nil
    }
}
