/// A read article with its sentences and tokens: what the later stages work on. All offsets count UTF-8 bytes of
/// `text`.
struct Document {
    let text: [UInt8]
    let paragraphs: [Paragraph]
    let sentences: [Sentence]
    let tokens: [Token]
    /// For each sentence, its tokens.
    let sentenceTokens: [Range<Int>]
    let title: String?
    let authors: [String]
    /// ISO 8601; what relative dates are resolved against.
    let published: String?
    /// BCP 47.
    let language: String?

    /// Splits the text that was read, and completes the article with its language, sentences and counts.
    init(analyzing read: inout ReadArticle, interruption: Interruption) throws(WiredeskError) {
        let language = LanguageIdentifier.identify(read.text, markup: read.article.language)
        try interruption.check()
        let tokens = Tokenizer.tokens(of: read.text)
        try interruption.check()
        let sentences = SentenceSplitter.split(
            read.text, paragraphs: read.article.paragraphs, language: language)
        read.article.language = language
        read.article.sentences = sentences
        read.article.wordCount = tokens.count { $0.isWord }
        // 238 words a minute: silent reading of English non-fiction (Brysbaert, 2019).
        read.article.readingSeconds = (read.article.wordCount * 60 + 119) / 238
        read.article.fingerprint = Fingerprint.simHash(read.text, tokens: tokens)

        text = read.text
        paragraphs = read.article.paragraphs
        self.sentences = sentences
        self.tokens = tokens
        sentenceTokens = Self.tokens(tokens, of: sentences)
        title = read.article.title
        authors = read.article.authors.map(\.name)
        published = read.article.published
        self.language = language
    }

    private static func tokens(_ tokens: [Token], of sentences: [Sentence]) -> [Range<Int>] {
        var next = 0
        return sentences.map { sentence in
            while next < tokens.count, tokens[next].start < sentence.start { next += 1 }
            let first = next
            while next < tokens.count, tokens[next].end <= sentence.end { next += 1 }
            return first..<next
        }
    }
}
