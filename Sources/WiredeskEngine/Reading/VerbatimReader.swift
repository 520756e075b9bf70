/// Takes the input as the article's text, to the last character.
enum VerbatimReader {
    static func read(_ source: [UInt8]) -> ReadArticle {
        // Every line that is not blank is a paragraph.
        var paragraphs: [Paragraph] = []
        var start = 0
        while start < source.count {
            let end = source[start...].firstIndex(of: 0x0A) ?? source.count
            var first = start
            var last = end
            while first < last, source[first] <= 0x20 { first += 1 }
            while last > first, source[last - 1] <= 0x20 { last -= 1 }
            if first < last {
                let span = Span(first..<last)
                paragraphs.append(Paragraph(start: first, end: last, kind: .body, source: span))
            }
            start = end + 1
        }
        let article = Article(wordCount: 0, readingSeconds: 0, text: "", paragraphs: paragraphs, sentences: [])
        return ReadArticle(article: article, text: paragraphs.isEmpty ? [] : source, source: source)
    }
}
