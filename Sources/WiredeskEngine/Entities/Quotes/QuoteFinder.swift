/// Finds direct quotes and who said them. Titles of works and words in scare quotes are left alone.
enum QuoteFinder {
    /// - Parameter onStretch: called with every stretch in quotation marks and its signs, for training.
    static func find(
        in document: Document, entities: [Entity], interruption: Interruption,
        onStretch: (QuotedStretch, SpeechSigns) -> Void = { _, _ in }
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
            var neighbour = SpeechSigns.Neighbour.none
            for stretch in stretches where words.wordCount(stretch.inner) > 0 {
                let attribution = speakers.attribution(of: stretch)
                let signs = SpeechSigns(
                    of: stretch, attribution, words, in: tokens, continuity: speakers.continuity, neighbour: neighbour)
                onStretch(stretch, signs)
                let isSpeech = signs.areOfSpeech
                neighbour = isSpeech ? .speech : .otherMarks
                guard isSpeech else { continue }
                let speaker = speakers.speaker(of: stretch, attribution)
                quotes.append(
                    Quote(
                        start: Int(document.tokens[stretch.tokens.lowerBound].start),
                        end: Int(document.tokens[stretch.tokens.upperBound - 1].end), speaker: speaker))
            }
        }
        return quotes
    }
}
