/// Finds direct quotes and who said them. Titles of works and words in scare quotes are left alone.
enum QuoteFinder {
    static func find(
        in document: Document, entities: [Entity], interruption: Interruption
    ) throws(WiredeskError) -> [Quote] {
        let words = QuoteWords(document)
        let marks = QuotationMarks(document)
        var speakers = SpeakerFinder(document, words: words, entities: entities)
        var quotes: [Quote] = []
        var nextSentence = 0
        var isOpen = false
        for paragraph in document.paragraphs.indices {
            if paragraph & 15 == 0 { try interruption.check() }
            let first = nextSentence
            while nextSentence < document.sentences.count, document.sentences[nextSentence].paragraph == paragraph {
                nextSentence += 1
            }
            guard first < nextSentence else { continue }
            let tokens =
                document.sentenceTokens[first].lowerBound..<document.sentenceTokens[nextSentence - 1].upperBound
            speakers.enter(paragraph: tokens)
            let stretches = marks.stretches(in: tokens, paragraph: paragraph, isOpen: isOpen)
            isOpen = stretches.last.map { !$0.isClosed } ?? false
            for stretch in stretches {
                let attribution = speakers.attribution(of: stretch)
                guard isSpeech(stretch, attribution, words, in: tokens, speakers.isContinued) else { continue }
                let speaker = speakers.speaker(of: stretch, attribution)
                quotes.append(
                    Quote(
                        start: Int(document.tokens[stretch.tokens.lowerBound].start),
                        end: Int(document.tokens[stretch.tokens.upperBound - 1].end), speaker: speaker))
            }
        }
        return quotes
    }

    /// Whether a stretch is something said: a verb of speech governs it, or it is a sentence by its form.
    private static func isSpeech(
        _ stretch: QuotedStretch, _ attribution: SpeakerFinder.Attribution?, _ words: QuoteWords,
        in paragraph: Range<Int>,
        _ isContinued: Bool
    ) -> Bool {
        let inner = stretch.inner
        guard !inner.isEmpty else { return false }
        let count = words.wordCount(inner)
        if count == 0 { return false }
        let beginsParagraph = stretch.tokens.lowerBound == paragraph.lowerBound
        if !stretch.isClosed { return beginsParagraph || count >= 4 }
        if stretch.goesOn { return true }
        let isSentence = words.isCapital(inner.lowerBound)
        let ending = words.mark(inner.upperBound - 1)
        let ends = ending == "." || ending == "," || ending == "!" || ending == "?" || ending == "…"
        if attribution?.isAdjacent == true, ends || count >= 3 { return true }
        if attribution != nil { return count >= 4 || isSentence && ends && count >= 2 }
        if beginsParagraph, isContinued { return true }
        if isSentence, ends, ending != "," { return count >= 4 && !words.isTitle(inner) || count >= 8 }
        return count >= 7
    }
}
