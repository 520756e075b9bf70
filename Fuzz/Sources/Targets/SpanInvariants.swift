import WiredeskModel

/// What every result promises of its spans, in UTF-8 bytes.
enum SpanInvariants {
    static func check(_ analysis: Analysis) {
        guard let article = analysis.article else { return }
        let text = Array(article.text.utf8)
        check(article, text: text, source: nil)
        for entity in analysis.entities ?? [] {
            precondition(!entity.mentions.isEmpty, "an entity that is not in the text")
            for mention in entity.mentions { check(mention.start, mention.end, in: text) }
            for role in entity.roles { check(role.start, role.end, in: text) }
        }
        for quote in analysis.quotes ?? [] { check(quote.start, quote.end, in: text) }
        for chosen in analysis.summary?.sentences ?? [] {
            precondition(article.sentences.indices.contains(chosen.index), "a sentence that is not there")
            let sentence = article.sentences[chosen.index]
            precondition(sentence.start == chosen.start && sentence.end == chosen.end, "another sentence's span")
        }
    }

    /// - Parameter source: the decoded input, where it is known.
    static func check(_ article: Article, text: [UInt8], source: [UInt8]?) {
        precondition(String(validating: text, as: UTF8.self) != nil, "the text is not UTF-8")
        var end = 0
        for paragraph in article.paragraphs {
            check(paragraph.start, paragraph.end, in: text)
            precondition(paragraph.start >= end, "paragraphs overlap")
            end = paragraph.end
            if let source, let span = paragraph.source { check(span.start, span.end, in: source) }
        }
        end = 0
        for sentence in article.sentences {
            check(sentence.start, sentence.end, in: text)
            precondition(sentence.start >= end, "sentences overlap")
            end = sentence.end
        }
        for removed in article.removed {
            if let source, let span = removed.source { check(span.start, span.end, in: source) }
        }
    }

    private static func check(_ start: Int, _ end: Int, in text: [UInt8]) {
        precondition(0 <= start && start <= end && end <= text.count, "a span outside the text")
        for offset in [start, end] where offset < text.count {
            precondition(text[offset] & 0xC0 != 0x80, "a span cuts a character")
        }
    }
}
