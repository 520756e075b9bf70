/// The subjects of verbs of speech.
extension SpeakerFinder {
    /// The first token of a token's sentence, or the one after the last quotation mark in it.
    func sentenceStart(of token: Int) -> Int {
        let first = sentence(of: token)?.lowerBound ?? token
        var start = token
        while start > first, token - start < 80 {
            if start < token || !words.isQuotationMark(token), words.isClosingMark(start - 1) { break }
            start -= 1
        }
        return start
    }

    /// Where a token's sentence ends.
    func sentenceEnd(of token: Int) -> Int { sentence(of: token)?.upperBound ?? token }

    private func sentence(of token: Int) -> Range<Int>? {
        let index = document.sentenceTokens.partitioningIndex { $0.upperBound > token }
        return index < document.sentenceTokens.count ? document.sentenceTokens[index] : nil
    }

    /// The subject of a verb, before it or else behind it.
    func subject(of verb: Int, from start: Int, to end: Int) -> (speaker: Int?, pronoun: Int?)? {
        subject(before: verb, from: start) ?? voice(from: verb + 1, to: end).map { ($0.entity, nil) }
    }

    /// The subject of a verb: the last voice or pronoun before it, over an apposition if there is one.
    func subject(before verb: Int, from start: Int) -> (speaker: Int?, pronoun: Int?)? {
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
        if let voice = voice(inApposition: from..<to, verb: verb) { return (voice.entity, nil) }
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

    /// `Berg, who met Olsen, said`, `Berg (D-Iowa), a friend of Olsen, said`: the voice before the comma or the bracket
    /// that closes right before the verb.
    private func voice(inApposition bytes: Range<Int>, verb: Int) -> Voice? {
        guard let mark = words.mark(verb - 1), mark == "," || mark == ")" else { return nil }
        var position = firstVoice(at: bytes.upperBound) - 1
        guard position >= 0 else { return nil }
        // Between two commas stands the subject itself: `his aide, Berg, said`.
        if firstToken(at: voices[position].end) == verb - 1,
            words.mark(firstToken(at: voices[position].start) - 1) == ","
        {
            return nil
        }
        while position >= 0, voices[position].start >= bytes.lowerBound {
            let voice = voices[position]
            let next = firstToken(at: voice.end)
            if !voice.isPossessor, next < verb - 1, let mark = words.mark(next), mark == "," || mark == "(" {
                return voice
            }
            position -= 1
        }
        return nil
    }

    func firstVoice(at offset: Int) -> Int {
        voices.partitioningIndex { $0.start >= offset }
    }

    /// The first token that starts at a byte offset or after it.
    func firstToken(at offset: Int) -> Int {
        document.tokens.partitioningIndex { Int($0.start) >= offset }
    }

    /// The first voice among tokens; a person that it introduces goes before it: `Berg spokesman Ola Olsen`.
    func voice(from start: Int, to end: Int) -> Voice? {
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
        return voices[introduced(by: position, before: end)]
    }

    /// The person whom a name and a post introduce, or the name itself.
    private func introduced(by position: Int, before end: Int) -> Int {
        let next = position + 1
        guard next < voices.count, voices[next].isPerson, voices[next].entity != voices[position].entity else {
            return position
        }
        let between = firstToken(at: voices[position].end)..<firstToken(at: voices[next].start)
        guard (1...5).contains(between.count), between.upperBound < end else { return position }
        for index in between {
            guard words.document.tokens[index].kind == .word || words.document.tokens[index].kind == .clitic,
                words.classes(index).isDisjoint(with: [.preposition, .conjunction, .pronoun, .auxiliary, .determiner]),
                !words.isSpeech(index)
            else { return position }
        }
        return next
    }

    func voice(lastIn tokens: Range<Int>) -> Voice? {
        guard !tokens.isEmpty else { return nil }
        let position = firstVoice(at: Int(document.tokens[tokens.upperBound - 1].end)) - 1
        guard position >= 0, voices[position].start >= Int(document.tokens[tokens.lowerBound].start) else { return nil }
        return voices[position]
    }
}
