/// Reads a document's sentences one after the other.
struct SentenceReader {
    private let document: Document
    private let words: SummaryWords
    private var capitals: HashNumbering

    init(_ document: Document, _ words: SummaryWords) {
        self.document = document
        self.words = words
        capitals = HashNumbering(capacity: words.all.count / 8)
    }

    /// Adds the sentence's content words to the vectors and returns what else it shows.
    mutating func read(_ text: UTF8Text, sentence: Int, into vectors: inout TermVectors) -> SentenceSurface {
        let (start, end) = (document.sentences[sentence].start, document.sentences[sentence].end)
        var surface = SentenceSurface()
        for index in document.sentenceTokens[sentence] {
            let token = document.tokens[index]
            guard token.isWord else {
                if token.kind == .mark { note(text, token.range, start: start, in: &surface) }
                continue
            }
            let word = words.all[index]
            let isFirst = surface.words == 0
            surface.words += 1
            if token.kind == .number { surface.numbers += 1 }
            if isFirst {
                surface.startsWithPronoun = word.signs.contains(.anaphor)
                surface.startsWithContrast = word.signs.contains(.contrast)
            } else if word.isCapital {
                surface.capitals += 1
                if capitals.insert(word.hash) { surface.newCapitals += 1 }
            }
            if word.signs.contains(.stop) { continue }
            if word.signs.contains(.speechVerb) { surface.hasSpeechVerb = true }
            if word.signs.contains(.captionWord) { surface.hasCaptionWord = true }
            if token.range.count > 1 {
                vectors.add(word.stem, idf: words.isEnglish ? InverseDocumentFrequency.english(word.stem) : 4)
            }
        }
        vectors.endSentence()
        surface.endsLikeCaption = text[end - 1] == UInt8(ascii: ".") && text[end - 2] == 0x20
        return surface
    }

    private func note(_ text: UTF8Text, _ range: Range<Int>, start: Int, in surface: inout SentenceSurface) {
        switch text.scalar(at: range.lowerBound).value {
        case 0x22, 0x201C, 0x201D, 0x201E, 0xAB, 0xBB, 0x300C, 0x300D:
            surface.quotationMarks += 1
            if range.lowerBound == start { surface.startsWithQuotation = true }
        case 0x27, 0x2018: if range.lowerBound == start { surface.startsWithQuotation = true }
        case 0x3F, 0xFF1F, 0x61F: surface.isQuestion = true
        case 0x28: surface.hasBracket = true
        default: break
        }
    }
}
