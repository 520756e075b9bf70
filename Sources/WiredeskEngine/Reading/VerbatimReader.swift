/// Takes the input as the article's text, to the last character.
enum VerbatimReader {
    static func read(_ source: [UInt8]) -> ReadArticle {
        // Every line that is not blank is a paragraph.
        var paragraphs: [Paragraph] = []
        source.withUnsafeBufferPointer { bytes in
            var start = 0
            while start < bytes.count {
                let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
                let line = WhiteSpace.trim(bytes, start..<end)
                if !line.isEmpty {
                    paragraphs.append(
                        Paragraph(start: line.lowerBound, end: line.upperBound, kind: .body, source: Span(line)))
                }
                start = end + 1
            }
        }
        let article = Article(wordCount: 0, readingSeconds: 0, text: "", paragraphs: paragraphs, sentences: [])
        return ReadArticle(article: article, text: paragraphs.isEmpty ? [] : source, source: source)
    }
}
