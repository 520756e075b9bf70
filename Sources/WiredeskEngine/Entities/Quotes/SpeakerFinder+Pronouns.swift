/// Whom a pronoun means.
extension SpeakerFinder {
    /// The person that a pronoun means: the speaker so far, else the nearest person named before.
    func person(ofPronounAt token: Int, quote: QuotedStretch) -> Int? {
        let key = words.key(token)
        guard key == Self.he || key == Self.she || key == Self.they else { return nil }
        if let speakerInParagraph { return speakerInParagraph }
        let gender: Gazetteer.Kinds = key == Self.he ? .masculine : key == Self.she ? .feminine : []
        let limit = Int(document.tokens[min(token, quote.tokens.lowerBound)].start)
        var position = firstVoice(at: limit) - 1
        let earliest = previousParagraph.isEmpty ? 0 : Int(document.tokens[previousParagraph.lowerBound].start)
        if position < 0 || voices[position].start < Int(document.tokens[paragraph.lowerBound].start), let lastSpeaker {
            return lastSpeaker
        }
        // The first person of the nearest sentence that has one who may be meant: its subject, most often.
        var candidate: Voice?
        var steps = 0
        while position >= 0, voices[position].start >= earliest, steps < 24 {
            let voice = voices[position]
            let agrees = voice.gender.isEmpty || gender.isEmpty || voice.gender == gender
            if voice.isPerson, agrees {
                if let found = candidate, sentenceStart(ofOffset: found.start) > voice.start { break }
                candidate = voice
            }
            position -= 1
            steps += 1
        }
        return candidate?.entity ?? lastSpeaker
    }

    /// Where the sentence of a byte offset starts, in bytes.
    private func sentenceStart(ofOffset offset: Int) -> Int {
        let index = document.sentences.partitioningIndex { $0.end > offset }
        return index < document.sentences.count ? document.sentences[index].start : offset
    }

    private static let he = WordKey.of("he")
    private static let she = WordKey.of("she")
    private static let they = WordKey.of("they")
}
