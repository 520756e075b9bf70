/// The sentences that a summary may hold.
enum SummaryCandidates {
    /// Words of a statement, and of one that ends in a quotation mark, at least.
    private static let fewestWords = (any: 3, quoted: 5)

    /// Positions in `document.sentences`: what stands in running text and says something by itself; where that leaves
    /// nothing, whatever there is. An article that is no longer than the summary is its own.
    static func sentences(of document: Document, length: SummaryLength) -> [Int] {
        if case .sentences(let limit) = length {
            let text = document.sentences.indices.filter {
                isText(document.paragraphs[document.sentences[$0].paragraph])
            }
            if !text.isEmpty, text.count <= limit { return text }
        }
        let running = document.sentences.indices.filter { index in
            isText(document.paragraphs[document.sentences[index].paragraph]) && isStatement(index, in: document)
        }
        if !running.isEmpty { return running }
        let body = document.sentences.indices.filter {
            document.paragraphs[document.sentences[$0].paragraph].kind == .body
        }
        return body.isEmpty ? Array(document.sentences.indices) : body
    }

    private static func isText(_ paragraph: Paragraph) -> Bool {
        switch paragraph.kind {
        case .body, .quote, .list: true
        case .heading, .caption: false
        }
    }

    /// Whether a sentence says something by itself: it has some words and is neither a question nor a byline.
    private static func isStatement(_ index: Int, in document: Document) -> Bool {
        let sentence = document.sentences[index]
        let tokens = document.tokens[document.sentenceTokens[index]]
        guard let first = tokens.first else { return false }
        let words = tokens.lazy.filter(\.isWord).prefix(fewestWords.quoted).count
        guard words >= fewestWords.any else { return false }
        return document.text.withUnsafeBufferPointer { bytes in
            let text = UTF8Text(bytes)
            let last = text.scalar(before: sentence.end).value
            if last == 0x3F || last == 0xFF1F || last == 0x61F { return false }
            // The last words of what somebody said.
            if words < fewestWords.quoted, [0x22, 0x27, 0x2019, 0x201D, 0xBB].contains(last) { return false }
            let isByline = text.has("By", at: first.range.lowerBound) && first.range.count == 2
            return !(isByline && tokens.count <= 8 && last != 0x2E)
        }
    }
}
