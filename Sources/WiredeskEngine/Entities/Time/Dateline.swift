/// The day that an article's relative times count from.
enum Dateline {
    /// Paragraphs at the top among which a dateline is looked for.
    private static let paragraphs = 6

    /// The publication date; failing that, a full date that is a line of its own, or nearly at the article's top.
    static func reference(of document: Document, _ text: LexedText) -> TimeReference? {
        if let published = document.published { return TimeReference(iso8601: published, basis: "published") }
        for (index, sentence) in text.sentences.enumerated() {
            guard text.paragraphOf[index] < paragraphs else { break }
            guard sentence.count <= 12 else { continue }
            var grammar = TimeGrammar(text, reference: nil)
            grammar.sentence = sentence
            for start in sentence {
                let lexeme = text.lexemes[start]
                let found =
                    lexeme.isIn(.weekday)
                    ? grammar.weekday(at: start)
                    : lexeme.isIn(.month)
                        ? grammar.month(at: start)
                        : lexeme.has(.digits) ? grammar.numericDate(at: start) ?? grammar.dayAndMonth(at: start) : nil
                if let date = found?.date, found?.precision == .day {
                    return TimeReference(date: date, precision: .day, basis: date.iso)
                }
            }
        }
        return nil
    }
}
