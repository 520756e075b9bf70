/// What can be seen of a sentence without knowing the others.
struct SentenceSurface {
    var words = 0
    /// Words with a capital that are not the first.
    var capitals = 0
    /// Those that the document has not had before.
    var newCapitals = 0
    var numbers = 0
    var quotationMarks = 0
    var startsWithQuotation = false
    var startsWithPronoun = false
    /// `But`, `However` and the like.
    var startsWithContrast = false
    /// A full stop behind a blank, as captions run into the text of some papers have it.
    var endsLikeCaption = false
    var isQuestion = false
    var hasBracket = false
    /// `pictured`, `(left)`, `scroll down`.
    var hasCaptionWord = false
    var hasSpeechVerb = false
}

/// Reads a document's sentences one after the other.
struct SentenceReader {
    private let normalizer: TermNormalizer
    private let stopWords: WordSet
    private let isEnglish: Bool
    private var capitals: Vocabulary

    init(language: String?, words: Int) {
        normalizer = TermNormalizer(language: language)
        stopWords = StopWords.of(language)
        isEnglish = normalizer.isEnglish
        capitals = Vocabulary(capacity: words / 8)
    }

    /// Adds the sentence's content words to the vectors and returns what else it shows.
    mutating func read(
        _ text: UTF8Text, _ tokens: ArraySlice<Token>, sentence: Sentence, into vectors: inout TermVectors
    ) -> SentenceSurface {
        var surface = SentenceSurface()
        for token in tokens {
            let range = token.range
            guard token.isWord else {
                if token.kind == .mark { note(text, range, sentence: sentence, in: &surface) }
                continue
            }
            let isFirst = surface.words == 0
            surface.words += 1
            if token.kind == .number { surface.numbers += 1 }
            if isFirst {
                surface.startsWithPronoun = StopWords.anaphors.contains(text.bytes, range)
                surface.startsWithContrast = StopWords.contrasts.contains(text.bytes, range)
            } else if text.isUppercase(at: range.lowerBound) {
                surface.capitals += 1
                let known = capitals.count
                if capitals.number(of: Hash64.lowercased(text, range)) == known { surface.newCapitals += 1 }
            }
            if stopWords.contains(text.bytes, range) { continue }
            if isEnglish {
                if StopWords.speechVerbs.contains(text.bytes, range) { surface.hasSpeechVerb = true }
                if StopWords.captionWords.contains(text.bytes, range) { surface.hasCaptionWord = true }
            }
            if range.count > 1 {
                let hash = normalizer.hash(of: range, in: text)
                vectors.add(hash, idf: isEnglish ? InverseDocumentFrequency.english(hash) : 4)
            }
        }
        vectors.endSentence()
        let last = sentence.end - 1
        surface.endsLikeCaption = text[last] == UInt8(ascii: ".") && text[last - 1] == 0x20
        return surface
    }

    private func note(_ text: UTF8Text, _ range: Range<Int>, sentence: Sentence, in surface: inout SentenceSurface) {
        switch text.scalar(at: range.lowerBound).value {
        case 0x22, 0x201C, 0x201D, 0x201E, 0xAB, 0xBB, 0x300C, 0x300D:
            surface.quotationMarks += 1
            if range.lowerBound == sentence.start { surface.startsWithQuotation = true }
        case 0x27, 0x2018: if range.lowerBound == sentence.start { surface.startsWithQuotation = true }
        case 0x3F, 0xFF1F, 0x61F: surface.isQuestion = true
        case 0x28: surface.hasBracket = true
        default: break
        }
    }
}
