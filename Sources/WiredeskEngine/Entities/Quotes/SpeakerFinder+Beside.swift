/// The words beside a quote that say who spoke.
extension SpeakerFinder {
    /// What the words after or before a quote say about its speaker; nil when no verb of speech is near.
    func attribution(of stretch: QuotedStretch) -> Attribution? {
        signature(of: stretch) ?? after(stretch) ?? before(stretch) ?? around(stretch)
    }

    /// A name behind a dash, as under a motto or a reader's letter: `"…" — Anna Berg`, in the quote's line or in the
    /// next.
    private func signature(of stretch: QuotedStretch) -> Attribution? {
        guard stretch.isClosed else { return nil }
        let dash = stretch.tokens.upperBound
        guard words.isDash(dash), dash >= paragraph.upperBound || paragraph.lowerBound == stretch.tokens.lowerBound,
            let voice = voice(from: dash + 1, to: dash + 8)
        else { return nil }
        let gap = firstToken(at: voice.start) - dash
        let next = firstToken(at: voice.end)
        guard gap <= 4,
            next >= document.tokens.count || document.tokens[next].kind == .mark
                || next == paragraph.upperBound || dash >= paragraph.upperBound
        else { return nil }
        return Attribution(speaker: voice.entity, pronoun: nil, isAdjacent: true)
    }

    /// `," said X`, `," X said`, `," X, the mayor, told Reuters`.
    private func after(_ stretch: QuotedStretch) -> Attribution? {
        guard stretch.isClosed else { return nil }
        let start = stretch.tokens.upperBound
        // A quote that ends its sentence is followed by one, which may say who spoke only right at its start.
        let last = stretch.tokens.upperBound - 2
        let endsSentence = words.isStop(last)
        guard start < paragraph.upperBound, !(words.mark(last) == "." && words.isCapital(start)) else { return nil }
        let limit = min(paragraph.upperBound, start + 30, sentenceEnd(of: start))
        var index = start
        while index < limit {
            if let mark = words.mark(index), mark == "“" || mark == "\"" || mark == ":" || mark == ";" { break }
            if words.isSpeech(index) {
                let pronoun = words.classes(index + 1).contains(.pronoun) ? index + 1 : nil
                let subject = subject(of: index, from: start, to: min(limit, index + 14)) ?? (nil, pronoun)
                return Attribution(speaker: subject.speaker, pronoun: subject.pronoun, isAdjacent: index - start <= 6)
            }
            if words.isAccordingTo(index), let voice = voice(from: index + 2, to: min(limit, index + 12)) {
                return Attribution(speaker: voice.entity, pronoun: nil, isAdjacent: true)
            }
            if endsSentence, index - start > 8 { break }
            index += 1
        }
        return nil
    }

    /// `X said, "`, `According to X, "`, `X called it "`.
    private func before(_ stretch: QuotedStretch) -> Attribution? {
        let end = stretch.tokens.lowerBound
        guard end > paragraph.lowerBound else { return nil }
        let first = clauseStart(before: end)
        let limit = max(first, end - 30)
        var index = end - 1
        while index >= limit {
            if words.isSpeech(index) {
                let subject = subject(of: index, from: first, to: end) ?? (nil, nil)
                return Attribution(speaker: subject.speaker, pronoun: subject.pronoun, isAdjacent: end - index <= 4)
            }
            if words.isAccordingTo(index), let voice = voice(from: index + 2, to: end) {
                return Attribution(speaker: voice.entity, pronoun: nil, isAdjacent: true)
            }
            index -= 1
        }
        return nil
    }

    /// `X dismissed it as "…"`: no verb of speech, but the quote is a part of a sentence whose subject is named.
    private func around(_ stretch: QuotedStretch) -> Attribution? {
        let end = stretch.tokens.lowerBound
        guard end > paragraph.lowerBound else { return nil }
        let first = clauseStart(before: end)
        guard first < end, let subject = subject(before: end, from: first) else { return nil }
        return Attribution(speaker: subject.speaker, pronoun: subject.pronoun, isAdjacent: false, isLoose: true)
    }

    /// Where the words begin that can lead up to a quote.
    private func clauseStart(before quote: Int) -> Int {
        // A colon announces what follows, whether or not the sentence ends with it.
        sentenceStart(of: words.mark(quote - 1) == ":" ? quote - 1 : quote)
    }
}
