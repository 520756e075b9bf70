/// Finds who said a quote: the subject of a verb of speech beside it, "according to" somebody, a pronoun's person, or
/// whoever spoke before in the same speech.
struct SpeakerFinder {
    /// What beside a quote says who spoke.
    struct Attribution {
        /// `Entity.id`; nil for a description such as "a spokesman".
        var speaker: Int?
        /// The speaker is named by a pronoun.
        var pronoun: Int?
        /// The verb stands right beside the quote.
        var isAdjacent: Bool
    }

    /// A mention that can speak.
    struct Voice {
        var start: Int
        var end: Int
        var entity: Int
        var isPerson: Bool
        /// `feminine` or `masculine` by the given name; neither when it does not tell.
        var gender: Gazetteer.Kinds
        /// Followed by the `'s` of a possessor, who is not the one that speaks: "Clinton's aide".
        var isPossessor: Bool
    }

    let document: Document
    let words: QuoteWords
    private(set) var voices: [Voice] = []
    private(set) var paragraph = 0..<0
    private(set) var previousParagraph = 0..<0
    private(set) var speakerInParagraph: Int?
    /// The last speaker of the paragraph before, and whether the speech was left open or announced there.
    private(set) var lastSpeaker: Int?
    private var lastQuoteEnd = -1
    private(set) var isContinued = false

    init(_ document: Document, words: QuoteWords, entities: [Entity]) {
        self.document = document
        self.words = words
        for entity in entities where entity.type == .person || entity.type == .organization {
            let gender = Self.gender(of: entity)
            for mention in entity.mentions {
                voices.append(
                    Voice(
                        start: mention.start, end: mention.end, entity: entity.id, isPerson: entity.type == .person,
                        gender: gender, isPossessor: Self.isPossessor(mention.end, document.text)))
            }
        }
        voices.sort { $0.start < $1.start }
    }

    private static func isPossessor(_ end: Int, _ text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { UTF8Text($0)[end] == UInt8(ascii: "'") || UTF8Text($0).has("’", at: end) }
    }

    /// The sex that a person's given name tells.
    private static func gender(of entity: Entity) -> Gazetteer.Kinds {
        guard entity.type == .person else { return [] }
        let given = Array(entity.name.utf8.prefix { $0 != 0x20 })
        guard given.count < entity.name.utf8.count else { return [] }
        let key = given.withUnsafeBufferPointer { WordKey.of(UTF8Text($0), given.indices) }
        return Gazetteer.embedded[WordKey.phrase(0, key)].kinds.intersection([.feminine, .masculine])
    }

    /// Goes on to the next paragraph.
    mutating func enter(paragraph: Range<Int>) {
        isContinued = false
        if !self.paragraph.isEmpty {
            // The paragraph before announced the words ("Cruz continued:") or left its quotation open.
            let last = self.paragraph.upperBound - 1
            if words.mark(last) == ":" {
                isContinued = true
                if let announced = announced(in: self.paragraph) { lastSpeaker = announced }
            } else if lastQuoteEnd >= last, lastSpeaker != nil {
                isContinued = true
            } else if lastQuoteEnd < self.paragraph.lowerBound {
                // No quote there: who was reported to say something may go on in the next.
                lastSpeaker = announced(in: self.paragraph, orLastVoice: false)
            }
        }
        previousParagraph = self.paragraph
        self.paragraph = paragraph
        speakerInParagraph = nil
    }

    /// The speaker that a paragraph's last verb of speech has.
    private func announced(in tokens: Range<Int>, orLastVoice: Bool = true) -> Int? {
        var index = tokens.upperBound - 1
        while index >= max(tokens.lowerBound, tokens.upperBound - 30) {
            if words.isSpeech(index) {
                return subject(before: index, from: tokens.lowerBound)?.speaker
                    ?? voice(from: index + 1, to: tokens.upperBound)?.entity
            }
            index -= 1
        }
        return orLastVoice ? voice(lastIn: tokens)?.entity : nil
    }

    /// What the words after or before a quote say about its speaker; nil when no verb of speech is near.
    func attribution(of stretch: QuotedStretch) -> Attribution? {
        after(stretch) ?? before(stretch)
    }

    /// The speaker of a quote that is one, and remembers it.
    mutating func speaker(of stretch: QuotedStretch, _ attribution: Attribution?) -> Int? {
        var speaker = attribution?.speaker
        if attribution == nil {
            speaker = speakerInParagraph
            if speaker == nil, isContinued || stretch.tokens.lowerBound == paragraph.lowerBound {
                speaker = lastSpeaker
            }
        } else if speaker == nil, let pronoun = attribution?.pronoun {
            speaker = person(ofPronounAt: pronoun, quote: stretch)
        }
        speakerInParagraph = speaker
        lastSpeaker = speaker ?? (attribution == nil ? lastSpeaker : nil)
        lastQuoteEnd = stretch.tokens.upperBound - 1
        return speaker
    }

    // MARK: - Beside the quote

    /// `," said X`, `," X said`, `," X, the mayor, told Reuters`.
    private func after(_ stretch: QuotedStretch) -> Attribution? {
        guard stretch.isClosed else { return nil }
        let start = stretch.tokens.upperBound
        let limit = min(paragraph.upperBound, start + 24)
        // A quote that ends its sentence is followed by one, which may say who spoke only right at its start.
        let inside = words.mark(stretch.tokens.upperBound - 2)
        let endsSentence = inside == "." || inside == "!" || inside == "?"
        guard !(inside == "." && words.isCapital(start)) else { return nil }
        var index = start
        while index < limit {
            if let mark = words.mark(index) {
                if mark == "." || mark == "!" || mark == "?" || mark == "“" || mark == "\"" || mark == ":"
                    || mark == ";"
                {
                    break
                }
            }
            if words.isSpeech(index) {
                let isAdjacent = index - start <= 6
                if let subject = subject(before: index, from: start) {
                    return Attribution(speaker: subject.speaker, pronoun: subject.pronoun, isAdjacent: isAdjacent)
                }
                if let voice = voice(from: index + 1, to: min(limit, index + 14)) {
                    return Attribution(speaker: voice.entity, pronoun: nil, isAdjacent: isAdjacent)
                }
                if !words.classes(index + 1).isDisjoint(with: .pronoun) {
                    return Attribution(speaker: nil, pronoun: index + 1, isAdjacent: isAdjacent)
                }
                return Attribution(speaker: nil, pronoun: nil, isAdjacent: isAdjacent)
            }
            if words.key(index) == Self.according, words.key(index + 1) == Self.to,
                let voice = voice(from: index + 2, to: min(limit, index + 12))
            {
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
        let limit = max(paragraph.lowerBound, end - 24)
        var index = end - 1
        while index >= limit {
            if let mark = words.mark(index) {
                if mark == "." || mark == "!" || mark == "?" || mark == "”" || mark == "\"" || mark == "“" { break }
            }
            if words.isSpeech(index) {
                let isAdjacent = end - index <= 4
                if let subject = subject(before: index, from: sentenceStart(of: index)) {
                    return Attribution(speaker: subject.speaker, pronoun: subject.pronoun, isAdjacent: isAdjacent)
                }
                if let voice = voice(from: index + 1, to: end) {
                    return Attribution(speaker: voice.entity, pronoun: nil, isAdjacent: isAdjacent)
                }
                return Attribution(speaker: nil, pronoun: nil, isAdjacent: isAdjacent)
            }
            if words.key(index) == Self.according, words.key(index + 1) == Self.to,
                let voice = voice(from: index + 2, to: end)
            {
                return Attribution(speaker: voice.entity, pronoun: nil, isAdjacent: true)
            }
            index -= 1
        }
        return nil
    }

    private static let according = WordKey.of("according")
    private static let to = WordKey.of("to")

    /// The first token of a token's sentence, or the one after the last quotation mark in it.
    private func sentenceStart(of token: Int) -> Int {
        var low = 0
        var high = document.sentenceTokens.count
        while low < high {
            let middle = (low + high) / 2
            if document.sentenceTokens[middle].upperBound <= token { low = middle + 1 } else { high = middle }
        }
        let first = low < document.sentenceTokens.count ? document.sentenceTokens[low].lowerBound : token
        var start = token
        while start > first, token - start < 80 {
            if let mark = words.mark(start - 1), mark == "”" || mark == "\"" { break }
            start -= 1
        }
        return start
    }

    /// The subject of a verb: the last voice or pronoun before it, over an apposition if there is one.
    private func subject(before verb: Int, from start: Int) -> (speaker: Int?, pronoun: Int?)? {
        var index = verb - 1
        while index >= max(start, verb - 4) {
            let classes = words.classes(index)
            if !classes.isDisjoint(with: .pronoun), classes.isDisjoint(with: .determiner) { return (nil, index) }
            if classes.isDisjoint(with: [.auxiliary, .opener]) { break }
            index -= 1
        }
        guard start < verb else { return nil }
        let from = Int(document.tokens[start].start)
        let to = Int(document.tokens[verb].start)
        // "X endorsed Y, saying": a participle's subject is the sentence's.
        if words.isParticiple(verb) {
            var position = firstVoice(at: from)
            while position < voices.count, voices[position].end <= to {
                if voices[position].isPerson, !voices[position].isPossessor { return (voices[position].entity, nil) }
                position += 1
            }
        }
        var position = firstVoice(at: to) - 1
        var best: Voice?
        while position >= 0, voices[position].start >= from {
            let voice = voices[position]
            if voice.end <= to, !voice.isPossessor {
                // A person is preferred to the organization that a relative clause or apposition names.
                if best == nil || voice.isPerson && best?.isPerson == false { best = voice }
                if voice.isPerson { break }
            }
            position -= 1
        }
        return best.map { ($0.entity, nil) }
    }

    // MARK: - Voices

    func firstVoice(at offset: Int) -> Int {
        var low = 0
        var high = voices.count
        while low < high {
            let middle = (low + high) / 2
            if voices[middle].start < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The first voice among tokens.
    private func voice(from start: Int, to end: Int) -> Voice? {
        guard start < end, document.tokens.indices.contains(start) else { return nil }
        var position = firstVoice(at: Int(document.tokens[start].start))
        for _ in 0..<4 where position < voices.count && voices[position].isPossessor { position += 1 }
        guard position < voices.count,
            voices[position].end <= Int(document.tokens[min(end, document.tokens.count) - 1].end)
        else {
            return nil
        }
        // Only a subject right after the verb: no full stop or quotation between.
        var index = start
        while index < end, Int(document.tokens[index].start) < voices[position].start {
            if let mark = words.mark(index), mark == "." || mark == "“" || mark == "\"" { return nil }
            index += 1
        }
        return voices[position]
    }

    private func voice(lastIn tokens: Range<Int>) -> Voice? {
        guard !tokens.isEmpty else { return nil }
        let position = firstVoice(at: Int(document.tokens[tokens.upperBound - 1].end)) - 1
        guard position >= 0, voices[position].start >= Int(document.tokens[tokens.lowerBound].start) else { return nil }
        return voices[position]
    }
}
