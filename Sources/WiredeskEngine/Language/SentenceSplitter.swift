/// Finds the sentences of each paragraph.
enum SentenceSplitter {
    static func split(_ text: [UInt8], paragraphs: [Paragraph], language: String?) -> [Sentence] {
        paragraphs.indices.map { Sentence(start: paragraphs[$0].start, end: paragraphs[$0].end, paragraph: $0) }
    }
}
